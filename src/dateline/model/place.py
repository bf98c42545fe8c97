"""Where: a named place with a point and, for areas, a radius in kilometres."""

from dataclasses import dataclass

__all__ = ["Place"]

_SITES = frozenset({"site", "air base", "border crossing"})


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `lat`/`lon` are None where the name could not be placed: it stays visible and spoils nothing.

    `precision` follows UCDP GED's 1-7: 1 exact place, 2 near a known place, 3 district, 4 province, 5 linear feature or
    fuzzy area, 6 country, 7 international waters or airspace. `reason` says why this candidate was chosen.
    """

    id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float = 0.0
    country: str = ""
    parent: str = ""
    precision: int = 1
    aliases: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_site(self) -> bool:
        """True for one building or installation: a mosque, a dam, an air base."""
        return self.kind in _SITES
