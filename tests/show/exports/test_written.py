"""Brief and dossier go out in Markdown, HTML and with their reports as BibTeX and CSL-JSON; hostile words stay words."""

import json
import re
from dataclasses import replace

import pytest

from dateline.show.contents import Contents
from dateline.show.exports import export
from dateline.show.exports.references import _latex, bibtex
from dateline.show.selection import Filter
from tests.show.sample import HOSTILE


@pytest.fixture(scope="module", params=["brief", "dossier"])
def folder(request, record, tmp_path_factory):
    target = tmp_path_factory.mktemp(request.param) / request.param
    export(record, request.param, target)
    return target


def test_all_forms_are_there(folder):
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{folder.name}.md", f"{folder.name}.html", "reports.bib", "reports.csl.json", "metadata.json"}


def test_nothing_hostile_acts(folder):
    page = (folder / f"{folder.name}.html").read_text(encoding="utf-8")
    assert "<script" not in page and "<img" not in page and "\u202e" not in page
    assert "default-src 'none'" in page


def test_the_page_is_ready_for_print(folder):
    assert "@media print" in (folder / f"{folder.name}.html").read_text(encoding="utf-8")


def test_a_dossier_tells_every_claim_in_its_own_words(record, tmp_path):
    export(record, "dossier", tmp_path / "dossier")
    told = (tmp_path / "dossier" / "dossier.md").read_text(encoding="utf-8")
    plain = re.sub(r"\\(.)", r"\1", told)
    contents = Contents(record)
    for claim in contents.claims.values():
        words = " ".join(contents.text(claim.document, claim.span).split())
        if HOSTILE not in words:
            assert words in plain, claim.id
    for event in contents.events:
        assert event.id in plain
    assert "confirmed by a reviewer" in plain and "accept, c5, by editor" in plain


def test_a_dossier_on_one_place_is_on_that_place(record, tmp_path):
    export(record, "dossier", tmp_path / "dossier", Filter(place="stonewell"))
    told = (tmp_path / "dossier" / "dossier.md").read_text(encoding="utf-8")
    assert told.startswith("# Dossier: stonewell")
    assert "id e11" in told.replace("\\", "") and "id e1." not in told.replace("\\", "")


def test_each_report_is_a_reference(folder):
    items = json.loads((folder / "reports.csl.json").read_text(encoding="utf-8"))
    bib = (folder / "reports.bib").read_text(encoding="utf-8")
    assert [one["id"] for one in items] == re.findall(r"^@article\{([^,]+),$", bib, re.MULTILINE)
    (first,) = [one for one in items if one["id"] == "d1"]
    assert first["issued"] == {"date-parts": [[2031, 3, 25]]}
    assert (first["container-title"], first["type"]) == ("The Herald", "article-newspaper")


def test_a_title_cannot_act_in_latex(record):
    contents = Contents(record)
    evil = replace(contents.documents["d1"], title=r"\input{/etc/passwd} 50% & {x", url="javascript:x", author="A_B}")
    contents.documents["d1"] = evil
    told = bibtex(contents, ["d1"])
    assert r"\textbackslash{}input\{/etc/passwd\} 50\% \& \{x" in told
    assert "javascript" not in told and r"author = {{A\_B\}}}" in told
    assert _latex("a_b#c") == r"a\_b\#c"
