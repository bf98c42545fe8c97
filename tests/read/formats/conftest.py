"""What a file gives: its reports, what is skipped of it with the reason, and what is passed over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.model import Article
from dateline.read import Passed, ReportFile, read_file


@dataclass
class Given:
    """What came of one file."""

    articles: list[Article] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def only(self) -> Article:
        """The one report."""
        assert len(self.articles) == 1, self
        return self.articles[0]


def read_all(path: Path) -> Given:
    """Read a file as a run does: what is wrong with it ends it, and keeps what came before."""
    given = Given()
    try:
        for piece in read_file(ReportFile(path, path.parent)):
            if isinstance(piece, Article):
                given.articles.append(piece)
            elif isinstance(piece, Passed):
                given.passed.append(piece.path)
            else:
                given.skipped.append(piece.reason)
    except InputError as error:
        given.error = str(error)
    return given


@pytest.fixture
def reads(tmp_path) -> Callable[[str, bytes | str], Given]:
    """Write a file and read it."""

    def reads_(name: str, content: bytes | str) -> Given:
        path: Path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_all(path)

    return reads_
