"""One article to its claims: mentions, events and roles, attribution, modality, dates, figures, control, wording.

`report.py` tells the order. Its rooms: `parse` (sentences to trees), `mentions` (who and what words point at), `coding`
(what happened), `slots` (who, to whom, where), `speech` (who says so, as what), `days`, `holders` (who holds a place) and
`framing`. What all rooms pass on lies beside them: a sentence (`scene.py`), a claim in the making (`draft.py`), the
theatre's words (`lexicon.py`), what the report has told so far (`memory.py`).
"""

from dateline.understand.report import Understand

__all__ = ["Understand"]
