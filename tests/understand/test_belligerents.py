"""The other side of a fight, where the words of a claim leave it out and the report tells it elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("text", "winner", "loser"),
    [
        (
            "Islamic State still holds the old city of Mosul. Iraqi troops captured Mosul on Friday.",
            "iraq-army",
            "islamic-state",
        ),
        (
            "Russian troops shelled Ukrainian soldiers near Izium on Monday. The Ukrainian army retook Izium on Friday.",
            "ukraine-army",
            "russia-army",
        ),
        (
            "Al-Shabaab attacked Somali soldiers near Beledweyne. The militants of al-Shabaab seized Adado on Friday.",
            "al-shabaab",
            "somalia-army",
        ),
    ],
)
def test_who_lost_a_town_is_who_held_it_or_whom_its_taker_fights(read, text, winner, loser):
    told = read(text, published="2022-09-10")
    assert told.roles("capture") == ({winner}, {loser})
    evidence = next(e for e in told.claim("capture").evidence if e.field == "target")
    assert told.words(evidence.span) in text


def test_fighting_told_of_nobody_is_between_the_two_sides_of_the_report(read):
    told = read(
        "Hezbollah attacked Israeli troops near Maroun al-Ras. Clashes continued in the evening.",
        published="2024-10-05",
    )
    assert told.roles("clash")[0] == {"hezbollah", "israel-army"}


def test_nobody_is_made_a_foe_where_a_report_tells_of_several(read):
    told = read(
        "Turkish jets bombed the YPG near Afrin. The Syrian army shelled the Islamic State in Deir ez-Zor. "
        "Clashes were heard near Aleppo.",
        published="2018-02-10",
    )
    assert told.roles("clash")[0] == set()


def test_one_side_takes_nothing_from_its_own(read):
    told = read(
        "The Syrian government attacked rebels in Daraya. The Syrian army captured Daraya on Friday.",
        published="2016-08-27",
    )
    assert "syrian-government" not in told.roles("capture")[1]
    assert told.roles("capture")[1] == {"rebels"}


def test_shells_of_nobody_are_of_the_only_one_told_to_shell(read):
    told = read(
        "Serb forces shelled Sarajevo on Monday. Mortar shells also hit the suburb of Dobrinja.", published="1993-07-13"
    )
    shellings = [c for c in told.reading.claims if c.type == "shelling"]
    assert len(shellings) == 2
    assert shellings[0].actors == shellings[1].actors != ()


def test_a_person_killed_is_no_side_of_the_war(read):
    told = read(
        "Taliban gunmen killed Dawa Khan Menapal in Kabul. The Taliban captured Zaranj on Friday.",
        published="2021-08-07",
    )
    assert told.roles("capture") == ({"taliban"}, set())
