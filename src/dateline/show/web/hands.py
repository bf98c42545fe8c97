"""What the workbench may do to a record but does not know how: callables that the command line hands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Act, Span

__all__ = ["Hands", "Progress", "Word"]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Word:
    """One human word: the act, the ids it is about (all in one act for a merge or a split), and what belongs to it.

    `value` is what JSON knows: that of a field that is changed, or the fields of a claim that is added at `span` of the
    document `about`. `into` is whom mentions that are split off mean instead. `blind` tells that who says it was shown
    the claim as the program read it.
    """

    act: Act
    about: str
    others: tuple[str, ...] = ()
    field: str = ""
    value: object = None
    into: str = ""
    span: Span | None = None
    why: str = ""
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Hands:
    """Without a callable its page is for looking only.

    `decide` takes who decides and their words, writes them to the log and gives back the ids of the decisions; it raises
    DatelineError for a word that does not fit. `weigh` makes all that follows from decisions anew. `read` takes the paths of
    reports, an outlet and a date (either may be empty) and progress; it gives back a line for each report it left out.
    """

    who: str = ""
    decide: Callable[[str, Sequence[Word]], list[str]] | None = None
    weigh: Callable[[], None] | None = None
    read: Callable[[Sequence[Path], str, str, Progress], list[str]] | None = None
