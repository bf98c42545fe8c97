"""Feeds and web archives: one text an entry or page, with its address, its day, the time it was got and its record's id."""

import io
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = "<html><head><title>{title}</title></head><body><article><p>Government forces shelled the town of Douma on Sunday, killing at least seven civilians, the Observatory said.</p><p>{more}</p></article></body></html>"

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>River Post</title><language>en-gb</language>
<item><title>Shells fall on Douma</title><link>https://r.example/1</link><guid>urn:1</guid><pubDate>Sun, 25 Mar 2018 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Seven people were killed in {word}.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>Talks fail</title><link>https://r.example/2</link></item><item></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gulf Wire</title><entry><id>tag:1</id><title>Aden</title>
<link href="https://g.example/1"/><updated>2018-03-26T00:00:00Z</updated><author><name>Desk</name></author>
<content type="html">&lt;p&gt;Shells hit Aden.&lt;/p&gt;</content><summary>Short.</summary></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_feed_gives_its_entries(reads, encoding):
    given = reads("news.rss", RSS.format(encoding=encoding, word="Château").encode(encoding))
    first, second = given.articles
    assert first.text == "Shells fall on Douma\n\nSeven people were killed in Château."
    assert (first.outlet, str(first.published.date), first.url) == ("River Post", "2018-03-25", "https://r.example/1")
    assert (first.record_id, first.path[-2:], first.format) == ("urn:1", "#1", "feed")
    assert second.text == "Talks fail" and "#3: no text in this entry" in given.skipped[0]


def test_an_atom_feed_gives_the_fullest_text_of_an_entry(reads):
    article = reads("news.xml", ATOM).only
    assert article.text == "Aden\n\nShells hit Aden."
    assert (article.outlet, article.author, str(article.published.date)) == ("Gulf Wire", "Desk", "2018-03-26")


def test_a_feed_cut_off_keeps_what_was_read(reads):
    given = reads("cut.rss", RSS.format(encoding="utf-8", word="Douma").partition("</item><item></item>")[0])
    assert given.articles[0].title == "Shells fall on Douma"
    assert "the feed is broken" in given.skipped[-1]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("<plist><dict/></plist>", "no entries of RSS or Atom"),
        (
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
            "declares entities",
        ),
        (
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            "declares entities",
        ),
    ],
)
def test_xml_that_is_no_feed_or_does_harm_is_told(reads, content, word):
    assert word in reads("x.xml", content).error


def warc(records, gzip=True):
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    for url, kind, body, *more in records:
        status, type_ = more or ("200 OK", kind)
        headers = StatusAndHeaders(status, [("Content-Type", type_)], protocol="HTTP/1.1")
        told = {"WARC-Date": "2018-03-27T01:02:03Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=told
            )
        )
    return buffer.getvalue()


RECORDS = [
    ("https://r.example/1", "text/html; charset=utf-8", PAGE.format(title="Douma", more="A hospital was hit too, as doctors there told reporters.").encode()),
    ("https://r.example/x.png", "image/png", b"\x89PNG"),
    ("https://r.example/robots.txt", "text/plain", b"The army shelled Homs on Monday, activists said."),
    ("https://r.example/gone", "text/html", b"<p>not here</p>", "404 Not Found", "text/html"),
    ("https://r.example/ar", "text/html; charset=windows-1256", PAGE.format(title="x", more="قصفت قوات الحكومة بلدة دوما يوم الأحد").encode("cp1256")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "gzip"), [("crawl.warc.gz", True), ("crawl.warc", False), ("noname", True)])
def test_a_web_archive_gives_its_pages_with_address_time_and_record(reads, name, gzip):
    first, second, third = reads(name, warc(RECORDS, gzip)).articles
    assert first.text.startswith("Douma\n\nGovernment forces shelled")
    assert (first.url, first.format, first.path.rsplit("#")[1]) == ("https://r.example/1", "html", "1")
    assert first.retrieved and first.retrieved.isoformat() == "2018-03-27T01:02:03+00:00"
    assert first.record_id.startswith("urn:uuid:")
    assert second.text == "The army shelled Homs on Monday, activists said." and second.format == "text"
    assert "قصفت قوات الحكومة بلدة دوما" in third.text


def test_a_wacz_file_gives_the_pages_of_its_archives_alone(reads):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("archive/data.warc.gz", warc(RECORDS))
        packed.writestr(
            "pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://r.example/1", "text": "Doubled."}\n'
        )
        packed.writestr("datapackage.json", "{}")
    given = reads("crawl.wacz", buffer.getvalue())
    assert [article.path.partition("!")[2] for article in given.articles] == [
        f"archive/data.warc.gz#{n}" for n in (1, 3, 5)
    ]
    assert not given.skipped


def test_a_web_archive_cut_off_keeps_what_was_read(reads):
    data = warc(RECORDS, gzip=False)
    given = reads("cut.warc", data[: data.index(b"robots.txt") - 150])
    assert given.articles[0].url == "https://r.example/1"
    whole = reads("broken.warc", b"WARC/1.0\r\nnonsense\r\n\r\n" + b"\x00" * 50)
    assert not whole.articles and "no report in it" in whole.error


def test_a_page_without_an_article_in_a_web_archive_is_told_by_its_record(reads):
    given = reads(
        "crawl.warc",
        warc([("https://r.example/e", "text/html", b"<html><body></body></html>"), *RECORDS[:1]], gzip=False),
    )
    assert given.only.url == "https://r.example/1"
    assert "crawl.warc#1: no article found" in given.skipped[0]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_broken_in_whichever_way_is_told_and_stops_nothing(reads, capfd, seed):
    """Bytes changed, cut off and doubled at random in a file of each kind: never anything but a word on that file."""
    import random

    from tests.read.formats.papers import pdf
    from tests.read.formats.test_archive import TEXT, tarred, zipped
    from tests.read.formats.test_papers import book, mail

    whole = {
        "a.pdf": pdf([["Rebels left Douma on Sunday, the army said."] * 5]), "a.warc": warc(RECORDS, False), "a.warc.gz": warc(RECORDS),
        "a.rss": RSS.format(encoding="utf-8", word="x").encode(), "a.zip": zipped({"a.txt": TEXT, "b.csv": "text\nShells fell.\n"}),
        "a.tar.gz": tarred({"a.txt": TEXT}), "a.xlsx": book(("A", [["text", "url"], ["Shells", "https://x"]])), "a.eml": mail().as_bytes(),
        "a.html": RECORDS[0][2], "a.csv": b'id,text\n1,"Shells, fell"\n2,Rebels left\n', "a.json": b'{"articles":[{"text":"Shells"}]}',
    }  # fmt: skip
    chance = random.Random(seed)
    for name, data in whole.items():
        for _ in range(12):
            spoilt = bytearray(data[: chance.randrange(1, len(data))] if chance.random() < 0.3 else data)
            for _ in range(chance.choice((1, 2, 20))):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            given = reads(name, bytes(spoilt))
            assert given.articles or given.skipped or given.error or given.passed
            assert not given.error or name in given.error
    assert capfd.readouterr().err == ""
