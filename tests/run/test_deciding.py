"""A human word changes everything that rests on it at once, and taking it back leaves nothing behind."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import DecisionError
from dateline.model import Act, Anchor, Decision, Judgement, Span
from dateline.model.log import standing
from dateline.model.review import AnchorKind
from dateline.record import Record, open_record
from dateline.run import Decider, build, decide, weigh_again, weigh_record
from tests.run.reports import claim_of, event_with, exported


@pytest.fixture
def me(record) -> Decider:
    return Decider(record, "A. Reader")


def rows(record: Record, kind: str) -> dict[str, dict[str, object]]:
    listed = map(json.loads, exported(record).splitlines())
    return {row["id"]: row for row in listed if row["object"] == kind}


def of_kind(record: Record, kind: str, **fields: object) -> list[dict[str, object]]:
    return [row for row in rows(record, kind).values() if all(row[name] == value for name, value in fields.items())]


# --- one claim ------------------------------------------------------------------------------------------------------
def test_an_accepted_claim_is_marked_and_nothing_else_changes(record, me):
    before, claim = exported(record).splitlines(), claim_of(record, "protest")
    decide(record, [me.judge(claim.id, Act.ACCEPT, "heard it")])
    changed = [line for line in exported(record).splitlines() if line not in before]
    assert [(json.loads(line)["id"], json.loads(line)["review"]) for line in changed] == [(claim.id, "accepted")]


def test_a_rejected_claim_stays_marked_and_no_longer_counts(record, me):
    claim = claim_of(record, "capture", "captured")
    event = event_with(record, claim.id)
    decide(record, [me.judge(claim.id, Act.REJECT)])
    assert rows(record, "claim")[claim.id]["review"] == "rejected"
    left = record.event(record.resolve_id(event.id))
    assert left and set(left.claims) == set(event.claims) - {claim.id}
    assert left.independent_sources == event.independent_sources - 1
    assert all(claim.id not in entry.claims for entry in record.ledger())
    assert all(claim.id not in one.claims for one in record.events())


def test_the_count_of_a_rejected_claim_is_gone(record, me):
    claim = next(c for c in record.claims() if c.figures)
    decide(record, [me.judge(claim.id, Act.REJECT)])
    assert not any(event.counts for event in record.events())


def test_unsure_and_a_flag_change_no_finding(record, me):
    before, claim = exported(record), claim_of(record, "protest")
    decide(record, [me.judge(claim.id, Act.UNSURE), me.judge(claim.id, Act.FLAG, "ask the desk")])
    assert exported(record) == before
    review = record.review(claim.id)
    assert review and review.judgement is Judgement.UNSURE and review.flagged


def test_a_changed_place_moves_the_event_and_who_holds_what(record, me):
    first, other = (claim_of(record, "capture", words) for words in ("captured", "took"))
    decide(record, [me.change(c.id, "places", ["idlib"]) for c in (first, other)])
    assert rows(record, "claim")[first.id]["review"] == "changed"
    assert event_with(record, first.id).places == ("idlib",)
    assert {entry.place for entry in record.ledger()} == {"idlib"}
    assert len(of_kind(record, "control", place="idlib", review="changed")) == 2


def test_a_changed_type_has_the_codes_of_that_type(record, me):
    claim = claim_of(record, "protest")
    decide(record, [me.change(claim.id, "type", "airstrike")])
    row = rows(record, "claim")[claim.id]
    assert (row["type"], row["plover"], row["review"]) == ("airstrike", "ASSAULT", "changed")
    assert event_with(record, claim.id).type == "airstrike"


def test_a_changed_figure_changes_the_count(record, me):
    claim = next(c for c in record.claims() if c.figures)
    (figure,) = claim.figures
    decide(record, [me.change(figure, "low", 52), me.change(figure, "high", 52)])
    assert [count.best for count in event_with(record, claim.id).counts] == [52.0]
    assert rows(record, "figure")[figure]["review"] == "changed"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "clash"), ("actors", ["russia"]), ("targets", ["rebels"]), ("mediators", ["red-cross"]), ("places", []),
        ("time", {"earliest": "2016-12-10", "latest": None}), ("speakers", ["medics"]), ("modality", "denied"),
        ("background", True), ("figures", []),
    ],
)  # fmt: skip
def test_every_field_of_a_claim_can_be_set(record, me, field, value):
    claim = claim_of(record, "shelling", "shelling")
    decide(record, [me.change(claim.id, field, value, "read it again")])
    told = rows(record, "claim")[claim.id][field]
    assert told == ({**value, "basis": "text"} if field == "time" else value)


# --- several things -------------------------------------------------------------------------------------------------
def test_merged_actors_are_one_and_the_old_id_leads_on(record, me):
    decide(record, [me.merge("organisation-lantern-brigade", ["organisation-lantern-battalion"])])
    assert claim_of(record, "attack").actors == ("organisation-lantern-brigade",)
    kept = {actor.id: actor for actor in record.actors()}
    assert "organisation-lantern-battalion" not in kept
    assert "Lantern Battalion" in kept["organisation-lantern-brigade"].aliases
    assert record.resolve_id("organisation-lantern-battalion") == "organisation-lantern-brigade"


def test_merged_places_are_one(record, me):
    decide(record, [me.merge("aleppo", ["eastern-aleppo"])])
    assert claim_of(record, "shelling", "Shelling").places == ("aleppo",)
    assert record.resolve_id("eastern-aleppo") == "aleppo"


def test_a_chain_of_merges_leads_to_its_end(record, me):
    decide(record, [me.merge("aleppo", ["eastern-aleppo"])])
    decide(record, [me.merge("aleppo-district", ["aleppo"])])
    assert claim_of(record, "shelling", "Shelling").places == ("aleppo-district",)
    assert record.resolve_id("eastern-aleppo") == "aleppo-district"


def test_merged_events_are_one_event_and_both_ids_lead_to_it(record, me):
    one, other = (event_with(record, claim_of(record, kind).id) for kind in ("withdrawal", "capture"))
    decide(record, [me.merge(one.id, [other.id], "one battle")])
    event = record.event(record.resolve_id(one.id))
    assert event and set(event.claims) == {*one.claims, *other.claims}
    assert record.resolve_id(other.id) == event.id
    assert "put together by A. Reader" in event.why


def test_a_split_event_stays_apart_in_every_later_run(record, me):
    claim = claim_of(record, "shelling", "Shelling")
    event = event_with(record, claim.id)
    decide(record, [me.split(event.id, [claim.id])])
    weigh_again(record)
    assert event_with(record, claim.id).claims == (claim.id,)
    assert record.resolve_id(event.id) in {one.id for one in record.events()}


def test_a_merge_after_a_split_puts_together_again(record, me):
    claim = claim_of(record, "shelling", "Shelling")
    event = event_with(record, claim.id)
    decide(record, [me.split(event.id, [claim.id])])
    parts = [event_with(record, id).id for id in event.claims]
    decide(record, [me.merge(parts[0], parts[1:])])
    assert set(event_with(record, claim.id).claims) == set(event.claims)


def test_a_mention_split_off_takes_the_claim_that_rests_on_it_along(record, me):
    claim = claim_of(record, "refusal")
    mention = next(m for m in record.mentions() if m.document == claim.document and m.span.overlaps(claim.span))
    decide(record, [me.split("organisation-lantern-brigade", [mention.id], "Lantern Company")])
    (actor,) = claim_of(record, "refusal").actors
    assert {one.id: one.name for one in record.actors()}[actor] == "Lantern Company"
    assert claim_of(record, "withdrawal").actors == ("organisation-lantern-brigade",)


def test_a_document_split_off_can_mean_somebody_known(record, me):
    document = claim_of(record, "refusal").document
    decide(record, [me.split("organisation-lantern-brigade", [document], "ahrar-al-sham")])
    assert claim_of(record, "refusal").actors == ("ahrar-al-sham",)


# --- what was missed, grades ----------------------------------------------------------------------------------------
def test_an_added_claim_is_a_claim_like_others(record, me):
    article = next(a for a in record.articles() if "Buses" in a.text)
    at = article.text.index("Buses")
    fields = {"type": "displacement", "actors": ["civilians"], "places": ["aleppo"]}
    decide(record, [me.add(article.id, Span(at, at + 25), fields, trigger=Span(at + 6, at + 10))])
    claim = claim_of(record, "displacement")
    assert (claim.places, claim.rule, claim.confidence) == (("aleppo",), "added by hand", 1.0)
    assert rows(record, "claim")[claim.id]["review"] == "accepted"
    assert claim.id in event_with(record, claim.id).claims


def test_a_claim_can_be_added_to_a_report_that_nothing_was_coded_in(record, me, tmp_path):
    text = (
        "Kapinalliset ampuivat Idlibin kaupunkia perjantaina, kertoi tarkkailija. Siviilejä pakeni kylistä etelään.\n"
    )
    (tmp_path / "fi.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "fi.txt"], record.path)
    article = next(a for a in record.articles() if a.language == "fi")
    assert not article.coded
    decide(record, [me.add(article.id, Span(0, 53), {"type": "shelling", "places": ["idlib"]}, trigger=Span(13, 21))])
    claim = claim_of(record, "shelling", "ampuivat")
    assert claim.document == article.id and event_with(record, claim.id).places == ("idlib",)


def test_actors_and_places_can_be_given_by_name(record, me):
    claim = claim_of(record, "protest").id
    decide(record, [me.change(claim, "places", ["al-Fu'ah"]), me.change(claim, "actors", ["Jaysh al-Islam"])])
    found = record.claim(claim)
    assert found and (found.places, found.actors) == (("fuah",), ("jaysh-al-islam",))
    assert "jaysh-al-islam" in {actor.id for actor in record.actors()}  # no report names it


def test_a_place_that_only_the_gazetteer_knows_has_its_point(record, me):
    claim = claim_of(record, "protest").id
    with pytest.raises(DecisionError, match=r"places are called so; give the id of one: gn-\d+ \(\w+, \w\w\)"):
        me.change(claim, "places", ["San Pedro"])
    decide(record, [me.change(claim, "places", ["Reykjavik"])])
    (id,) = event_with(record, claim).places
    place = next(place for place in record.places() if place.id == id)
    assert id.startswith("gn-") and place.lat and 64 < place.lat < 65


def test_a_new_name_can_be_merged_into_an_actor_that_only_the_theatre_lists(record, me):
    decide(record, [me.merge("jaysh-al-islam", ["organisation-lantern-battalion"])])
    assert claim_of(record, "attack").actors == ("jaysh-al-islam",)
    (kept,) = [actor for actor in record.actors() if actor.id == "jaysh-al-islam"]
    assert kept.known and "Lantern Battalion" in kept.aliases


def test_grades_of_humans_take_the_place_of_assessed_ones_with_the_reason(record, me):
    event = event_with(record, claim_of(record, "protest").id)
    decide(record, [me.grade("river-post", "B", "corrects itself"), me.grade(event.id, 2, "seen on film")])
    outlet = rows(record, "outlet")["river-post"]
    assert (outlet["reliability"], outlet["reason"]) == ("B", "corrects itself (graded by A. Reader)")
    graded = record.event(event.id)
    assert graded and graded.credibility == 2 and graded.reasons[0] == "seen on film (graded by A. Reader)"


# --- the log --------------------------------------------------------------------------------------------------------
def test_undo_takes_back_the_newest_and_nothing_is_deleted(record, me):
    before, claim = exported(record), claim_of(record, "protest")
    decide(record, [me.judge(claim.id, Act.REJECT)])
    decide(record, [me.undo()])
    assert exported(record) == before
    assert [one.act for one in record.decisions()] == [Act.REJECT, Act.UNDO]
    assert record.review(claim.id) is None


def test_an_undo_can_be_undone(record, me):
    claim = claim_of(record, "protest")
    decide(record, [me.judge(claim.id, Act.REJECT)])
    decided = exported(record)
    decide(record, [undo := me.undo()])
    decide(record, [me.undo(undo.id)])
    assert exported(record) == decided


def test_nobody_undoes_anothers_word_without_naming_it(record, me):
    decide(record, [me.judge(claim_of(record, "protest").id, Act.ACCEPT)])
    with pytest.raises(DecisionError, match="has decided nothing"):
        Decider(record, "B. Reader").undo()


def test_of_two_coders_the_newest_definite_word_counts_and_they_are_seen_to_differ(record, me):
    claim, other = claim_of(record, "protest"), Decider(record, "B. Reader")
    decide(record, [me.judge(claim.id, Act.ACCEPT)])
    decide(record, [other.judge(claim.id, Act.REJECT)])
    review = record.review(claim.id)
    assert review and review.judgement is Judgement.REJECTED and review.disputed
    decide(record, [me.judge(claim.id, Act.UNSURE)])
    review = record.review(claim.id)
    assert review and review.judgement is Judgement.REJECTED and not review.disputed


def test_a_blind_coder_sees_and_vouches_for_what_the_program_read(record, me):
    claim = claim_of(record, "protest")
    decide(record, [me.change(claim.id, "type", "riot")])
    as_read = record.claim_as_read(claim.id)
    assert as_read and replace(as_read, acled=claim.acled, plover=claim.plover) == claim
    decide(record, [Decider(record, "B. Reader", blind=True).judge(claim.id, Act.ACCEPT)])
    review, now = record.review(claim.id), record.claim(claim.id)
    assert review and review.judgement is Judgement.ACCEPTED and review.disputed
    assert now and now.type == "protest"
    assert [(one.field, dict(one.words)) for one in record.disagreements()] == [
        ("type", {"A. Reader": '"riot"', "B. Reader": '"protest"'})
    ]


def test_a_decision_made_while_views_are_made_is_not_lost(record, me):
    claim, made_of = claim_of(record, "protest"), record.state()
    views = weigh_record(record, record.settings().theatres)
    decide(record, [me.judge(claim.id, Act.REJECT)], weigh=False)
    record.replace_views(views, made_of)
    review = record.review(claim.id)
    assert review and review.judgement is Judgement.REJECTED and not record.has_current_views()
    weigh_again(record)
    assert record.has_current_views() and all(claim.id not in event.claims for event in record.events())


def test_without_weighing_the_review_is_seen_at_once_and_the_rest_later(record, me):
    claim = claim_of(record, "capture", "captured")
    event = event_with(record, claim.id)
    applied = decide(record, [me.judge(claim.id, Act.REJECT)], weigh=False)
    assert not applied.views and not record.has_current_views()
    assert rows(record, "claim")[claim.id]["review"] == "rejected"
    assert record.event(event.id) == event
    weigh_again(record)
    assert record.event(event.id) is None and record.has_current_views()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda me, id: me.change(id, "actors", ["nobody"]), "'nobody': neither the record nor its theatres know actors"),
        (lambda me, id: me.change(id, "actors", "rebels"), "list of ids"),
        (lambda me, id: me.change(id, "type", "dance"), "no event type 'dance'"),
        (lambda me, id: me.change(id, "time", {"earliest": "2016-12-31", "latest": "2016-01-01"}), "earlier day first"),
        (lambda me, id: me.change(id, "modality", "sung"), "known are asserted"),
        (lambda me, id: me.change(id, "colour", "red"), "of a claim can be set: type"),
        (lambda me, id: me.change("river-post", "type", "clash"), "outlet has no field"),
        (lambda me, id: me.judge("c-none", Act.ACCEPT), "holds nothing with the id"),
        (lambda me, id: me.judge("russia", Act.REJECT), "an actor; claims, figures"),
        (lambda me, id: me.grade("river-post", "B", " "), "needs its reason"),
        (lambda me, id: me.grade("river-post", "G", "x"), "letter from A"),
        (lambda me, id: me.grade(id, 1, "x"), "this is neither"),
        (lambda me, id: me.merge("russia", ["aleppo"]), "all of one kind"),
        (lambda me, id: me.merge("russia", ["russia"]), "two or more"),
        (lambda me, id: me.split("russia", ["m-none"]), "no mention of it"),
        (lambda me, id: me.split(id, []), "none of them"),
        (lambda me, id: me.undo("h-none"), "no decision has this id"),
        (lambda me, id: me.add("d-none", Span(0, 3), {"type": "clash"}), "no document"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_told_with_the_remedy(record, me, make, words):
    with pytest.raises(DecisionError, match=words):
        make(me, claim_of(record, "protest").id)
    assert not record.decisions()


def test_a_flagged_claim_is_asked_about_until_somebody_answers(record, me):
    last = record.queue()[-1]
    decide(record, [me.judge(last.id, Act.FLAG, "who are they?")])
    asked = {one.id: one for one in record.queue()}
    assert asked[last.id].reason == "a reviewer asks others to look at it"
    assert asked[last.id].priority > last.priority
    decide(record, [Decider(record, "B. Reader").judge(last.id, Act.ACCEPT)])
    assert last.id not in {one.id for one in record.queue()}
    assert last.id in {one.id for one in record.queue("C. Reader")}


@pytest.mark.parametrize(
    ("act", "field", "value"),
    [
        (Act.CHANGE, "places", "no json"), (Act.CHANGE, "colour", '"red"'), (Act.CHANGE, "", ""), (Act.MERGE, "", ""),
        (Act.MERGE, "", "[[]]"), (Act.SPLIT, "", "{}"), (Act.SPLIT, "", "[1]"), (Act.ADD, "", '{"type": "clash"}'),
        (Act.ADD, "", "[]"), (Act.GRADE, "reliability", '"Q"'), (Act.GRADE, "", ""), (Act.UNDO, "", ""),
    ],
)  # fmt: skip
def test_a_broken_decision_waits_and_breaks_nothing(record, act, field, value):
    before, claim = exported(record), claim_of(record, "protest").id
    when = datetime(2024, 5, 1, tzinfo=UTC)
    bare = Decision("h-bare", act, claim, "A. Program", when, "", field, value)
    kinds: tuple[AnchorKind, ...] = ("claim", "actor", "event", "mention")
    anchors = [Anchor(claim, kind, document="d-x", quote="protested") for kind in kinds]
    decide(record, [bare, *(replace(bare, id=f"h-{a.kind}", anchors=(a,)) for a in anchors)])
    assert exported(record) == before
    assert act is Act.UNDO or len(list(record.orphans())) == 5


# --- any sequence ---------------------------------------------------------------------------------------------------
def drawn(data, record, who):
    """Any decision that can be made on the record now."""
    me = Decider(record, who)
    claim = data.draw(st.sampled_from([c.id for c in record.claims()]))
    actors = [a.id for a in record.actors()]
    pair = data.draw(st.lists(st.sampled_from(actors), min_size=2, max_size=2, unique=True))
    events = data.draw(st.lists(st.sampled_from([e.id for e in record.events()]), min_size=2, max_size=2, unique=True))
    big = [e for e in record.events() if len(e.claims) > 1]
    ways = [
        lambda: me.judge(claim, data.draw(st.sampled_from([Act.ACCEPT, Act.REJECT, Act.UNSURE, Act.FLAG]))),
        lambda: me.change(claim, "places", data.draw(st.sampled_from([[], ["idlib"], ["aleppo", "fuah"]]))),
        lambda: me.change(claim, "type", data.draw(st.sampled_from(["clash", "capture", "agreement"]))),
        lambda: me.merge(pair[0], pair[1:]),
        lambda: me.merge(events[0], events[1:]),
        lambda: me.split(big[0].id, big[0].claims[:1]) if big else me.judge(claim, Act.ACCEPT),
        lambda: me.undo() if any(one.who == who for one in standing(record.decisions())) else me.judge(claim, Act.FLAG),
    ]
    return data.draw(st.sampled_from(ways))()


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_was_taken_back_leaves_no_trace(made, tmp_path, data):
    record = open_record(shutil.copy(made, tmp_path / "war.dateline"))
    before = exported(record)
    for _ in range(data.draw(st.integers(1, 6))):
        decide(record, [drawn(data, record, data.draw(st.sampled_from(["A. Reader", "B. Reader"])))])
    straight = open_record(shutil.copy(made, tmp_path / "straight.dateline"))
    decide(straight, standing(record.decisions()))
    assert exported(straight) == exported(record)
    for decision in data.draw(st.permutations(standing(record.decisions()))):
        decide(record, [Decider(record, "C. Reader").undo(decision.id)], weigh=False)
    weigh_again(record)
    assert exported(record) == before
