"""Many claims to how well each fact stands: copies, events, figures, control, deals, contradictions, stories."""

from dateline.weigh.weigh import Weigh

__all__ = ["Weigh"]
