"""What deals and their breach are told with: times given, names given, no sign of it, where it was signed, who is encircled."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "types"),
    [
        ("The rebels gave the soldiers in Goma 48 hours to lay down their weapons.", "en", "disarmament"),
        ("The RSF offered the garrison of Nyala three days to surrender.", "en", "surrender"),
        ("Hamas gave the militia in Rafah two weeks to hand over its rifles.", "en", "disarmament"),
        ("L'armée a donné 48 heures aux rebelles de Kidal pour déposer les armes.", "fr", "disarmament"),
    ],
)
def test_what_a_time_is_given_for_is_demanded(read, text, language, types):
    assert read(text, language).mode(types) == "demanded"


@pytest.mark.parametrize(
    ("text", "language", "types"),
    [
        ("The ministry saw no evidence that rebels had captured Tarhuna.", "en", "capture"),
        ("The army said there was no sign that its men fired at the convoy in Taiz.", "en", "shelling|attack"),
        ("Washington saw no indication that civilians were killed in Mosul.", "en", "killing"),
        ("L'armée dit n'avoir « aucune preuve » que des civils aient été tués à Gao.", "fr", "killing"),
        ("Rien n'indique que l'armée ait bombardé Gao.", "fr", "shelling|airstrike"),
    ],
)
def test_what_nobody_sees_a_sign_of_is_denied(read, text, language, types):
    assert read(text, language).mode(types) == "denied"


def test_how_a_thing_is_named_is_no_demand(read):
    assert read("Moscow calls the pullout from Kherson an evacuation.").mode("evacuation") != "demanded"
    assert read("The army called off an assault on Bakhmut.").mode("offensive|attack") == "denied"
    assert read("Paris called for an evacuation of Gao.").mode("evacuation") == "demanded"


def test_where_a_deal_was_signed_nothing_else_happens(read):
    told = read(
        "The Houthis handed the port of Hodeidah over under the agreement reached in Sweden. They shelled houses."
    )
    assert "sweden" not in told.places("handover")
    assert "sweden" not in told.places("shelling")


def test_troops_that_are_encircled_are_besieged(read):
    told = read("The general denied that his troops were encircled in Debaltseve.")
    assert told.mode("siege") == "denied"


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("The government put the number of dead in Derna at more than 2,000.", "en", "2,000"),
        ("The number killed by the strike in Kharkiv rose to 43.", "en", "43"),
        ("Officials put the toll at 12.", "en", "12"),
        ("Le nombre de morts à Derna s'élève à 430.", "fr", "430"),
    ],
)
def test_a_count_that_a_verb_sets_is_a_toll(read, text, language, number):
    figure = read(text, language).figure(number)
    assert (figure.unit, figure.role) == ("person", "killed")


def test_who_fights_beside_a_force_supports_it(read):
    actors, targets = read("Up to 4,000 Rwandan soldiers fight beside the rebels.").roles("support")
    assert actors
    assert targets == {"rebels"}
