"""A report's drafts in, each with its verdict out: kept, kept under a better type, or dropped, as the profile has it."""

from dateline.codebook import Codebook
from dateline.model import Article
from dateline.understand.draft import Draft
from dateline.understand.witness import Proposal, Question, SecondWitness
from dateline.understand.writing import ReportDraft, SceneFindings, clause_of

__all__ = ["Judging", "question_of"]

_HIGHEST = 0.95  # however much a trigger's conditions add


class Judging:
    """Asks about all drafts of a report in one batch and acts on what is said."""

    def __init__(self, profile: str, codebook: Codebook) -> None:
        self.witness = SecondWitness(profile, codebook)

    def __call__(self, report: ReportDraft) -> None:
        """Note the verdict on each draft, set the type it gives, and take out what is dropped."""
        asked = [(scene, draft) for scene in report.scenes for draft in scene.drafts]
        verdicts = self.witness.judge([question_of(report.article, scene, draft) for scene, draft in asked])
        for (_, draft), verdict in zip(asked, verdicts, strict=True):
            if verdict.type:
                draft.type = verdict.type
                report.verdicts[draft] = verdict
        for scene in report.scenes:
            scene.drafts = [draft for draft in scene.drafts if draft in report.verdicts]


def question_of(article: Article, scene: SceneFindings, draft: Draft) -> Question:
    """Return what is asked about a draft: its clause under the type it has now, whatever its trigger first meant."""
    clause = clause_of(draft)
    others = frozenset(d.type for d in scene.drafts if d is not draft) - {draft.type}
    proposal = Proposal(draft.type, min(_HIGHEST, draft.hit.score))
    settled = draft.type != draft.hit.trigger.type  # by the whole report or a negation, which the vectors do not see
    return Question(article.text[clause.start : clause.end], proposal, others, settled)
