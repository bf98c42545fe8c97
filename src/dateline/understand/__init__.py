"""One article to its claims: mentions, events and roles, attribution, modality, dates, figures, control, wording."""

from dateline.understand.report import Understand

__all__ = ["Understand"]
