"""Where it happens: the place of the event, not of whoever speaks of it, nor of where its actors come from."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        ("In Moscow, the Russian defence ministry said rebels had shelled Hama.", "shelling", {"hama"}),
        ("Speaking in Geneva, the UN envoy said rebels had shelled Aleppo.", "shelling", {"aleppo"}),
        ("Rebels in Idlib shelled Aleppo.", "shelling", {"aleppo"}),
        ("The army took Saqba and Kafr Batna.", "capture", {"saqba", "kafr-batna"}),
        ("A car bomb exploded in Azaz.", "bombing", {"azaz"}),
        ("Israel shelled a base near Damascus.", "shelling", {"damascus"}),
        ("The Red Crescent delivered aid to Douma.", "aid", {"douma"}),
        ("The army shelled a village east of Hama.", "shelling", {"hama"}),
        ("Warplanes bombed the town of Saraqib in Idlib province.", "airstrike", {"saraqib"}),
        ("The Houthis attacked Marib on Friday.", "attack|offensive", {"marib"}),
        ("The Rapid Support Forces attacked El Fasher.", "attack|offensive", {"el fasher"}),
        ("The Sudanese army withdrew from Omdurman.", "withdrawal", {"omdurman"}),
        ("Ukrainian troops withdrew from Bakhmut.", "withdrawal", {"bakhmut"}),
        (
            "Clashes broke out between the Sudanese army and the Rapid Support Forces in Omdurman.",
            "clash",
            {"omdurman"},
        ),
    ],
)
def test_the_place_is_that_of_the_event(read, text, types, places):
    assert read(text).places(types) == places


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        ("Les rebelles ont attaqué Hama.", "attack|offensive", {"hama"}),
        ("La Russie a déployé des troupes en Crimée.", "deployment", {"crimea"}),
        ("La coalition arabe a mené des frappes sur Sanaa.", "shelling|airstrike", {"sanaa"}),
        ("La France a retiré ses troupes du Mali.", "withdrawal", {"mali"}),
        ("Le bombardement de Douma par l'armée syrienne a tué quatre personnes.", "shelling", {"douma"}),
        ("L'armée syrienne a bombardé un village près de Hama.", "shelling", {"hama"}),
        ("Les forces russes ont bombardé Kharkiv.", "shelling", {"kharkiv"}),
        ("Les Houthis ont attaqué Marib vendredi.", "attack|offensive", {"marib"}),
        ("Les Forces de soutien rapide ont quitté Khartoum.", "withdrawal", {"khartoum"}),
        ("L'armée malienne a tué 30 combattants près de Gao.", "killing", {"gao"}),
        ("L'armée soudanaise a repris la ville d'Omdourman.", "capture", {"omdourman"}),
    ],
)
def test_french_places(read, text, types, places):
    assert read(text, "fr").places(types) == places


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        # A report stays where it is until it names another place; a later place is none for what came before.
        ("The army shelled Douma. Residents fled the fighting.", "displacement", {"douma"}),
        ("Rebels shelled Kharkiv. The city was evacuated. Rescuers found a mass grave.", "discovery", {"kharkiv"}),
        ("The army freed dozens of prisoners. Rebels shelled Hama.", "shelling", {"hama"}),
        ("Rebels shelled Hama. The president flew to Kyiv. A truce was declared.", "ceasefire", {"kyiv"}),
        # What a place is said to be is no second place; who acts is no place.
        ("The two sides agreed on a truce in Mosul, Iraq's second city.", "ceasefire", {"mosul"}),
        ("Rebels shelled Sirte, Libya's main port.", "shelling", {"sirte"}),
    ],
)
def test_the_place_comes_from_before_and_not_from_what_describes_it(read, text, types, places):
    assert read(text).places(types) == places


def test_where_they_want_to_go_is_by_no_other_name_where_it_happens(read):
    text = "L'armée a bombardé Douma. Les rebelles refusent de partir pour Idlib, cette province du nord."
    assert read(text, "fr").places("refusal") == {"douma"}


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        ("Al-Nusra attacked rebels near the town of Azaz in the northern province of Aleppo.", "attack", {"azaz"}),
        ("Rebels attacked a convoy near Saraqib in Idlib province.", "attack", {"saraqib"}),
        ("The envoy flew to Douma. He smiled. The truce was broken by both sides.", "violation", {"douma"}),
    ],
)
def test_the_town_nearby_tells_more_than_its_province(read, text, types, places):
    assert read(text).places(types) == places
