"""As what an event is told where the clause around it decides: feared, averted, refused, agreed, so called or only described."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("The brigade fell back to avoid encirclement.", "siege", "hypothetical"),
        ("The UN said that an assault on Idlib would lead to a massacre.", "killing", "hypothetical"),
        ("The M23 rejected any withdrawal from Goma.", "withdrawal", "hypothetical"),
        ("The government would not accept the group keeping its soldiers in the port.", "deployment", "hypothetical"),
        ("The residents of Daraya were given a chance to evacuate to Idlib.", "evacuation", "agreed"),
        ("Under a surrender agreed on Monday, the fighters were to leave the town.", "withdrawal|evacuation", "agreed"),
        ("The opposition condemned the deal as ethnic cleansing.", "displacement", "reported"),
        ("It was probable that the commander had been killed by a raid near Raqqa.", "attack", "reported"),
        ("HRW accuses the rebels of having burnt schools and poisoned wells.", "destruction", "reported"),
        (
            "A meeting between the two presidents, which the union hopes to convene in May, looks unlikely.",
            "negotiation",
            "planned",
        ),
        ("Should the rebels leave Idlib, the army would take it.", "withdrawal", "hypothetical"),
        ("Had the rebels left Morek, she said, people would have been told.", "withdrawal", "denied"),
        ("The mayor alleged that soldiers had killed nine people.", "killing", "reported"),
        ("Both sides will be asked to free their prisoners.", "appeal|demand", "planned"),
    ],
)
def test_what_has_not_happened_or_is_not_vouched_for(read, text, types, mode):
    modes = {claim.modality.value for claim in read(text).reading.claims if claim.type in types.split("|")}
    assert modes == {mode}


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("Kyiv denies that the withdrawal was chaotic.", "withdrawal", "asserted"),
        ("Kyiv denies that its soldiers withdrew.", "withdrawal", "denied"),
        ("Kyiv denied that its jets were used and blamed the raid on rebels.", "accusation", "asserted"),
        ("The rebels had left Morek, he said.", "withdrawal", "asserted"),
        ("His statement did not mention the talks.", "negotiation", "asserted"),
        ("Refugees told our reporter of women abducted by the militia.", "abduction", "asserted"),
        ("The army told the rebels to leave Douma.", "withdrawal|evacuation", "demanded"),
        ("The accord covers the return of villagers who had fled.", "displacement", "asserted"),
        ("Prisoners were let go under a separate deal.", "agreement", "asserted"),
        ("The rebels rejected the ceasefire.", "refusal", "asserted"),
        ("The rebels warned that they would attack Hama.", "offensive", "threatened"),
    ],
)
def test_what_is_only_spoken_of_stands(read, text, types, mode):
    assert read(text).mode(types) == mode


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        (
            "Under the terms of the accord, rebels are to leave Douma. Those who remain must hand over their weapons.",
            "disarmament",
            "agreed",
        ),
        (
            "Under the deal, rebels will leave Douma. The wounded are in Damascus. The prisoners will be freed in May.",
            "prisoner-exchange",
            "planned",
        ),
        (
            "Under the deal, rebels will leave Douma. The mayor of Harasta said prisoners will be freed in May.",
            "prisoner-exchange",
            "planned",
        ),
    ],
)
def test_terms_are_told_on(read, text, types, mode):
    assert read(text).mode(types) == mode


@pytest.mark.parametrize(
    ("sentence", "type", "mode"),
    [
        ("The mayor of Goma refused an ultimatum from the rebels.", "ultimatum", "asserted"),
        ("The junta rejected any handover of the airport.", "handover", "hypothetical"),
    ],
)
def test_a_demand_refused_was_made(read: Reads, sentence: str, type: str, mode: str) -> None:
    assert read(sentence).claim(type).modality == mode
