"""Weighing a claim of a larger archive takes hardly longer: two sizes of one archive measured in one run."""

import pytest

import dateline
from tests.bench.corpus import FA_KES, write_fa_kes
from tests.bench.growth import grow

pytestmark = [pytest.mark.bench, pytest.mark.slow]


@pytest.mark.skipif(not FA_KES.is_file(), reason="the public set FA-KES is not at hand (DATELINE_EVAL)")
def test_weighing_a_claim_takes_hardly_longer_in_an_archive_five_times_as_large(tmp_path):
    record = dateline.build([write_fa_kes(tmp_path / "reports", 150)], into=tmp_path / "r")
    small, large = (grown.weigh / grown.claims for grown in grow(record.path, (300, 1500)))
    assert large < 1.5 * small
