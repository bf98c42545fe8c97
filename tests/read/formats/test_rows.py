"""Tables and JSON Lines: one report a row, the columns known by their usual names, bad rows told and stopping no other."""

import json

import pytest

from dateline.read.rows import guess_columns

ACLED = """event_id_cnty,event_date,year,actor1,notes,source,fatalities
SYR101,25 March 2018,2018,Military Forces of Syria,"On 25 March 2018, government forces shelled Douma, killing 7 people.",SOHR,7
SYR102,26 March 2018,2018,Jaysh al-Islam,"On 26 March 2018, rebels fired rockets at Damascus.",River Post; SOHR,0
"""


def test_acled_notes_are_texts_with_their_source_day_and_id(reads):
    first, second = reads("acled.csv", ACLED).articles
    assert first.text == "On 25 March 2018, government forces shelled Douma, killing 7 people."
    assert first.path.endswith("acled.csv#2") and second.path.endswith("acled.csv#3")
    assert (first.outlet, str(first.published.date), first.record_id) == ("SOHR", "2018-03-25", "SYR101")
    assert first.format == "csv"


@pytest.mark.parametrize(
    ("head", "row", "outlet", "day"),
    [
        ("id;indexed_date;language;media_name;publish_date;title;url;text", "7;2019-01-01;en;River Post;2018-03-25 10:00:00;Talks;https://r.example/1;Talks failed.", "River Post", "2018-03-25"),
        ("URL\tMobileURL\tDate\tTitle", "https://r.example/1\t\t20180325T101500Z\tTalks between Russia and the rebels failed", "", "2018-03-25"),
        ("Link,Archive status,Archive date,Upload timestamp,Upload title,Text content", "https://v.example/1,success,2018-03-27T01:02:03Z,2018-03-25T08:00:00+02:00,Video,Shells hit the market.", "", "2018-03-25"),
        ("Titre|Texte|Date de publication|Lien|Langue", "Douma|L'armée a bombardé Douma.|25/03/2018|https://r.example/1|français", "", "2018-03-25"),
    ],
)  # fmt: skip
def test_the_columns_of_usual_tables_are_known(reads, head, row, outlet, day):
    article = reads("table.csv", f"{head}\n{row}\n").only
    assert (article.outlet, str(article.published.date)) == (outlet, day)
    assert article.url.startswith("https://") and len(article.text) > 10


def test_names_are_known_without_case_and_signs():
    assert guess_columns(["Published At", "publishedAt", "FULL_TEXT"])["published"] == ("Published At",)
    assert guess_columns(["FULL_TEXT"])["text"] == ("FULL_TEXT",)


def test_a_retrieval_time_is_kept_in_utc(reads):
    article = reads(
        "sheet.csv",
        "Link,Archive date,Text content\nhttps://v.example,2018-03-27T03:02:03+02:00,Shells hit the market.\n",
    ).only
    assert article.retrieved and article.retrieved.isoformat() == "2018-03-27T01:02:03+00:00"


def test_the_order_of_day_and_month_is_read_from_the_column(reads):
    first, second = reads("a.csv", "text,date\nRebels left.,03/04/2018\nThe army came.,25/04/2018\n").articles
    assert (str(first.published.date), str(second.published.date)) == ("2018-04-03", "2018-04-25")


def test_a_day_that_can_be_two_days_is_the_span_of_both(reads):
    published = reads("a.csv", "text,date\nRebels left.,03/04/2018\n").only.published
    assert (published.date, str(published.earliest), str(published.latest)) == (None, "2018-03-04", "2018-04-03")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp1256", "cp1252"])
def test_tables_are_read_in_any_encoding(reads, encoding):
    words = {
        "cp1256": "قصفت قوات الحكومة بلدة دوما يوم الأحد وقتل سبعة مدنيين بحسب المرصد",
        "cp1252": "L’armée a bombardé la ville de Douma, où sept civils ont été tués, selon l’Observatoire.",
    }
    text = words.get(
        encoding, "Войска обстреляли город Дума в воскресенье, погибли семь мирных жителей, сообщил наблюдатель."
    )
    rows = "".join(f'{number},"{text}"\n' for number in range(1, 9))
    articles = reads("table.csv", f"id,text\n{rows}".encode(encoding)).articles
    assert [article.text for article in articles] == [text] * 8


def test_cells_with_line_breaks_quotes_and_markup_are_one_text(reads):
    given = reads(
        "odd.csv", '\ufefftext,title\r\n"<p>He said ""no"".</p><p>Then, shells fell.</p>",Douma\r\n"one\r\ntwo",\r\n'
    )
    first, second = given.articles
    assert first.text == 'Douma\n\nHe said "no".\nThen, shells fell.'
    assert second.text == "one\r\ntwo" and second.path.endswith("#3")


