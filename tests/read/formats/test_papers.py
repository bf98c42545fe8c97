"""PDF, mail and workbooks: the text that is in them, and a clear word where there is none."""

import io
from email.message import EmailMessage

import pytest
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from tests.read.formats.papers import pdf

LINES = ["Government forces shelled the town of Douma on 25 March 2018, and", "seven civilians were killed, the Obser-", "vatory said. “Nobody slept”, a resident said."]  # fmt: skip


def test_a_pdf_gives_its_text_layer(reads):
    article = reads("report.pdf", pdf([LINES, ["A second page."]], "Monthly report", "D:20180401120000Z")).only
    assert "seven civilians were killed, the Observatory said. “Nobody slept”" in article.text
    assert article.text.endswith("A second page.")
    assert (article.title, article.format, str(article.published.date)) == ("Monthly report", "pdf", "2018-04-01")


def test_a_day_in_the_text_counts_more_than_the_day_the_pdf_was_made(reads):
    article = reads("report.pdf", pdf([["25 March 2018", *LINES]], "", "D:20200101")).only
    assert (str(article.published.date), article.published.basis) == ("2018-03-25", "text")


def test_a_scanned_pdf_is_told_apart(reads):
    assert (
        "this PDF holds pictures of its 3 pages and no text (a scan); run OCR"
        in reads("scan.pdf", pdf([[], ["2"], []])).error
    )


def test_a_pdf_locked_with_a_password_is_told(reads):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([LINES]))))
    for password, told in (("secret", "locked with a password"), ("", "")):
        writer.encrypt(password, "owner", algorithm="RC4-128")
        buffer = io.BytesIO()
        writer.write(buffer)
        given = reads("locked.pdf", buffer.getvalue())
        assert told in given.error if told else given.only.text


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + bytes(range(256)) * 40, pdf([LINES])[:200], b"%PDF-1.4\n"])
def test_a_damaged_pdf_is_told(reads, data):
    error = reads("bad.pdf", data).error
    assert "bad.pdf: this PDF is damaged" in error and "save it anew" in error


def mail(**how):
    message = EmailMessage()
    message["Subject"] = "Shells fall on Douma"
    message["From"] = "River Post Desk <desk@riverpost.example>"
    message["Date"] = "Sun, 25 Mar 2018 10:00:00 +0200"
    message["Message-ID"] = "<1@riverpost.example>"
    message.set_content("Seven people were killed in Douma’s market, activists said.\n", **how)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_mail_gives_subject_text_and_day(reads, charset):
    article = reads("mail.eml", mail(charset=charset, cte="base64").as_bytes()).only
    assert article.text == "Shells fall on Douma\n\nSeven people were killed in Douma’s market, activists said."
    assert (article.author, str(article.published.date)) == ("River Post Desk", "2018-03-25")
    assert (article.record_id, article.format) == ("1@riverpost.example", "eml")


def test_what_is_attached_to_a_mail_is_read_too(reads):
    message = mail()
    message.add_alternative("<p>Seven people were killed.</p>", subtype="html")
    message.add_attachment(b"text\nRebels left Harasta.\n", maintype="text", subtype="csv", filename="rows.csv")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(b"Rebels left Douma.", maintype="text", subtype="plain", filename="../../evil.txt")
    given = reads("mail.eml", message.as_bytes())
    assert [article.text for article in given.articles][1] == "Rebels left Harasta."
    assert [one.path.partition("mail.eml")[2] for one in given.articles] == ["", "!rows.csv#2", "!evil.txt"]
    assert len(given.passed) == 1


def test_an_odd_mail_is_read(reads):
    raw = b"Subject: =?utf-8?q?Shells?= =?bad?z?x?=\r\nContent-Type: text/html; charset=klingon\r\nDate: yesterday\r\n\r\n<p>Shells fell on Douma.</p>"
    article = reads("odd.eml", raw).only
    assert "Shells fell on Douma." in article.text and article.published.date is None


@pytest.mark.parametrize("raw", [b"\x00\x01\x02", b"no headers here, just a line of words", b"Subject: \r\n\r\n"])
def test_what_is_no_mail_is_told(reads, raw):
    assert "mail.eml: " in reads("mail.eml", raw).error


def book(*sheets):
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_a_workbook_gives_one_report_a_row_from_every_sheet(reads):
    from datetime import date, datetime

    rows = [
        ["Link", "Upload timestamp", "Text content", "Archive date"],
        ["https://v.example", datetime(2018, 3, 25, 8), "Shells hit the market.", date(2018, 3, 27)],
    ]
    given = reads(
        "sheet.xlsx",
        book(
            ("Mars", rows),
            (
                "Old",
                [
                    ["A heading"],
                    [],
                    ["notes", "event_date"],
                    ["Rebels left.", date(2018, 3, 1)],
                    [None, None],
                    ["The army came.", None],
                ],
            ),
        ),
    )
    assert [article.path.partition("sheet.xlsx")[2] for article in given.articles] == ["!Mars#2", "!Old#4", "!Old#6"]
    first = given.articles[0]
    assert (first.text, str(first.published.date), first.format) == ("Shells hit the market.", "2018-03-25", "xlsx")
    assert first.retrieved and first.retrieved.isoformat().startswith("2018-03-27")


def test_a_sheet_without_texts_stops_no_other(reads):
    given = reads(
        "sheet.xlsx",
        book(
            ("Key", [["code", "meaning"], [1, "yes"]]),
            ("News", [["text", "url"], ["Shells fell.", "https://x.example"]]),
        ),
    )
    assert given.only.text == "Shells fell."
    assert "sheet.xlsx!Key: no column is known to hold" in given.skipped[0]


@pytest.mark.parametrize("data", [book(("A", [["text"], ["Shells"]]))[:900], b"PK\x03\x04 nothing", b"not a workbook"])
def test_a_damaged_workbook_is_told(reads, data):
    assert "sheet.xlsx: " in reads("sheet.xlsx", data).error


def test_an_office_document_is_told_apart(reads):
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        packed.writestr("word/document.xml", "<x/>")
    assert "an office document; save it as PDF" in reads("report.docx", buffer.getvalue()).error
