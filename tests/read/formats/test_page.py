"""HTML pages: the article and what the page tells of itself, whatever its encoding; never the furniture around it."""

import pytest

PAGE = """<!doctype html><html lang="en"><head><title>Shells fall on Douma | River Post</title>{charset}
<meta property="og:site_name" content="River Post"><meta name="author" content="Middle East Desk">
<meta property="article:published_time" content="2018-03-25T10:00:00Z">
<link rel="canonical" href="https://riverpost.example/douma"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport and weather</a></nav>
<article><h1>Shells fall on Douma</h1>
<p>{first}</p><p>Rebels answered with rockets on Damascus. State media said that two people were wounded.</p></article>
<aside>Subscribe to our newsletter</aside><footer>All rights reserved</footer></body></html>"""
FIRST = "Government forces shelled the town of Douma on Sunday, killing at least seven civilians, the Observatory said."


def test_a_page_gives_its_article_and_what_it_tells_of_itself(reads):
    article = reads("page.html", PAGE.format(charset='<meta charset="utf-8">', first=FIRST)).only
    assert article.text.startswith(f"Shells fall on Douma\n\n{FIRST}\n\nRebels answered")
    assert not any(word in article.text for word in ("Home", "Sport", "newsletter", "rights"))
    assert (article.title, article.outlet, article.author) == ("Shells fall on Douma", "River Post", "Middle East Desk")
    assert (str(article.published.date), article.published.basis) == ("2018-03-25", "metadata")
    assert article.url == "https://riverpost.example/douma"
    assert (article.format, article.language) == ("html", "en")


def test_offsets_point_into_the_text_that_is_kept(reads):
    article = reads("page.html", PAGE.format(charset="", first=FIRST)).only
    texts = [article.text[one.span.start : one.span.end] for one in article.sentences]
    assert FIRST in texts


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "Les rebelles ont été chassés de la Ghouta, où l’armée est entrée."),
        ("utf-16", "Les rebelles ont été chassés de la Ghouta, où l’armée est entrée."),
        ("cp1252", "Les rebelles ont été chassés de la Ghouta, où l’armée est entrée."),
        ("cp1256", "قصفت قوات الحكومة بلدة دوما يوم الأحد وقتل سبعة مدنيين بحسب المرصد"),
        ("cp1251", "Правительственные войска обстреляли город Дума в воскресенье, сообщил наблюдатель."),
        ("koi8-r", "Правительственные войска обстреляли город Дума в воскресенье, сообщил наблюдатель."),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(reads, encoding, words):
    markup = PAGE.format(
        charset=f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">', first=words
    )
    assert words in reads("page.html", markup.encode(encoding)).only.text


def test_an_encoding_that_does_not_exist_is_passed_over(reads):
    markup = PAGE.format(charset='<meta charset="klingon-8">', first=FIRST)
    assert FIRST in reads("page.htm", markup).only.text


def test_an_odd_page_without_head_or_closing_tags_is_read(reads):
    markup = (
        f"<p>{FIRST}<p>Rebels answered with rockets on Damascus, and two people were wounded there, state media said."
    )
    article = reads("fragment.html", markup).only
    assert FIRST in article.text
    assert article.outlet == ""


def test_tags_without_end_do_no_harm(reads):
    given = reads("deep.html", "<div>" * 60_000 + f"<p>{FIRST}</p>")
    assert FIRST in given.only.text if given.articles else "page" in given.error


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html><script>let news = 'war';</script></html>"])
def test_a_page_without_an_article_is_told_with_a_remedy(reads, markup):
    assert "no article found on this page; open it in a browser" in reads("empty.html", markup).error


def test_nothing_is_fetched(reads, monkeypatch):
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader reached for the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    markup = PAGE.format(
        charset="", first=FIRST + '<img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/">'
    )
    assert FIRST in reads("page.html", markup).only.text


def test_the_parts_of_a_saved_page_are_no_pages_of_their_own(tmp_path):
    from dateline.read import find_files

    for name in ("Story.html", "Story_files/frame.html", "other_files/real.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(charset="", first=FIRST), encoding="utf-8")
    found = [file.path.relative_to(tmp_path).as_posix() for file in find_files([tmp_path]).files]
    assert found == ["Story.html", "other_files/real.html"]
