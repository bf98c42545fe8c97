"""Every error a user can meet; each message names the file or record, what is wrong and what to do next.

DatelineError
├── InputError          a path that cannot be read as reports
├── RecordError         a record that is missing, foreign, of another version, or cannot be written
├── TheatreError        an unknown theatre, or a broken row in one
├── CodebookError       an event type that does not hold together
├── DecisionError       a human decision that cannot be: on nothing there is, or with a value that does not fit
└── ModelError          a language model that is not installed
"""

__all__ = ["CodebookError", "DatelineError", "DecisionError", "InputError", "ModelError", "RecordError", "TheatreError"]


class DatelineError(Exception):
    """Anything that Dateline itself reports to its user, without a traceback."""


class InputError(DatelineError):
    """A path that cannot be read as reports."""


class RecordError(DatelineError):
    """A record that is missing, foreign, of another version, or cannot be written."""


class TheatreError(DatelineError):
    """An unknown theatre, or a broken row in one."""


class CodebookError(DatelineError):
    """An event type that does not hold together."""


class DecisionError(DatelineError):
    """A human decision that cannot be: on nothing there is, or with a value that does not fit."""


class ModelError(DatelineError):
    """A language model that is not installed."""
