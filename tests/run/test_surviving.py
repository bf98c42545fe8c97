"""Decisions outlive more reports, another order, a renamed or edited file, another codebook; what fits nowhere waits."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Act, Judgement, Span
from dateline.record import Record, open_record
from dateline.resolve import Resolve, settle
from dateline.run import Decider, build, decide
from dateline.settings import Settings
from dateline.theatres import load_theatre
from tests.run.reports import REPORTS, claim_of, event_with, exported, write


def read(folder: Path, into: Path, settings: Settings | None = None) -> Record:
    record: Record = build([folder], into, settings).record
    return record


def carried_over(old: Record, new: Record) -> Record:
    """Put the log of one record into another, as when reports are read anew."""
    decide(new, old.decisions())
    return new


@pytest.fixture
def decided(record: Record) -> Record:
    """A record in which a reader decided on this and that."""
    me = Decider(record, "A. Reader")
    shelling = claim_of(record, "shelling", "Shelling")
    event = event_with(record, shelling.id)
    article = next(a for a in record.articles() if "Buses" in a.text)
    at = article.text.index("Red Cross said")
    one, other = (event_with(record, claim_of(record, kind).id) for kind in ("withdrawal", "capture"))
    decide(
        record,
        [
            me.judge(claim_of(record, "protest").id, Act.REJECT),
            me.judge(claim_of(record, "evacuation", "left").id, Act.ACCEPT),
            me.change(claim_of(record, "refusal").id, "places", ["idlib"]),
            me.merge("organisation-lantern-brigade", ["organisation-lantern-battalion"]),
            me.split(event.id, [shelling.id]),
            me.merge(one.id, [other.id]),
            me.add(article.id, Span(at, at + 14), {"type": "negotiation", "actors": ["red-cross"]}),
            me.grade("river-post", "B", "corrects itself"),
        ],
    )
    return record


def what_stands(record: Record) -> dict[str, object]:
    """What the decisions of `decided` come to, without ids."""
    parts = {c.document: c for c in record.claims() if c.type == "shelling" and c.places == ("eastern-aleppo",)}
    judged = {r.id: r.judgement for r in record.reviews() if r.id.startswith("c-")}
    claims = {c.id: c for c in record.claims()}
    return {
        "judged": sorted((claims[id].type, str(said)) for id, said in judged.items()),
        "place": claim_of(record, "refusal").places,
        "merged": claim_of(record, "attack").actors,
        "apart": len({event_with(record, c.id).id for c in parts.values()}),
        "together": event_with(record, claim_of(record, "withdrawal").id).id
        == event_with(record, claim_of(record, "capture").id).id,
        "added": claim_of(record, "negotiation").actors,
        "grade": {o.id: o.reliability for o in record.outlets()}["river-post"],
        "waiting": [one.reason for one in record.orphans()],
    }


EXPECTED = {
    "judged": [
        ("evacuation", "accepted"),
        ("negotiation", "accepted"),
        ("protest", "rejected"),
        ("refusal", "changed"),
    ],
    "place": ("idlib",),
    "merged": ("organisation-lantern-brigade",),
    "apart": 2,
    "together": True,
    "added": ("red-cross",),
    "grade": "B",
    "waiting": [],
}


def test_decisions_are_applied(decided):
    assert what_stands(decided) == EXPECTED


def test_reading_the_same_and_more_loses_nothing(decided, tmp_path):
    folder = write(tmp_path / "more")
    more = "Homs, 16 December 2016 (River Post) - The army shelled Homs on Friday, doctors said.\n"
    (folder / "five.txt").write_text(more, encoding="utf-8")
    record = read(folder, decided.path)
    assert len(list(record.articles())) == 5
    assert what_stands(record) == EXPECTED


def test_the_order_of_reading_plays_no_part(decided, tmp_path):
    folder = write(tmp_path / "reports")
    backward = tmp_path / "backward.dateline"
    for name in sorted(REPORTS):
        new = read(folder / name, backward)
    assert exported(carried_over(decided, new)).replace(str(folder), "") == exported(
        carried_over(decided, read(folder, tmp_path / "whole.dateline"))
    ).replace(str(folder), "")
    assert what_stands(new) == EXPECTED


def test_renamed_files_keep_their_decisions(decided, tmp_path):
    folder = tmp_path / "renamed"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / f"2016-{name}").write_text(text, encoding="utf-8", newline="\n")
    record = carried_over(decided, read(folder, tmp_path / "new.dateline"))
    assert what_stands(record) == EXPECTED
    assert not {c.id for c in decided.claims() if c.type != "negotiation"} & {c.id for c in record.claims()}


def test_edited_files_keep_their_decisions(decided, tmp_path):
    folder = write(tmp_path / "edited")
    for path in folder.glob("*.txt"):
        head, _, rest = path.read_text(encoding="utf-8").partition(" - ")
        path.write_text(f"{head} - (Corrected.) {rest}An editor's note follows.\n", encoding="utf-8", newline="\n")
    record = carried_over(decided, read(folder, tmp_path / "new.dateline"))
    assert what_stands(record) == EXPECTED


def test_a_report_edited_in_its_place_keeps_its_decisions_and_old_ids_lead_on(decided, tmp_path):
    folder = write(tmp_path / "reports")
    record = carried_over(decided, read(folder, tmp_path / "own.dateline"))
    before = claim_of(record, "protest")
    (folder / "one.txt").write_text(REPORTS["one.txt"].replace("Residents", "Several residents"), encoding="utf-8")
    record = read(folder, record.path)
    after = claim_of(record, "protest")
    assert after.id != before.id and record.resolve_id(before.id) == after.id
    assert what_stands(record) == EXPECTED


def test_a_decision_on_words_that_are_gone_waits_and_comes_back_with_them(decided, tmp_path):
    folder = write(tmp_path / "cut")
    cut = REPORTS["one.txt"].replace(" Residents protested in Idlib on Monday.", "")
    (folder / "one.txt").write_text(cut, encoding="utf-8", newline="\n")
    record = carried_over(decided, read(folder, tmp_path / "new.dateline"))
    assert what_stands(record)["waiting"] == ["no protest claim is found at “protested” any more"]
    assert len(record.decisions()) == len(decided.decisions())
    write(folder, ["one.txt"])
    assert what_stands(read(folder, record.path))["waiting"] == []


def test_a_decision_on_a_report_that_is_not_there_waits(decided, tmp_path):
    folder = write(tmp_path / "fewer", ["two.txt", "three.txt", "four.txt"])
    record = carried_over(decided, read(folder, tmp_path / "new.dateline"))
    reasons = [one.reason for one in record.orphans()]
    assert any("one.txt) is not in the record" in reason for reason in reasons)


def test_an_accepted_claim_that_is_now_of_another_type_waits(record, tmp_path):
    claim = claim_of(record, "protest")
    decide(record, [Decider(record, "A. Reader").judge(claim.id, Act.ACCEPT)])
    own = tmp_path / "codebook"
    own.mkdir()
    (own / "rally.yaml").write_text(RALLY, encoding="utf-8")
    again = read(write(tmp_path / "reports"), record.path, Settings(codebook=str(own)))
    assert claim_of(again, "rally").document == claim.document
    assert [one.reason for one in again.orphans()] == ["it was said of a claim of protest; now it is rally"]
    assert again.resolve_id(claim.id) == claim_of(again, "rally").id


def test_a_change_outlives_another_type(record, tmp_path):
    claim = claim_of(record, "protest")
    decide(record, [Decider(record, "A. Reader").change(claim.id, "places", ["fuah"])])
    own = tmp_path / "codebook"
    own.mkdir()
    (own / "rally.yaml").write_text(RALLY, encoding="utf-8")
    again = read(write(tmp_path / "reports"), record.path, Settings(codebook=str(own)))
    rally = claim_of(again, "rally")
    review = again.review(rally.id)
    assert rally.places == ("fuah",) and review and review.judgement is Judgement.CHANGED


def test_two_copies_of_a_log_are_one_log(decided, tmp_path):
    decide(decided, open_record(shutil.copy(decided.path, tmp_path / "copy.dateline")).decisions())
    assert len(decided.decisions()) == 8


def test_a_copied_record_keeps_its_decisions(decided, tmp_path):
    other = shutil.copy(decided.path, tmp_path / "copy.dateline")
    assert what_stands(read(write(tmp_path / "reports"), other)) == EXPECTED


RALLY = """\
id: rally
name: Rally
group: unrest
definition: People come together in the open to show what they want.
include: [a rally]
exclude: [a riot]
plover: PROTEST
acled: [{code: Peaceful protest}]
triggers:
  en:
    verbs:
      - words: [protest]
        frame: {actor: [subject], place: [in, at]}
        weight: 0.95
examples:
  - {text: Residents protested in the square., language: en}
"""


@settings(max_examples=24, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_linking_never_depends_on_the_order_of_reports(decided, data):
    readings, articles = list(decided.readings()), list(decided.articles())
    shuffled = data.draw(st.permutations(readings))
    resolve = Resolve(load_theatre(decided.settings().theatres))
    straight = resolve(readings, settle(decided.decisions(), articles, readings))
    other = resolve(shuffled, settle(decided.decisions(), data.draw(st.permutations(articles)), shuffled))
    for field in ("actors", "places", "tombstones", "rulings"):
        assert getattr(other, field) == getattr(straight, field), field
    for field in ("mentions", "claims", "figures", "control", "framings"):
        assert set(getattr(other, field)) == set(getattr(straight, field)), field
