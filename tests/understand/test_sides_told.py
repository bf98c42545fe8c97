"""Who acts and who is acted on, where other words of the report tell: bodies, leaders' men, backers, foes, answers."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize("body", ["committee of villagers", "delegation of residents"])
def test_whom_people_chose_acts_for_them(read: Reads, body: str) -> None:
    told = read(f"The {body} held talks with the Ethiopian army in Gondar on Sunday.", published="2023-09-04")
    assert "civilians" not in told.roles("negotiation")[0]
    assert "community-leaders" in told.roles("negotiation")[0]


def test_a_delegation_is_that_of_those_who_sent_it(read: Reads) -> None:
    told = read("A delegation of tribal elders met Houthi commanders in Marib on Sunday.", published="2021-03-02")
    assert "tribes" in told.roles("negotiation")[0]


def test_a_spokesman_for_a_force_is_its_own(read: Reads) -> None:
    told = read("A spokesman for the Rapid Support Forces urged the army to leave Nyala.", published="2023-11-02")
    assert told.claim("demand").actors == ("rsf-sudan",)


@pytest.mark.parametrize("men", ["men", "forces", "fighters"])
def test_the_men_of_a_groups_leader_are_the_groups(read: Reads, men: str) -> None:
    told = read(f"Khalifa Haftar spoke on Monday. His {men} took the port of Sirte.", published="2020-01-08")
    assert told.claim("capture").actors == ("libyan-national-army",)


def test_who_backs_a_deal_brokers_it_but_backed_rebels_are_backed(read: Reads) -> None:
    told = read("The Houthis signed a Saudi-backed truce with the army in Taiz.", published="2022-04-02")
    assert told.claim("agreement").mediators == ("saudi-arabia",)
    assert "support" not in told.types
    told = read("Rwandan-backed rebels shelled Goma.", published="2022-04-02")
    assert told.claim("support").actors == ("rwanda",)


def test_under_supervision_of_the_un(read: Reads) -> None:
    told = read("Some 900 civilians were evacuated from Harasta under UN supervision.", published="2018-03-22")
    assert told.claim("evacuation").mediators == ("un",)


def test_who_is_blamed_for_a_raid_made_it_but_not_for_the_fall_of_a_town(read: Reads) -> None:
    told = read("The governor of Sagaing blamed the raid on rebel drones.", published="2023-05-02")
    assert told.claim("airstrike").actors == ("rebels",)
    told = read("President Biden blamed the fall of Bakhmut on Iran.", published="2023-05-22")
    assert not any("iran" in claim.actors for claim in told.reading.claims if claim.type == "capture")


def test_a_verb_far_behind_its_noun_is_no_participle_of_it(read: Reads) -> None:
    told = read(
        "Hezbollah, which has held the town since 2007, called on Israel to honour the truce.", published="2024-12-02"
    )
    assert told.roles("demand") == ({"hezbollah"}, {"israel"})
    told = read("The town of Goma, captured by rebels in May, was shelled on Sunday.", published="2013-06-02")
    assert told.roles("capture")[0] == {"rebels"}


def test_blaming_joins_the_denying(read: Reads) -> None:
    told = read(
        "The Syrian army denied that barrel bombs had been used in Homs and blamed the rebels.", published="2014-06-02"
    )
    assert told.roles("accusation") == ({"syrian-army"}, {"rebels"})


@pytest.mark.parametrize("account", ["the rebel account", "the rebels' claim", "a report by the rebels"])
def test_whose_account_is_dismissed(read: Reads, account: str) -> None:
    told = read(f"The Malian army dismissed {account} as lies.", published="2023-11-16")
    assert told.roles("denial")[1] == {"rebels"}


FIGHT = "Al-Shabaab attacked Somali soldiers near Beledweyne. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Somali army has besieged Adado since May.", "siege"),
        ("The Somali army shelled positions near Adado.", "shelling"),
        ("The Somali army gave an ultimatum on Sunday.", "ultimatum"),
    ],
)
def test_what_is_aimed_at_a_foe_names_none(read: Reads, text: str, kind: str) -> None:
    assert read(FIGHT + text, published="2022-09-10").roles(kind)[1] == {"al-shabaab"}


def test_shells_on_a_town_are_not_aimed_at_the_foe(read: Reads) -> None:
    assert read(FIGHT + "The Somali army shelled Adado.", published="2022-09-10").roles("shelling")[1] == set()


def test_a_people_that_is_hit_is_no_foe(read: Reads) -> None:
    told = read("Israeli soldiers shot two Palestinians near Jenin. Clashes went on.", published="2022-09-10")
    assert "palestine" not in told.roles("clash")[0]


def test_what_is_refused_is_whose_it_was(read: Reads) -> None:
    told = read("Ethiopia proposed a truce on Sunday. The Tigrayan rebels rejected the offer.", published="2022-03-24")
    assert told.roles("refusal")[1] == {"ethiopia"}
    told = read("Kenya deployed troops on Sunday. The Tigrayan rebels rejected the vote.", published="2022-03-24")
    assert not any(claim.targets for claim in told.reading.claims if claim.type == "refusal")


def test_executions_in_numbers_are_of_the_defenceless(read: Reads) -> None:
    told = read("Witnesses spoke of mass executions near Bunia.", published="2003-05-20")
    assert told.roles("killing")[1] == {"civilians"}


def test_who_asks_the_other_side_to_go_does_not_go_himself(read: Reads) -> None:
    told = read("The Houthis left the port of Salif on Friday. The Houthis call on the other side to leave Hodeidah.")
    gone = [claim.actors for claim in told.reading.claims if claim.type == "withdrawal"]
    assert gone == [("houthis",), ()]


def test_a_deal_of_nobody_is_of_those_who_deal_at_that_place(read: Reads) -> None:
    told = read(
        "The Syrian army shelled Jaysh al-Islam in Douma. Jaysh al-Islam shelled the Syrian army. "
        "Damascus agreed with Ahrar al-Sham on a deal in Harasta on Friday. The accord in Harasta holds."
    )
    deals = [claim for claim in told.reading.claims if claim.type == "agreement"]
    assert deals and all("jaysh-al-islam" not in claim.actors for claim in deals)
