"""The sample record and its brief, made once for all tests that only read them."""

import io

import pytest

from dateline.record import reading_back
from dateline.show import write_brief
from tests.show.sample import make_record


@pytest.fixture(scope="session")
def record(tmp_path_factory):
    return make_record(tmp_path_factory.mktemp("show"))


@pytest.fixture
def brief(record):
    """Writes the brief of the sample record in a format."""

    def write(format):
        stream = io.StringIO()
        write_brief(record, format, stream)
        return stream.getvalue()

    return write


@pytest.fixture
def values_read(monkeypatch):
    """The types of the values that are read from a record from now on, one for each value."""
    read = []
    maker = vars(reading_back)["maker"]

    def noting(kind, *rest):
        make = maker(kind, *rest)

        def noted(*row):
            read.append(kind)
            return make(*row)

        return noted

    monkeypatch.setattr(reading_back, "maker", noting)
    return read
