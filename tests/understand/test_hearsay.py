"""What is told as hearsay, as a term, as an aim, as what is asked for: signs that stand farther off than the next verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The panel has accused government forces of gas attacks on Saraqib.", "chemical-attack"),
        ("Villagers blamed the airstrike on the Turkish army.", "airstrike"),
        ("Each side charged the other with shelling the bridge.", "shelling"),
        ("The envoy spoke of gunmen accused of looting homes in Nyala.", "destruction"),
        (
            "Reports have circulated since Monday that Rwanda had sent troops across the border.",
            "deployment|offensive|attack",
        ),
        ("Rumours spread in Goma that rebels had killed the mayor.", "killing"),
        ("There were reports of a surge in fighting near Marib.", "clash"),
        ("Media reported that 40 people were killed in airstrikes on Raqqa.", "airstrike"),
        ("Nine people were killed in Binnish by airstrikes thought to be Russian.", "airstrike"),
    ],
)
def test_hearsay(read, text, types):
    assert read(text).mode(types) == "reported"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The president blamed the fall of the town on a lack of shells.", "capture"),
        ("State media reported that the army captured Morek.", "capture"),
        ("The attack on the clinic was reported by the United Nations.", "attack"),
        ("Residents reported hearing shelling near the airport.", "shelling"),
        ("An army that the UN accused of abuses captured the village of Morek.", "capture"),
        ("The unit made it possible to kill 30 militants.", "killing"),
        ("We call for an end to the attacks on the camp.", "attack"),
        ("The UN asked both sides to stop the airstrikes on Taiz.", "airstrike"),
        ("The minister condemned the halt of the shelling campaign.", "shelling"),
    ],
)
def test_no_hearsay(read, text, types):
    found = [claim.modality.value for claim in read(text).reading.claims if claim.type == types]
    assert set(found) <= {"asserted"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army denied allegations that its soldiers had shelled the market.", "shelling"),
        ("The ministry rejected claims that its troops had captured civilians as shields.", "arrest"),
        ("Kigali dismissed reports that it had sent troops across the border.", "deployment"),
    ],
)
def test_what_is_denied_of_what_was_alleged(read, text, types):
    assert read(text).mode(types) == "denied"


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("The two sides signed a truce in Cairo.", "ceasefire", "agreed"),
        ("Armenia and Azerbaijan agreed to a ceasefire on Monday.", "ceasefire", "agreed"),
        ("Under the five principles, the militia will withdraw from the port.", "withdrawal", "agreed"),
        ("The offensive aimed at the liberation of the city began on Monday.", "capture", "planned"),
        ("He will fly to Cairo on Monday to meet with the Egyptian president.", "negotiation", "planned"),
        ("The envoy stressed the importance of keeping up the ceasefire.", "ceasefire", "demanded"),
        ("The governor spoke of the need for military assistance to the army.", "support", "demanded"),
    ],
)
def test_terms_aims_and_needs(read, text, types, mode):
    assert mode in {claim.modality.value for claim in read(text).reading.claims if claim.type == types}


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        (
            "L'accord prévoit l'arrêt des combats, le retrait des troupes et l'évacuation des blessés.",
            "evacuation",
            "agreed",
        ),
        (
            "L'accord, obtenu par le médiateur après huit heures de discussions, prévoit le retrait des rebelles.",
            "withdrawal",
            "agreed",
        ),
        (
            "L'accord, signé à Doha par les deux camps, prévoit la libération des prisonniers.",
            "prisoner-exchange",
            "agreed",
        ),
        ("Le gouvernement a accusé dimanche le M23 de tuer des civils à Goma.", "killing", "reported"),
        ("Le soutien supposé de l'Iran aux rebelles inquiète Riyad.", "support", "reported"),
        ("L'ONU a accusé l'armée de bombarder des écoles.", "shelling|airstrike", "reported"),
    ],
)
def test_french(read, text, types, mode):
    assert mode in {claim.modality.value for claim in read(text, "fr").reading.claims if claim.type in types.split("|")}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Under the deal, the militia was obliged to leave the valley.", "withdrawal|evacuation"),
        ("According to the agreement, the rebels are required to hand over their tanks.", "disarmament"),
        ("As per the accord, the army is bound to withdraw from the port.", "withdrawal"),
    ],
)
def test_what_a_deal_obliges_to_is_agreed_and_not_asked(read, text, types):
    assert read(text).mode(types) == "agreed"


def test_what_is_demanded_during_a_truce_is_demanded(read):
    assert read("Under the truce, the army demanded that the rebels leave the town.").mode("withdrawal") == "demanded"
