"""Countries in other projects' terms: an ISO code in, its other codes, name and regions out (countries.csv)."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["Country", "country"]


@dataclass(frozen=True, slots=True)
class Country:
    """One country; all empty for a code that is none."""

    code: str = ""
    code3: str = ""
    number: str = ""
    name: str = ""
    acled_region: str = ""
    ucdp_region: str = ""


def country(code: str) -> Country:
    """Return the country with an ISO 3166-1 code of two letters."""
    return _countries().get(code, Country(code=code))


@cache
def _countries() -> dict[str, Country]:
    text = (resources.files("dateline.show.exports") / "countries.csv").read_text(encoding="utf-8")
    return {row["code"]: Country(**row) for row in csv.DictReader(text.splitlines())}
