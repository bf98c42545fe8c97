"""A reading copy for language models: takes text, gives back text of the same length in plainer characters."""

__all__ = ["model_text"]

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
# Marks without width say nothing to a model; the joiners U+200C and U+200D stay, since Persian spells with them.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"
_HYPHENS = "\u2010\u2011"

_TABLE = {
    **{ord(char): " " for char in _SPACES + _INVISIBLE},
    **{ord(char): "'" for char in _APOSTROPHES},
    **{ord(char): '"' for char in _QUOTES},
    **{ord(char): "-" for char in _HYPHENS},
}


def model_text(text: str) -> str:
    """Return `text` with every code point replaced by exactly one, so that offsets into both are equal.

    Typographic apostrophes and quotes become straight, odd spaces become spaces; guillemets and line breaks stay.
    """
    return text.translate(_TABLE)