def test_rows_without_text_are_told_and_many_of_them_together(reads):
    given = reads("gaps.csv", "text,url\n" + ",https://x.example\n" * 40 + "Shells fell.,https://y.example\n")
    assert given.only.path.endswith("#42")
    assert len(given.skipped) == 6 and "40 rows like these" in given.skipped[-1]


def test_a_row_with_more_cells_than_columns_is_not_cut_off_in_silence(reads):
    given = reads(
        "a.csv", "url,text,\nhttps://x.example,Rebels left, the army said.,\nhttps://y.example,Shells fell.,\n"
    )
    assert given.only.text == "Shells fell."
    assert "a.csv#2: more cells than the table has columns" in given.skipped[0]


def test_a_table_without_a_column_of_texts_names_its_columns_and_the_remedy(reads):
    error = reads("places.csv", "name,lat,lon\nDouma,33.5,36.4\n").error
    assert "no column is known to hold the reports' text; its columns are name, lat, lon" in error
    assert '[columns], and below it such as text = "remarks"' in error


def test_a_quotation_mark_that_never_ends_is_told_where_it_begins(reads):
    given = reads("broken.csv", 'text,url\nShells fell.,https://y.example\n"' + "rebels left the town, " * 250_000)
    assert [article.text for article in given.articles] == ["Shells fell."]
    assert "broken.csv#3: the table breaks off here" in given.error


def test_an_event_table_of_gdelt_is_told_apart(reads):
    row = "\t".join(["410412347", "20180325", "201803", *[""] * 57, "https://r.example/1"])
    assert "an event table of GDELT, which holds no texts" in reads("20180325.export.CSV", f"{row}\n{row}\n").error


def test_json_lines_give_one_report_a_line_with_its_own_keys(reads):
    lines = [
        {"title": "Talks fail", "content": "Talks between Russia and the rebels failed… [+1234 chars]", "publishedAt": "2018-03-26T10:00:00Z", "source": {"id": None, "name": "Gulf Wire"}},
        {"id": 7, "body": "Shells fell on Douma.", "date": "2018-03-25", "authors": ["Desk", "Staff"]},
    ]  # fmt: skip
    first, second = reads("news.jsonl", "\n\n".join(map(json.dumps, lines))).articles
    assert first.text == "Talks fail\n\nTalks between Russia and the rebels failed"
    assert (first.outlet, str(first.published.date), first.path[-2:]) == ("Gulf Wire", "2018-03-26", "#1")
    assert (second.record_id, second.author, second.path[-2:]) == ("7", "Desk; Staff", "#3")


def test_a_broken_line_stops_no_other(reads):
    given = reads("news.jsonl", '{"text": "Shells fell."}\n{"text": "Sh\n[1]\n{"text": "Rebels left."}\n')
    assert [article.text for article in given.articles] == ["Shells fell.", "Rebels left."]
    assert ["#2: no valid JSON" in given.skipped[0], "#3: no JSON object" in given.skipped[1]] == [True, True]


@pytest.mark.parametrize(
    "content",
    [
        [{"text": "Shells fell."}, {"text": "Rebels left."}],
        {"status": "ok", "articles": [{"title": "Shells fell."}, {"content": "Rebels left."}]},
        {
            "hits": {
                "total": 2,
                "hits": [{"_id": 1, "_source": {"text": "Shells fell."}}, {"_source": {"text": "Rebels left."}}],
            }
        },
    ],
)
def test_json_is_read_as_services_give_it(reads, content):
    given = reads("answer.json", json.dumps(content, indent=1))
    assert [article.text for article in given.articles] == ["Shells fell.", "Rebels left."]


@pytest.mark.parametrize(
    ("content", "word"), [("[1, 2", "no valid JSON"), ("[" * 100_000, "no valid JSON"), ("[1]", "no list of reports")]
)
def test_json_that_holds_no_reports_is_told(reads, content, word):
    assert word in reads("answer.json", content).error


def test_the_programs_own_export_is_no_report(reads):
    assert "an export of Dateline" in reads("war.jsonl", '{"object":"outlet","id":"x","reliability":"F"}\n').error


def test_the_same_row_elsewhere_in_the_table_is_the_same_report(reads):
    before = reads("a.csv", "id,text\n1,Shells fell.\n2,Rebels left.\n").articles
    after = reads("a.csv", "id,text\n9,The army came.\n1,Shells fell.\n2,Rebels left.\n").articles
    assert [article.id for article in before] == [article.id for article in after[1:]]


def test_a_dateline_toml_names_columns_and_dates(reads, tmp_path):
    (tmp_path / "dateline.toml").write_text(
        'outlet = "River Post"\ndates = "month-first"\n[columns]\ntext = "remarks"\npublished = "when"\n',
        encoding="utf-8",
    )
    article = reads("a.csv", "remarks,when,notes\nShells fell.,03/04/2018,nothing\n").only
    assert (article.text, article.outlet, str(article.published.date)) == ("Shells fell.", "River Post", "2018-03-04")
