"""A theatre's faults are told with file, line and remedy; the theatres that come along have none."""

from pathlib import Path

import pytest

from dateline.errors import TheatreError
from dateline.theatres import shipped_theatres
from dateline.theatres.checking import check

ACTORS = "id,name,kind,role,part_of,country,camp,since,until,wikidata,source\n"
ALIASES = "actor,alias,language,from,to\n"
PLACES = "id,name,kind,lat,lon,radius_km,parent,country,source,aliases_en,aliases_fr,aliases_ar,aliases_ru\n"
GOOD = "hill-front,Hill Front,armed group,,,SY,,,,,own knowledge\n"


def theatre(folder: Path, **tables: str) -> str:
    """Write a theatre of these tables; `.yaml` by the name theatre_yaml."""
    for name, text in {"actors": ACTORS + GOOD, **tables}.items():
        file = "theatre.yaml" if name == "theatre_yaml" else f"{name}.csv"
        (folder / file).write_text(text, encoding="utf-8", newline="")
    return str(folder)


def told(folder: str) -> list[str]:
    return [f"{Path(one.file).name}:{one.line}: {one.severity}: {one.problem}" for one in check(folder)]


@pytest.mark.parametrize("name", shipped_theatres())
def test_what_comes_along_has_no_error(name):
    assert [finding for finding in check(name) if finding.severity == "error"] == []


def test_a_sound_theatre_is_not_faulted(tmp_path):
    assert told(theatre(tmp_path, aliases=ALIASES + "hill-front,Front of the Hill,en,2012,2016-05\n")) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Hill Front,Hill Front,armed group,,,,,,,,x\n", "'Hill Front' is no id"),
        ("a-b,A B,brotherhood,,,,,,,,x\n", "kind 'brotherhood' helps no rule"),
        ("a-b,A B,armed group,,nobody,,,,,,x\n", "part of the unknown actor 'nobody'"),
        ("a-b,A B,armed group,,hill-front@2013,,,,,,x\n", "'2013' are no dates of a membership"),
        ("a-b,A B,armed group,,hill-front@2017..2013,,,,,,x\n", "the membership ends before it begins"),
        ("a-b,A B,armed group,,a-b,,,,,,x\n", "is part of itself"),
        ("a-b,A B,armed group,,,XX,,,,,x\n", "unknown country 'XX'"),
        ("a-b,A B,armed group,,,,,May 2013,,,x\n", "'May 2013' is no date"),
        ("a-b,A B,armed group,,,,,,,,\n", "no source"),
        ("a-b,,armed group,,,,,,,,x\n", "nothing in column 'name'"),
        ("hill-front,Other,armed group,,,,,,,,x\n", "the id 'hill-front' stands in line 2 too"),
        ("a-b,A B,armed group,,,,,,,,x,more\n", "more cells than columns"),
    ],
)
def test_a_faulty_actor_is_told_with_its_line(tmp_path, row, fault):
    found = told(theatre(tmp_path, actors=ACTORS + GOOD + row))
    assert any(line.startswith("actors.csv:3:") and fault in line for line in found), found


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("nobody,The Nobodies,en,,\n", "names the unknown actor 'nobody'"),
        ("hill-front,Hill Front,English,,\n", "'English' is no language code"),
        ("hill-front,H,en,,\n", "'H' is too short"),
        ("hill-front,rebels,en,,\n", "'rebels' is a word of every day"),
        ("hill-front,Front,en,spring,\n", "'spring' is no date"),
    ],
)
def test_a_faulty_name_is_told_with_its_line(tmp_path, row, fault):
    assert any(
        line.startswith("aliases.csv:2:") and fault in line for line in told(theatre(tmp_path, aliases=ALIASES + row))
    )


