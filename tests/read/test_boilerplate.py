"""Page furniture is quiet, and news is not."""

import pytest

from dateline.read import read_article

LEAD = "The army entered the town of Northbridge on Monday, officials said."
MORE = "Residents had left the day before. Talks with the rebels go on."


def read(tmp_path, text):
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read_article(path)


def quiet(article):
    return [article.text[s.span.start : s.span.end] for s in article.sentences if s.quiet]


@pytest.mark.parametrize(
    "line",
    [
        "© Herald/ Jane Roe Trucks Wait at the Border",
        "Photo: Jane Roe",
        "Crédit photo : Jane Roe",
        "Source: Morning Herald",
        "Read more: what we know so far",
        "Lire aussi : la ville coupée du monde",
        "Latest News",
        "Follow us on Twitter",
        "Share",
        "Tags: army, town, talks",
        "All rights reserved.",
        "Vidéo de la mairie",
        "Images of the empty streets",
        "Ce billet fait partie du dossier de la rédaction sur la région.",
        "[La liste complète se trouve ici.]",
        "Reporting by Jane Roe; editing by John Doe",
        "Читайте также: что известно",
        "اقرأ أيضا: ما نعرفه حتى الآن",
        "Фото: Иван Иванов",
        "Herald Group is the leading news agency of the region.",
    ],
)
def test_a_line_of_furniture_is_quiet_and_the_news_is_not(tmp_path, line):
    assert quiet(read(tmp_path, f"{LEAD}\n{MORE}\n{LEAD[:-1]} again.\n\n{line}\n")) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the attack were shared by residents, who said that it came at dawn.",
        "Share prices fell after the army entered the town.",
        "A source said that the army would stay.",
        "Cette vidéo de la mairie montre la ville vide :",
        "Video from the town shows tanks in the main street.",
        "The Herald is a daily newspaper, and its reporter was held for an hour by the army.",
        "Follow-up talks are planned.",
    ],
)
def test_news_that_speaks_of_pictures_or_papers_is_not_quiet(tmp_path, line):
    assert quiet(read(tmp_path, f"{line}\n{LEAD}\n{MORE}\n{MORE[:-1]} today.\nThe army did not answer.\n")) == []


def test_both_copies_of_a_caption_are_quiet_but_only_later_ones_of_a_paragraph(tmp_path):
    caption = "A soldier stands at the gate of the old market in Northbridge"
    text = f"Army enters town\n\n{caption}\n\n{caption}\n\n{LEAD}\n\n{MORE}\n\n{LEAD}\n"
    assert quiet(read(tmp_path, text)) == [caption, caption, LEAD]


def test_furniture_within_one_line_is_cut_out(tmp_path):
    text = (
        "2 July 2016 The army killed 4 people in Northbridge a doctor said. Tags army Northbridge shelling At least 4 "
        "people were killed a doctor said. People walk past a burnt shop in the old market [AFP] The army denied it. "
        "Talks go on and a second round is planned for the end of the month. Agencies contributed to this report Read Also"
    )
    assert quiet(read(tmp_path, text)) == [
        "2 July 2016",
        "Tags army Northbridge shelling",
        "People walk past a burnt shop in the old market [AFP]",
        "Agencies contributed to this report Read Also",
    ]


def test_an_outlet_may_speak_of_itself_at_the_end(tmp_path):
    about = (
        "The Herald is the region's premier daily newspaper. Launched in Northbridge in 1978 it has readers everywhere."
    )
    article = read(tmp_path, f"{LEAD} {MORE} The army did not answer. {about}")
    assert " ".join(quiet(article)) == about


def test_boilerplate_covers_what_is_quiet(tmp_path):
    article = read(tmp_path, f"3 May 2018\n{LEAD}\nPhoto: Jane Roe\n")
    words = [article.text[span.start : span.end] for span in article.boilerplate]
    assert words == ["3 May 2018", "Photo: Jane Roe"]


def test_the_same_file_has_the_same_id_and_another_text_another(tmp_path):
    first, again, other = read(tmp_path, LEAD), read(tmp_path, LEAD), read(tmp_path, MORE)
    assert first == again
    assert first.id != other.id
