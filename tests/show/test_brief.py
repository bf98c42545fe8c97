"""What an editor relies on in a brief: sentences, sources, marks, tables and a file that is safe to open."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dateline import build
from dateline.errors import DatelineError
from dateline.model import Span
from dateline.record import create_or_open
from dateline.show import write_brief
from tests.show.sample import make_record, make_views


def happened(text):
    return text.split("## What happened")[1].split("\n## ")[0]


class Reader(HTMLParser):
    """Collects tags, links and text as a browser would see them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text, self.style = [], [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        if self.tags[-1:] == ["style"]:
            self.style += data
        self.text += data


def test_one_sentence_tells_an_event_and_names_all_its_sources(brief):
    text = happened(brief("md"))
    (line,) = [line for line in text.splitlines() if "attacked the Hill Front" in line]
    assert line.startswith(
        "- *25 March* The Northland Army attacked the Hill Front in Oldbridge; between 10 and 43 people were killed"
    )
    assert "2 independent sources" in line and "contested" in line
    assert line.count("\\[") == 3


def test_a_demand_is_told_with_what_was_demanded(brief):
    text = happened(brief("md"))
    assert "The Northland Army gave the Hill Front an ultimatum to withdraw from Oldbridge." in text
    assert "called on to" not in text  # the demanded withdrawal is not told a second time


def test_what_a_report_has_from_others_is_attributed(brief):
    text = happened(brief("md"))
    assert "At least 43 people were killed in Oldbridge, the Valley Observatory for Human Rights said." in text


def test_what_a_reviewer_confirmed_is_marked_and_what_one_rejected_is_gone(brief):
    text = brief("md")
    (line,) = [line for line in happened(text).splitlines() if "gave the Hill Front an ultimatum" in line]
    assert "confirmed by a reviewer" in line
    assert "planned to" not in text


def test_loaded_words_stand_in_quotes_only(brief):
    text = brief("md").split("## Sources")[0]
    assert "terrorist" not in happened(text)
    assert "“terrorists”" in text and "| fighters |" in text


def test_vague_numbers_stay_vague(brief):
    assert "Thousands of civilians fled Oldbridge." in happened(brief("md"))


def test_history_stands_apart(brief):
    text = brief("md")
    assert "The Hill Front took Oldbridge" not in happened(text)
    assert "*2012* The Hill Front took Oldbridge." in text.split("## Earlier")[1]


def test_too_little_for_a_sentence_is_left_to_the_record(brief):
    text = happened(brief("md"))
    assert "criticis" not in text and "another development" not in text
    assert "The record holds" in text


def test_tables_tell_contradictions_control_deals_and_figures(brief):
    text = brief("md")
    assert re.search(r"\| How many people were killed in Oldbridge on 25 March 2031\? \| 43 .*\| 10 ", text)
    assert "| Oldbridge | The Hill Front (in part) | from 2012 | The Herald" in text
    assert (
        "The Northland Army and the Hill Front (through Southland) | The Hill Front to withdraw from Oldbridge" in text
    )
    assert re.search(r"killed \| 10 \| 43 \| 43 or more \|", text)


def test_the_head_tells_what_was_read_and_what_to_be_careful_with(brief):
    head = brief("md").split("## Lead")[0]
    assert head.startswith("# Oldbridge, 25 March 2031")
    for words in (
        "4 reports read: 2 English, 1 French",
        "1 dated by inference",
        "1 undated",
        "Machine-spun",
        "not coded",
    ):
        assert words in head


def test_every_footnote_in_the_text_stands_among_the_sources(brief):
    text, sources = brief("md").split("## Sources")
    cited = set(map(int, re.findall(r"\\\[(\d+)\\\]", text)))
    listed = [int(number) for number in re.findall(r"^\\\[(\d+)\\\]", sources, re.MULTILINE)]
    assert cited == set(listed) and listed == sorted(listed)
    assert "repeats The Herald" in sources and "characters 0–85" in sources


def test_what_a_table_leaves_out_is_not_among_the_sources_either(tmp_path):
    """Of an outlet's loaded words a brief quotes the first eight; a note for the others would be a note to nothing."""
    record, views = make_record(tmp_path), make_views()
    at = [match.span() for match in re.finditer(r"\w+", next(record.articles()).text)][:12]
    loaded = [replace(views.framings[0], id=f"w{n}", span=Span(*ends)) for n, ends in enumerate(at)]
    record.replace_views(replace(views, framings=tuple(loaded)))
    stream = io.StringIO()
    write_brief(record, "md", stream)
    text, sources = stream.getvalue().split("## Sources")
    cited = set(map(int, re.findall(r"\\\[(\d+)\\\]", text)))
    listed = [int(number) for number in re.findall(r"^\\\[(\d+)\\\]", sources, re.MULTILINE)]
    assert len(at) == 12 and text.split("## How it is worded")[1].split("##")[0].count("“") == 8
    assert cited == set(listed) and listed == list(range(1, len(listed) + 1))


def test_footnotes_resolve_in_html(brief):
    page = Reader(brief("html"))
    ids = {value for _, name, value in page.attributes if name == "id"}
    targets = {value[1:] for tag, name, value in page.attributes if tag == "a" and name == "href"}
    assert targets and targets <= ids


def test_html_asks_for_nothing_from_outside(brief):
    text = brief("html")
    page = Reader(text)
    assert not {"script", "link", "img", "iframe", "object", "embed", "base", "form"} & set(page.tags)
    assert all(value.startswith("#") for tag, name, value in page.attributes if name in ("href", "src", "action"))
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert ("meta", "content", policy) in page.attributes
    assert not re.search(r"@import|url\((?!#)", text)


def test_hostile_words_are_text_and_nothing_else(brief):
    page, plain = Reader(brief("html")), brief("md")
    assert "<script>alert(1)</script>" in page.text
    for text in (page.text, plain):
        assert "\u202e" not in text and "\ufffdtxt.exe" in text
    assert "<script" not in plain.replace("\\<script", "") and "<img" not in plain.replace("\\<img", "")
    assert "](javascript:" not in plain and "http://" not in plain


def test_html_has_both_pictures_with_titles(brief):
    text = brief("html")
    assert text.count("<svg") == 2 and text.count("<desc>") == 2
    assert "prefers-color-scheme: dark" in text and "@media print" in text


def test_an_empty_record_gives_a_brief_that_says_so(tmp_path):
    for format in ("md", "html"):
        stream = io.StringIO()
        write_brief(create_or_open(tmp_path / "empty.dateline"), format, stream)
        assert "no event that could be told" in stream.getvalue()


def test_another_format_is_refused_with_those_there_are(record):
    with pytest.raises(DatelineError, match="'pdf'; use one of md, html"):
        write_brief(record, "pdf", io.StringIO())  # type: ignore[arg-type]


def test_loaded_words_within_longer_ones_are_told_once(tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("The so-called Nusra Front Takfiri terrorist group shelled Homs.", "utf-8")
    told = io.StringIO()
    write_brief(build([report], into=tmp_path / "record.dateline"), "md", told)
    quoted = re.findall("“([^”]*)”", told.getvalue().split("## How it is worded")[1].split("\n## ")[0])
    assert quoted == ["so-called Nusra Front Takfiri terrorist group"]
