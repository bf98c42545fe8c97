import io

import pytest

from dateline.show import write_brief
from tests.show.sample import make_record


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path)


@pytest.fixture
def brief(record):
    """Writes the brief of the sample record in a format."""

    def write(format):
        stream = io.StringIO()
        write_brief(record, format, stream)
        return stream.getvalue()

    return write
