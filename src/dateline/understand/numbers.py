"""Number expressions of a language: from "over 103,600", "dozens", "between 20 and 30" to low and high."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook.words import FigureWords
from dateline.understand.parse.words import words_in

__all__ = ["NumberWord", "Numbers"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in a text: characters `start` to `end`, where its bare digits or words begin, and what it can be."""

    start: int
    core: int
    end: int
    low: float | None
    high: float | None


_ARTICLES = frozenset({"un", "une", "a", "an"})
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"\w+")


class Numbers:
    """The number grammar of one language."""

    def __init__(self, words: FigureWords) -> None:
        self.words = words
        digits = r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+)?"
        scale = rf"(?:[\s-]*(?:{_any(w for w in words.scales if len(w) > 1)})\b)?(?:\s*[km]\b(?!\w))?"
        small = rf"(?:{_any(words.words)})"
        spelled = rf"(?:{small}(?:[\s-](?:{small}|{_any(w for w in words.scales if len(w) > 1)})\b)*)"
        begins = "".join(sorted({re.escape(word[0]) for word in words.words}))  # few characters can begin a number
        atom = rf"(?=[\d{begins}])(?:(?:{digits}){scale}|\b{spelled}\b)"
        self.atom = re.compile(atom, re.I)
        self.vague = re.compile(rf"(?<![\w-])(?P<vague>{_any(words.vague)}|1,?000['’]s|100['’]s|10['’]s)(?!\w)", re.I)
        self.plain = re.compile(rf"(?<![\w.,:/$€£#-])(?P<a>{atom})(?![\w:/]|[.,]\d)", re.I)
        self.ranges = [(_joints(form), re.compile(_range(form, atom), re.I)) for form in words.ranges]
        self.few = frozenset(map(_rarest, words.vague))
        self.spelled = self.few.union(words.words)
        every = [*words.at_least, *words.at_most, *words.about]
        self.before = re.compile(rf"\b(?P<mod>{_any(every)})[\s]*$", re.I)

    def find(self, text: str) -> Iterator[NumberWord]:
        """Yield the number expressions of a text from left to right, ranges first."""
        here = words_in(text)
        if not _DIGIT.search(text) and self.spelled.isdisjoint(here):
            return
        taken: list[tuple[int, int]] = []
        found: list[NumberWord] = []
        for pattern in self._likely(text, here):
            for match in pattern.finditer(text):
                if any(match.start() < b and a < match.end() for a, b in taken):
                    continue
                number = self._read(match, text)
                if number:
                    taken.append(match.span())
                    found.append(number)
        yield from sorted(found, key=lambda n: n.start)

    def _likely(self, text: str, here: frozenset[str]) -> Iterator[re.Pattern[str]]:
        """Yield the patterns that can match: to try them all takes longer than all else that is asked of a number."""
        several = len(self.atom.findall(text)) > 1
        for joints, pattern in self.ranges:
            enough = several or not joints[-1].isalpha()  # "five-ten" looks like one number
            if enough and all(joint in here if joint.isalpha() else joint in text for joint in joints):
                yield pattern
        if not self.few.isdisjoint(here) or "'s" in text or "’s" in text:
            yield self.vague
        yield self.plain

    def _read(self, match: re.Match[str], text: str) -> NumberWord | None:
        groups = match.groupdict()
        if groups.get("vague"):
            low, high = self._vague(groups["vague"].lower())
        elif groups.get("b"):
            a, b = self.value(groups["a"]), self.value(groups["b"])
            if a is None or b is None or a >= b:
                return None
            if groups["a"].isdigit() and 1900 <= a <= 2100 and 1900 <= b <= 2100:
                return None
            low, high = a, b
        else:
            value = self.value(groups["a"])
            if value is None or (value == 1 and groups["a"].lower() in _ARTICLES):
                return None
            low = high = value
        start = match.start()
        modifier = self.before.search(text, max(0, start - 30), start)
        if modifier:
            word = modifier["mod"].lower()
            start = modifier.start()
            if word in self.words.at_least and not self._controls(text, modifier.start()):
                high = None
            elif word in self.words.at_most:
                low = None
            outer = self.before.search(text, max(0, start - 30), start)
            start = outer.start() if outer and outer["mod"].lower() in self.words.about else start
        return NumberWord(start, match.start(), match.end(), low, high)

    def _controls(self, text: str, at: int) -> bool:
        """True where "over" belongs to the word before it: "control over 90%" is no "more than 90%"."""
        before = text[:at].rstrip().rpartition(" ")[2].lower()
        return text[at:].lower().startswith("over") and before in (
            "control",
            "controls",
            "power",
            "authority",
            "sovereignty",
            "hold",
        )

    def _vague(self, text: str) -> tuple[float | None, float | None]:
        if text[0].isdigit():
            return 2.0 * float(text.split("'")[0].split("’")[0].replace(",", "")), None
        return self.words.vague[" ".join(text.split())]

    def value(self, text: str) -> float | None:
        """Return the value of one number, digits with a scale or spelled out."""
        low = text.lower().strip()
        match = re.match(r"\d[\d,. \u00a0\u202f]*", low)
        if match:
            return self._digits(match.group().strip(), low[match.end() :].strip(" -"))
        total, current = 0.0, 0.0
        for word in re.split(r"[\s-]+", low):
            if word in self.words.words:
                current += self.words.words[word]
            elif word in self.words.scales:
                current = max(current, 1) * self.words.scales[word]
                if self.words.scales[word] >= 1000:
                    total, current = total + current, 0.0
        return total + current or None

    def _digits(self, digits: str, scale: str) -> float | None:
        grouped = re.fullmatch(r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+", digits)
        bare = re.sub(r"[,. \u00a0\u202f]", "", digits) if grouped else digits.replace(",", ".").replace(" ", "")
        try:
            number = float(bare)
        except ValueError:
            return None
        for word in scale.split():
            number *= self.words.scales.get(word, 1)
        return number


def _rarest(words: str) -> str:
    """Return the word of several that stands in the fewest sentences: the longest one."""
    parts: list[str] = _WORD.findall(words)
    return max(parts, key=len)


def _joints(form: str) -> tuple[str, ...]:
    """Return what stands around the numbers of a range: "between" and "and", or a dash."""
    return tuple(re.sub(r"\{[ab]\}", " ", form).lower().split())


def _range(form: str, atom: str) -> str:
    """Turn "between {a} and {b}" into a regular expression."""
    escaped = re.escape(form).replace(r"\ ", r"\s+")
    pattern = escaped.replace(r"\{a\}", f"(?P<a>{atom})").replace(r"\{b\}", f"(?P<b>{atom})")
    return rf"(?<![\w.,:/$€£-]){pattern}(?![\w:/]|[.,]\d|-\d)"


def _any(words: Iterable[str]) -> str:
    items = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in items) or r"(?!)"
