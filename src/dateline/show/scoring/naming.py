"""The layers of documents and names: dates, languages, boilerplate and spun texts; actors and places by their mentions."""

from collections import Counter

from dateline.model import Mention, Span
from dateline.show.scoring.gold import GoldReport
from dateline.show.scoring.ground import Ground
from dateline.show.scoring.spans import likeness, paired, shared
from dateline.show.scoring.tally import Scores

__all__ = ["score_documents", "score_names"]


def score_documents(ground: Ground, scores: Scores) -> None:
    """Score what is known of each report."""
    reports = ground.gold.reports
    points = [one for report in reports if (one := _date_points(ground, report)) is not None]
    quiet = [_is_quiet(ground, report, span) for report in reports for span in report.boilerplate]
    copies = {copy.document: copy.spun for copy in ground.record.copies()}
    languages = told = 0
    for report in reports:
        document = ground.documents.get(report.name)
        languages += document is not None and document.language == report.language
        told += report.spun == (copies.get(document.id, False) if document else False)
    scores.share("documents found", len(ground.documents), len(reports))
    scores.share("publication date", sum(points), len(points))
    scores.share("boilerplate left alone", sum(quiet), len(quiet), if_none=1.0)
    scores.share("language", languages, len(reports))
    scores.share("spun text told apart", told, len(reports))


def _date_points(ground: Ground, report: GoldReport) -> float | None:
    """1 for the day; where the text only hints at it, 1 within the days it leaves, a half for leaving it open."""
    document = ground.documents.get(report.name)
    day = document.published.date if document else None
    if report.published:
        return float(day == report.published)
    if report.inferred:
        return 0.5 if day is None else float(report.inferred[0] <= day <= report.inferred[1])
    return None


def _is_quiet(ground: Ground, report: GoldReport, span: Span) -> bool:
    return not any(shared(span, claim.trigger) for claim in ground.claims[report.name])


def score_names(ground: Ground, scores: Scores) -> None:
    """Score mentions, and learn from those of actors which of the record's is which of the gold's."""
    met: list[tuple[GoldReport, Span, str, str]] = []
    together: Counter[tuple[str, str]] = Counter()
    named = {"actor": 0, "place": 0}
    right = {"actor": 0, "place": 0}
    located: list[bool] = []
    for report in ground.gold.reports:
        for kind, forms in (("actor", report.actors), ("place", report.places)):
            wanted = report.names(forms)
            ours = [one for one in ground.mentions[report.name] if one.kind == kind and _counts(report, one)]
            pairs = paired(wanted, ours, lambda want, have: likeness(want[0], have.span))
            by_name = {at for at, one in enumerate(ours) if one.form == "name"}
            named[kind] += len(by_name)
            right[kind] += len(by_name & set(pairs.values()))
            for at, (span, id) in enumerate(wanted):
                have = ours[pairs[at]].refers_to if at in pairs else ""
                if kind == "actor":
                    met.append((report, span, id, have))
                    together.update([(id, have)] if have else [])
                else:
                    located.append(ground.near(id, have))
                    if not located[-1]:
                        scores.miss("place", report.name, f"{ground.quote(report, span)} is {have or None}, not {id}")
    ground.learn(together)
    resolved = [bool(have) and ground.ours.get(id) == have for _, _, id, have in met]
    for (report, span, id, have), is_right in zip(met, resolved, strict=True):
        if not is_right:
            scores.miss("actor", report.name, f"{ground.quote(report, span)} is {have or None}, not {id}")
    scores.share("actor mentions found", sum(bool(have) for *_, have in met), len(met))
    scores.share("actor mentions resolved", sum(resolved), len(met))
    scores.share("actor name precision", right["actor"], named["actor"])
    scores.share("place mentions located", sum(located), len(located))
    scores.share("place name precision", right["place"], named["place"])


def _counts(report: GoldReport, mention: Mention) -> bool:
    return not report.is_quiet(mention.span) and not any(shared(mention.span, span) for span in report.either)
