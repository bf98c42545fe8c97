"""Publication date, outlet and title are taken from the head of a report, and only from there."""

from datetime import date

import pytest

from dateline.errors import InputError
from dateline.read import Defaults, read_article

BODY = "The army entered the town of Northbridge, officials said. Residents had left the day before."


NOTHING_TOLD = Defaults()


def read(tmp_path, text, defaults=NOTHING_TOLD, manifest=""):
    (tmp_path / "report.txt").write_text(text, encoding="utf-8", newline="")
    if manifest:
        (tmp_path / "documents.csv").write_text(manifest, encoding="utf-8", newline="")
    return read_article(tmp_path / "report.txt", defaults)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (" date 2018-03-25 ", "2018-03-25"),
        ("\n\n2 July 2016 ", "2016-07-02"),
        ("Posted on July 2 2016 by Morning Herald\n", "2016-07-02"),
        ("Published: 5 May 2017\n", "2017-05-05"),
        ("Published February 23 2015 ", "2015-02-23"),
        ("Date of publication 4 April 2017 ", "2017-04-04"),
        ("Last updated at Apr 92017 ", "2017-04-09"),
        ("Thu Oct 6 2016 ", "2016-10-06"),
        ("13.04.2017) ", "2017-04-13"),
        ("ADEN, Feb. 19, 2024. ", "2024-02-19"),
        ("Tuesday 04 April 2017 22:35 ", "2017-04-04"),
        ("18-07-2016 ", "2016-07-18"),
        ("24.08.2013 ", "2013-08-24"),
        ("03/14/2018\n", "2018-03-14"),
        ("Publié le 25 mars 2018\n", "2018-03-25"),
        ("le 1er août 2018\n", "2018-08-01"),
        ("25 марта 2018\n", "2018-03-25"),
        ("4 نيسان/أبريل 2017\n", "2017-04-04"),
        ("نشر في ٤ أبريل ٢٠١٧\n", "2017-04-04"),
        (
            "Northbridge falls to the army\nMorning Herald, or so it calls itself\n3 May 2018 | Morning Herald\n",
            "2018-05-03",
        ),
        ("Army takes Northbridge Saturday 9 Jul 2016 ", "2016-07-09"),
        ("NORTHBRIDGE, Dec. 15, 2016 — ", "2016-12-15"),
    ],
)
def test_a_date_in_the_head_is_the_publication_date(tmp_path, head, day):
    published = read(tmp_path, head + BODY).published
    assert (published.date, published.basis) == (date.fromisoformat(day), "text")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "On 4 April 2017, the army entered the town. It left a day later.",
        "4 April 2017 was the day on which the army entered the town.",
        "Le 25 mars 2018, l'armée est entrée dans la ville.",
        "The army said on 4 April 2017 The Guardian was wrong.",
        "NORTHBRIDGE, Dec. 15 — The army entered the town.",
        "2 July 1916 The army entered the town.",
        "2 July 2216 The army entered the town.",
    ],
)
def test_a_date_of_the_events_is_not_taken_for_it(tmp_path, text):
    assert read(tmp_path, text).published.basis == "unknown"


def test_the_option_beats_the_head_and_the_head_beats_the_manifest(tmp_path):
    manifest = "file,published\nreport.txt,2018-01-01\n"
    told = Defaults(published="2018-03-03")
    assert read(tmp_path, BODY, manifest=manifest).published.date == date(2018, 1, 1)
    assert read(tmp_path, "2 February 2018 " + BODY).published.date == date(2018, 2, 2)
    assert read(tmp_path, "2 February 2018 " + BODY, told).published.date == date(2018, 3, 3)


def test_a_dateline_without_year_is_completed_from_a_manifest_that_knows_the_month(tmp_path):
    manifest = "file,published\nreport.txt,2016-12\n"
    assert read(tmp_path, BODY, manifest=manifest).published.date is None
    published = read(tmp_path, "NORTHBRIDGE, Dec. 15 — " + BODY).published
    assert (published.date, published.basis) == (date(2016, 12, 15), "text")


def test_a_date_known_to_the_month_is_an_interval(tmp_path):
    published = read(tmp_path, BODY, Defaults(published="2018-02")).published
    assert (published.date, published.earliest, published.latest) == (None, date(2018, 2, 1), date(2018, 2, 28))


@pytest.mark.parametrize("value", ["yesterday", "2018-02-30", "1889-01-01", "2200"])
def test_an_impossible_date_is_refused_with_its_place(tmp_path, value):
    with pytest.raises(InputError, match="--published"):
        read(tmp_path, BODY, Defaults(published=value))
    with pytest.raises(InputError, match=r"documents\.csv, line 2"):
        read(tmp_path, BODY, manifest=f"file,published\nreport.txt,{value}\n")


def test_the_outlet_is_told_by_manifest_option_or_text(tmp_path):
    assert read(tmp_path, BODY).outlet == ""
    assert read(tmp_path, "DAMASCUS, (SANA) - " + BODY).outlet == "SANA"
    assert read(tmp_path, BODY, Defaults(outlet="Evening Post")).outlet == "Evening Post"
    manifest = "file,outlet,url,language\nreport.txt,Morning Herald,https://example.org/1,fr\n"
    article = read(tmp_path, BODY, Defaults(outlet="Evening Post"), manifest)
    assert (article.outlet, article.url, article.language) == ("Morning Herald", "https://example.org/1", "fr")


def test_a_manifest_without_file_names_or_with_a_file_twice_is_refused(tmp_path):
    with pytest.raises(InputError, match="no column 'file'"):
        read(tmp_path, BODY, manifest="name,outlet\nreport.txt,X\n")
    with pytest.raises(InputError, match="listed twice"):
        read(tmp_path, BODY, manifest="file,outlet\nreport.txt,X\nreport.txt,Longer Name\n")


def test_a_short_first_line_without_stop_is_the_title(tmp_path):
    assert read(tmp_path, f"Army enters Northbridge\n\n{BODY}").title == "Army enters Northbridge"
    assert read(tmp_path, f"3 May 2018\nArmy enters Northbridge\n\n{BODY}").title == "Army enters Northbridge"
    assert read(tmp_path, BODY).title == ""
    assert read(tmp_path, f"The army is in Northbridge.\n\n{BODY}").title == ""
