"""Plug-ins by entry point: a format of one's own is read like any other; one that does not load stops nothing."""

import sys

import pytest

from dateline import plugins
from dateline.read import read_article, registry
from dateline.run import build

MODULE = """
from dateline.read import Format, found_in, Told

def read(source):
    for number, line in enumerate(source.read().decode().splitlines(), 1):
        yield found_in(source, f"#{number}", line, Told(url=f"https://t.example/{number}"))

OURS = Format("chat", (".chat",), read)
NOT_A_FORMAT = 7
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A real package with entry points, found as any installed one is."""
    site = tmp_path / "site"
    about = site / "chat_reader-1.2.dist-info"
    about.mkdir(parents=True)
    (site / "chat_reader.py").write_text(MODULE, encoding="utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: chat-reader\nVersion: 1.2\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(
        "[dateline.readers]\nchat = chat_reader:OURS\nodd = chat_reader:NOT_A_FORMAT\ngone = chat_reader:MISSING\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(site)
    caches = (plugins.plugins_of, registry.formats, registry._by_suffix)
    for one in caches:
        one.cache_clear()
    yield
    monkeypatch.undo()
    sys.modules.pop("chat_reader", None)
    for one in caches:
        one.cache_clear()


def test_a_format_of_a_plug_in_is_read_like_any_other(installed, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "war.chat").write_text("The army shelled Homs on 3 May 2018, activists said.\n", encoding="utf-8")
    article = read_article(folder / "war.chat")
    assert (article.format, article.url, article.path[-2:]) == ("chat", "https://t.example/1", "#1")
    summary = build([folder], tmp_path / "r")
    assert summary.added == 1
    told = [one.reason for one in summary.skipped]
    assert any("plug-in gone of chat-reader: cannot be loaded" in one for one in told)
    assert any("plug-in odd of chat-reader: names no Format" in one for one in told)


def test_without_plug_ins_there_are_none():
    assert plugins.plugins_of("dateline.nothing") == ()
