"""`dateline.toml`: what it fixes for which files, and a clear word on what it cannot say."""

import pytest

from dateline.errors import InputError
from dateline.model import Article
from dateline.read import ReportFile, read_article, read_file
from dateline.read.given import given_for


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


TEXT = "Rebels shelled Hama on Friday, activists said.\n"


def test_outlet_language_and_day_are_fixed_for_a_folder(tmp_path):
    put(
        tmp_path / "dateline.toml",
        'outlet = "River Post"\nlanguage = "FR"\npublished = "2018-03-25"\nurl = "https://r.example"\n',
    )
    article = read_article(put(tmp_path / "a.txt", "1 January 2020\n\n" + TEXT))
    assert (article.outlet, article.language, article.url) == ("River Post", "fr", "https://r.example")
    assert str(article.published.date) == "2018-03-25"


def test_a_month_holds_where_the_text_tells_no_day_and_gives_its_dateline_the_year(tmp_path):
    put(tmp_path / "dateline.toml", 'published = "2018-03"\n')
    untold = read_article(put(tmp_path / "a.txt", TEXT)).published
    assert (untold.date, str(untold.earliest), str(untold.latest)) == (None, "2018-03-01", "2018-03-31")
    assert str(read_article(put(tmp_path / "b.txt", f"HAMA, March 9 - {TEXT}")).published.date) == "2018-03-09"
    assert str(read_article(put(tmp_path / "c.txt", f"5 March 2017\n\n{TEXT}")).published.date) == "2017-03-05"


def test_a_nearer_file_counts_more_and_none_above_the_folder_named_counts(tmp_path):
    put(tmp_path / "dateline.toml", 'outlet = "Above"\n')
    put(tmp_path / "in/dateline.toml", 'outlet = "In"\nlanguage = "en"\n')
    put(
        tmp_path / "in/deep/dateline.toml",
        'outlet = "Deep"\n[[files]]\nmatch = "x*"\noutlet = "X"\n[[files]]\nmatch = "x9.*"\nlanguage = "fr"\n',
    )
    root = tmp_path / "in"
    told = {name: given_for(root / name, root) for name in ("a.txt", "deep/a.txt", "deep/x1.txt", "deep/x9.txt")}
    assert [one.outlet for one in told.values()] == ["In", "Deep", "X", "X"]
    assert [one.language for one in told.values()] == ["en", "en", "en", "fr"]


def test_documents_csv_goes_on_counting_more(tmp_path):
    put(tmp_path / "dateline.toml", 'outlet = "River Post"\n')
    put(tmp_path / "documents.csv", "file,outlet\na.txt,Gulf Wire\n")
    assert read_article(put(tmp_path / "a.txt", TEXT)).outlet == "Gulf Wire"


def test_what_is_fixed_holds_for_the_rows_of_a_table(tmp_path):
    put(tmp_path / "dateline.toml", '[columns]\nurl = "where"\n[[files]]\nmatch = "*.csv"\noutlet = "River Post"\n')
    path = put(tmp_path / "a.csv", "text,where,source\nShells fell.,https://r.example/1,SANA\n")
    (article,) = read_file(ReportFile(path, tmp_path))
    assert isinstance(article, Article)
    assert (article.outlet, article.url) == ("River Post", "https://r.example/1")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("outlet = River", "no valid TOML"),
        ('outlett = "x"', "there is no key 'outlett'; known are outlet, language"),
        ("language = 7", "'language' must be words in quotation marks, not 7"),
        ('published = "soon"', "published: 'soon' is not a date; write it as 2018-03-25"),
        ('dates = "backwards"', "'dates' is 'backwards'; write one of day-first, month-first"),
        ('columns = "text"', "'columns' must be a table"),
        ('[columns]\nbody = "x"', "[columns] has no 'body'; known are text, title"),
        ("[columns]\ntext = 3", "[columns] text must name one column in quotation marks, not 3"),
        ('[files]\nmatch = "x"', "'files' must be written as [[files]]"),
        ('[[files]]\noutlet = "x"', "a [[files]] has no 'match'"),
        ("\udcff", "no valid TOML"),
    ],
)
def test_what_it_cannot_say_is_told_with_the_remedy(tmp_path, content, said):
    (tmp_path / "dateline.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError) as error:
        read_article(put(tmp_path / "a.txt", TEXT))
    assert str(error.value).startswith(f"{tmp_path / 'dateline.toml'}") and said in str(error.value)


def test_an_edited_file_is_read_anew(tmp_path):
    path = put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "dateline.toml", 'outlet = "One"\n')
    assert read_article(path).outlet == "One"
    put(tmp_path / "dateline.toml", 'outlet = "Two Wires"\n')
    assert read_article(path).outlet == "Two Wires"