def test_a_name_of_two_actors_is_told_unless_dates_keep_them_apart(tmp_path):
    actors = ACTORS + GOOD + "dale-front,Dale Front,armed group,,,SY,,,,,own knowledge\n"
    rows = "hill-front,The Front,en,{},{}\ndale-front,The Front,en,{},{}\n"
    clash = told(theatre(tmp_path, actors=actors, aliases=ALIASES + rows.format("", "", "", "")))
    assert clash == ["aliases.csv:3: warning: 'The Front' names hill-front (line 2) too"]
    assert told(theatre(tmp_path, actors=actors, aliases=ALIASES + rows.format("2012", "2014", "2014", "2016"))) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a-b,A B,town,north,36,0,,SY,x,,,,\n", "lat 'north' is no number"),
        ("a-b,A B,town,36,190,0,,SY,x,,,,\n", "is no point on earth"),
        ("a-b,A B,area,36,37,0,,SY,x,,,,\n", "area without radius_km"),
        ("a-b,A B,town,36,37,0,nowhere,SY,x,,,,\n", "lies in the unknown place 'nowhere'"),
        ("a-b,A B,town,15,44,0,,SY,x,,,,\n", "lies outside the theatre's box"),
        ("a-b,A B,town,34.01,36.01,0,,SY,x,Oldbridge,,,\n", "'oldbridge' is oldbridge (line 2) too"),
    ],
)
def test_a_faulty_place_is_told_with_its_line(tmp_path, row, fault):
    first = "oldbridge,Oldbridge,town,34,36,0,,SY,x,,,,\n"
    yaml = "country: SY\nbox: [32.0, 35.4, 37.5, 42.5]\n"
    found = told(theatre(tmp_path, places=PLACES + first + row, theatre_yaml=yaml))
    assert any(line.startswith("places.csv:3:") and fault in line for line in found), found


def test_faults_of_the_other_tables_are_told(tmp_path):
    outlets = "id,name,aliases,country,owner,camp,kind,reliability,reason\na,Wire,,SY,,,,G,x\nb,Post,Wire,SY,,,,B,\n"
    wording = "phrase,language,stance,about,neutral,note\nbandits,en,hostile,everybody,,\n"
    nouns = "noun,language,number,kind,role,id\nmen,en,dual,armed group,,nobody\n"
    yaml = "country: ZZ\nhome:\n  army: nobody\n"
    found = told(theatre(tmp_path, outlets=outlets, wording=wording, nouns=nouns, theatre_yaml=yaml))
    for line in (
        "outlets.csv:2: error: reliability 'G' is no letter from A to F",
        "outlets.csv:3: error: the name 'Wire' is that of a (line 2) too",
        "outlets.csv:3: warning: no reliability with its reason",
        "wording.csv:2: error: unknown stance 'hostile'",
        "wording.csv:2: error: unknown value of about 'everybody'",
        "wording.csv:2: warning: no neutral wording beside it",
        "nouns.csv:2: error: unknown number 'dual'",
        "nouns.csv:2: error: stands for the unknown actor 'nobody'",
        "theatre.yaml:1: error: unknown country 'ZZ'",
        "theatre.yaml:3: error: army: names the unknown actor 'nobody'",
    ):
        assert line in found


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path):
    folder = theatre(tmp_path, aliases=ALIASES + "nobody,The Nobodies,en,,\n")
    (tmp_path / "places.csv").write_bytes("id,name\nalep,Alép\n".encode("latin-1"))
    (tmp_path / "theatre.yaml").write_text("home: [", encoding="utf-8")
    found = told(folder)
    assert any(line.startswith("places.csv:1: error: is not UTF-8") for line in found)
    assert any(line.startswith("theatre.yaml:1: error: is no YAML") for line in found)
    assert any("nobody" in line for line in found)


def test_a_missing_column_and_an_unknown_one_are_told(tmp_path):
    found = told(theatre(tmp_path, actors="id,title,kind\nhill-front,Hill Front,armed group\n"))
    assert "actors.csv:1: error: no column 'name'" in found
    assert "actors.csv:1: warning: unknown column 'title': nothing reads it" in found


def test_lines_are_those_of_the_file_behind_a_cell_with_a_line_break(tmp_path):
    rows = 'x-y,X Y,armed group,,,,,,,,"told on\ntwo lines"\na-b,A B,armed group,,nobody,,,,,,x\n'
    assert any(
        line.startswith("actors.csv:5: error: part of") for line in told(theatre(tmp_path, actors=ACTORS + GOOD + rows))
    )


def test_what_is_no_theatre_is_an_error(tmp_path):
    with pytest.raises(TheatreError, match="no theatre of that name"):
        check(str(tmp_path / "nothing"))
