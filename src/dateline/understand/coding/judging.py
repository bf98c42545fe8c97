"""A report's drafts in, those kept out, each with the verdict on it: what the profile makes of its trigger."""

from dateline.codebook import Codebook
from dateline.model import Article, Span
from dateline.understand.coding.witness import Proposal, Question, SecondWitness
from dateline.understand.draft import Draft
from dateline.understand.writing import ReportDraft, SceneFindings, clause_of

__all__ = ["Judging", "question_of"]

_HIGHEST = 0.95  # however much a trigger's conditions add
_REACH = 80  # characters of a clause that are looked at: what stands farther from the trigger costs time and misleads


class Judging:
    """Asks about all drafts of a report in one batch and acts on what is said."""

    def __init__(self, profile: str, codebook: Codebook) -> None:
        self.witness = SecondWitness(profile, codebook)

    def __call__(self, report: ReportDraft) -> None:
        """Note the verdict on each draft, and take out what is dropped."""
        asked = [(scene, draft) for scene in report.scenes for draft in scene.drafts]
        verdicts = self.witness.judge([question_of(report.article, scene, draft) for scene, draft in asked])
        for (_, draft), verdict in zip(asked, verdicts, strict=True):
            if verdict.type:
                report.verdicts[draft] = verdict
        for scene in report.scenes:
            scene.drafts = [draft for draft in scene.drafts if draft in report.verdicts]


def question_of(article: Article, scene: SceneFindings, draft: Draft) -> Question:
    """Return what is asked about a draft: its clause under the type it has now, whatever its trigger first meant."""
    clause = _around(article.text, clause_of(draft), draft.hit.span)
    others = frozenset(d.type for d in scene.drafts if d is not draft) - {draft.type}
    proposal = Proposal(draft.type, min(_HIGHEST, draft.hit.score))
    return Question(clause, proposal, others)


def _around(text: str, clause: Span, trigger: Span) -> str:
    """Return the whole words of a clause that stand around its trigger."""
    room = max(0, _REACH - (trigger.end - trigger.start))
    start = max(clause.start, min(trigger.start - room // 2, clause.end - _REACH))
    end = max(trigger.end, min(clause.end, start + _REACH))
    if start > clause.start:
        start = text.find(" ", start - 1, trigger.start) + 1 or trigger.start
    if end < clause.end:
        end = max(trigger.end, text.rfind(" ", trigger.end, end + 1))
    return text[start:end]
