"""A theatre is begun, filled from a record, checked, shown and used, as a user does it at a terminal."""

import csv
import io
import re

import pytest

from dateline.theatres import load_theatre


@pytest.fixture(autouse=True)
def fresh():
    """Each command of a user reads the tables anew; here they run in one process."""
    load_theatre.cache_clear()
    yield load_theatre.cache_clear
    load_theatre.cache_clear()


ODD = """\
{town}, 3 May 2018 (Morning Wire) - Fighters of the Red Valley Brigade shelled {town} on Thursday, killing two civilians.

The Red Valley Brigade said that its commander had met Karim Oldman, and that it would leave Qasr al-Dhubab.
"""


@pytest.fixture
def odd_record(tmp_path, call):
    """A record of three reports that name a group and a village which no list has."""
    reports = tmp_path / "odd"
    reports.mkdir()
    for number, town in enumerate(("Douma", "Harasta", "Idlib")):
        text = ODD.format(town=town)
        text = text.replace("Red Valley Brigade", "Red Vally Brigade") if number == 2 else text
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    assert call("read", reports, "-i", tmp_path / "odd.dateline", "--theatre", "syria").status == 0
    return tmp_path / "odd.dateline"


def test_a_new_theatre_is_begun_checked_and_shown(tmp_path, call, fresh):
    folder = tmp_path / "north-valley"
    ran = call("theatre", "new", folder, "--country", "YE")
    assert ran.status == 0
    assert f"dateline theatre check {folder}" in ran.out
    assert call("theatre", "check", folder).out == "Nothing wrong.\n"
    settings = (folder / "theatre.yaml").read_text(encoding="utf-8")
    assert "country: YE" in settings
    assert "army: yemen-army" in settings  # what world has, to start from
    assert re.search(r"^box: \[1\d\.\d, 4\d\.\d, 1\d\.\d, 5\d\.\d\]$", settings, re.MULTILINE)
    (folder / "actors.csv").open("a", encoding="utf-8").write(
        "hill-front,Hill Front,armed group,,,YE,,,,,own knowledge\n"
    )
    fresh()
    assert "actors" in call("theatre", "show", folder).out
    assert "actor hill-front: Hill Front" in call("theatre", "show", folder, "Hill Front").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "syria"), "comes with Dateline already"),
        (("new", "No Good"), "use small letters"),
        (("new", "north", "--country", "XX"), "no country of that code"),
        (("show", "nowhere"), "no theatre of that name"),
        (("show", "syria", "nobody-at-all"), "has no actor and no place"),
        (("check", "nowhere"), "no theatre of that name"),
    ],
)
def test_a_slip_is_told_with_a_remedy(tmp_path, monkeypatch, call, words, told):
    monkeypatch.chdir(tmp_path)
    ran = call("theatre", *words)
    assert ran.status == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_that_is_there_is_not_written_over(tmp_path, call):
    (tmp_path / "mine").mkdir()
    assert "is there already" in call("theatre", "new", tmp_path / "mine").err


def test_check_ends_with_1_where_there_are_errors(tmp_path, call):
    (tmp_path / "aliases.csv").write_text("actor,alias\nnobody,The Nobodies\n", encoding="utf-8")
    (tmp_path / "actors.csv").write_text("id,name,kind,source\na,A,armed group,x\n", encoding="utf-8")
    ran = call("theatre", "check", tmp_path)
    assert ran.status == 1
    line = f"{tmp_path / 'aliases.csv'}:2: error: names the unknown actor 'nobody'; add it to actors.csv"
    assert line in ran.out
    assert ran.out.endswith("Errors: 1, warnings: 0.\n")


def test_show_tells_all_that_is_known_of_an_actor_and_a_place(call):
    group = call("theatre", "show", "syria", "جيش الإسلام").out
    assert "actor jaysh-al-islam" in group
    assert "part of islamic-front (2013-11 to 2015)" in group
    assert "precision 1 of 7" in call("theatre", "show", "syria", "douma").out


def test_suggest_gives_rows_that_can_be_pasted_and_then_suggests_them_no_more(tmp_path, odd_record, call, fresh):
    told = call("theatre", "suggest", odd_record).out
    assert "Red Valley Brigade: 6 times in 3 reports; likely armed group (“brigade” in its name)" in told
    assert "spelled: Red Valley Brigade (en 4), Red Vally Brigade (en 2)" in told
    assert "“Fighters of the Red Valley Brigade shelled" in told or "Red Valley Brigade said that its commander" in told
    mine = tmp_path / "mine"
    call("theatre", "new", mine, "--country", "SY")
    for table in ("actors.csv", "aliases.csv"):
        rows = call("theatre", "suggest", odd_record, "--rows", table).out
        assert rows.splitlines()[0] == (mine / table).read_text(encoding="utf-8").strip()
        (mine / table).write_text(rows, encoding="utf-8")
    fresh()
    assert call("theatre", "check", mine).status == 0
    actors = list(csv.DictReader(io.StringIO((mine / "actors.csv").read_text(encoding="utf-8"))))
    brigade = next(row for row in actors if row["name"] == "Red Valley Brigade")
    assert (brigade["kind"], brigade["country"]) == ("armed group", "SY")
    assert "not checked" in brigade["source"]
    assert call("read", tmp_path / "odd", "-i", odd_record, "--theatre", mine).status == 0
    village = call("theatre", "suggest", odd_record, "--rows", "places.csv").out.splitlines()[1]
    assert village.startswith("qasr-al-dhubab,Qasr al-Dhubab,village,,,0,,SY,")
    assert not re.search(r"^# \d+\. Red Val", call("theatre", "suggest", odd_record).out, re.MULTILINE)


def test_suggest_passes_over_peoples_and_days(tmp_path, call, fresh):
    reports = tmp_path / "peoples"
    reports.mkdir()
    for day in ("Monday", "Tuesday"):
        words = "an official of the Qzorian Front told Kurdish and European envoys, as on other Wednesdays"
        (reports / f"{day}.txt").write_text(f"{day}'s talks ended late, {words}.", encoding="utf-8")
    kept = tmp_path / "peoples.dateline"
    call("read", reports, "--into", kept)
    names = re.findall(r"^# \d+\. ([^:]+):", call("theatre", "suggest", kept).out, re.MULTILINE)
    assert not {"Kurdish", "European", "Wednesdays"} & {*names}


def test_suggest_says_so_where_nothing_is_lacking(record, call):
    assert call("theatre", "suggest", record, "--at-least", "50").out.startswith("Every name met so often")


def test_places_are_imported_and_then_found_in_reports(tmp_path, call):
    dump = tmp_path / "SY.txt"
    row = "9001\tQasr adh Dhubab\tQasr adh Dhubab\tQasr al-Dhubab\t35.1\t38.2\tP\tPPL\tSY\t\t1\t\t\t\t900\t\t9\tAsia/Damascus\t2020-01-01"
    dump.write_text(row + "\n", encoding="utf-8")
    ran = call("places", "import", dump, "--theatre", tmp_path / "mine", "--country", "SY")
    assert (ran.status, "1 places added" in ran.out) == (0, True)
    report = tmp_path / "r.txt"
    report.write_text("Rebels shelled Qasr al-Dhubab on Monday, killing three civilians.", encoding="utf-8")
    call("read", report, "-i", tmp_path / "p.dateline", "--theatre", tmp_path / "mine", "--published", "2018-05-03")
    assert "gn-9001" in call("list", tmp_path / "p.dateline", "places").out


def test_explain_tells_why_a_name_is_taken_for_a_place_and_why_a_date_is_inferred(tmp_path, call):
    report = tmp_path / "undated.txt"
    text = "On Sunday 25 March 2018 government forces shelled an area 10 km south of Aleppo, killing two civilians."
    report.write_text(text, encoding="utf-8")
    call("read", report, "-i", tmp_path / "war.dateline", "--theatre", "syria")
    place = call("explain", tmp_path / "war.dateline", "aleppo-10km-south").out
    assert "place aleppo-10km-south: 10 km south of Aleppo" in place
    assert "precision 2 of 7: near a known place; told by Aleppo" in place
    assert "named “10 km south of Aleppo” 1 time" in place
    document = re.search(r"^d-\w+", call("list", tmp_path / "war.dateline", "documents").out, re.MULTILINE)
    assert document
    explained = call("explain", tmp_path / "war.dateline", document[0]).out
    assert "published: 25 March 2018, inferred, it names 2018-03-25" in explained
    actor = call("explain", tmp_path / "war.dateline", "syrian-army").out
    assert actor.startswith("actor syrian-army: Syrian Arab Army")
