"""In what mode a report tells an event: as fact, plan, threat, demand, term of a deal, hearsay, denial or possibility."""

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Rebels shelled Aleppo on Friday.", "shelling"),
        ("The army has captured the town of Saqba.", "capture"),
        ("Turkey is bombing Azaz.", "shelling|airstrike"),
        ("The army began to shell Douma.", "shelling"),
        ("The army continued to bomb Khartoum.", "shelling|airstrike"),
        ("The fighters managed to leave Aleppo.", "withdrawal|evacuation"),
        ("Civilians fled the fighting in Omdurman.", "displacement"),
        ("The Houthis threatened to bomb Riyadh.", "threat"),
        ("The United Nations demanded that the Houthis release the prisoners.", "demand"),
        ("Russia denied bombing the hospital in Idlib.", "denial"),
        ("The fighters refused to withdraw from Douma.", "refusal"),
        ("The rebels agreed to leave Douma.", "agreement"),
        ("The Sudanese army said it had captured Omdurman.", "capture"),
    ],
)
def test_facts_and_acts_of_speech_are_asserted(read, text, types):
    assert read(text).mode(types) == "asserted"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army will shell Aleppo.", "shelling"),
        ("The Russian army plans to attack Kharkiv.", "attack|offensive"),
        ("Turkey is expected to launch an offensive against Afrin.", "offensive"),
        ("The rebels are expected to leave Douma on Monday.", "withdrawal|evacuation"),
        ("The Rapid Support Forces would withdraw from Khartoum.", "withdrawal"),
        ("Wagner fighters were to withdraw from Bakhmut.", "withdrawal"),
        ("The army is preparing an assault on Idlib.", "offensive"),
        ("Preparations for the evacuation of the rebels are under way.", "evacuation"),
        ("The two sides are due to exchange prisoners on Thursday.", "prisoner-exchange"),
        ("The Houthis offered to release 200 prisoners.", "prisoner-exchange"),
        ("France is to withdraw its troops from Niger.", "withdrawal"),
        ("Ukraine is about to launch an offensive near Kherson.", "offensive"),
        ("The Libyan National Army is planning an attack on Sirte.", "attack|offensive"),
        ("To retake Aleppo, the army gave the rebels an ultimatum.", "capture"),
        ("To retake Tarhuna, Government of National Accord forces bombed the town.", "capture"),
        ("In order to capture Debaltseve, the separatists demanded that the garrison surrender.", "capture"),
    ],
)
def test_plans(read, text, types):
    assert read(text).mode(types) == "planned"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Russia threatened to shell Odesa.", "shelling"),
        ("The army threatened to storm Douma if Jaysh al-Islam refuses to surrender.", "offensive|attack"),
        ("If the Houthis refuse to withdraw, the coalition will shell Hodeidah.", "shelling"),
        ("Unless the rebels surrender, the army will storm Douma.", "offensive|attack"),
        ("The army warned that it would storm the town unless the rebels surrender.", "offensive|attack"),
        ("Al-Shabaab has threatened to abduct aid workers in Baidoa.", "abduction"),
        ("Rebels vowed to recapture Aleppo.", "capture"),
    ],
)
def test_threats(read, text, types):
    assert read(text).mode(types) == "threatened"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The United Nations demanded that the Houthis release the prisoners.", "prisoner-exchange"),
        ("The UN called on both sides to stop the fighting in Khartoum.", "ceasefire"),
        ("The army ordered residents to leave Douma.", "displacement|evacuation"),
        ("The rebels have until Wednesday to leave Douma.", "withdrawal|evacuation"),
        ("The army gave the rebels until Wednesday to surrender.", "surrender"),
        ("Ukraine demands the withdrawal of Russian troops from Crimea.", "withdrawal"),
        ("Turkey urged the YPG to withdraw from Manbij.", "withdrawal"),
        ("The fighters must lay down their arms.", "disarmament"),
        ("The Security Council called for a ceasefire in Yemen.", "ceasefire"),
    ],
)
def test_demands(read, text, types):
    assert read(text).mode(types) == "demanded"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The rebels agreed to leave Douma.", "withdrawal|evacuation"),
        ("Faylaq al-Rahman agreed to hand over its heavy weapons.", "disarmament"),
        ("The Houthis agreed to withdraw from the port of Hodeidah.", "withdrawal"),
        ("The two armies agreed to exchange prisoners.", "prisoner-exchange"),
        ("Under the deal, the fighters would withdraw from Homs.", "withdrawal"),
        ("The deal provides for the evacuation of fighters from Daraa.", "evacuation"),
        ("Under the agreement, the Rapid Support Forces will release 14 prisoners.", "prisoner-exchange"),
    ],
)
def test_terms_of_a_deal(read, text, types):
    assert read(text).mode(types) == "agreed"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Russian aircraft reportedly bombed Idlib.", "airstrike|shelling"),
        ("There were reports of shelling in El Fasher.", "shelling"),
        ("The group allegedly executed prisoners in Raqqa.", "killing"),
        ("Wagner is said to have withdrawn from Mali.", "withdrawal"),
        ("Unconfirmed reports said the rebels had captured Saqba.", "capture"),
        ("Turkey accused the YPG of shelling Azaz.", "shelling"),
        ("The army is accused of executing prisoners in Goma.", "killing"),
    ],
)
def test_hearsay(read, text, types):
    assert read(text).mode(types) == "reported"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Russia denied bombing the hospital in Idlib.", "shelling|airstrike"),
        ("The Sudanese army denies that it shelled a market in Nyala.", "shelling"),
        ("Ukraine denied that its troops had withdrawn from Bakhmut.", "withdrawal"),
        ("Jaysh al-Islam has not withdrawn from Douma.", "withdrawal"),
        ("The army did not shell the hospital.", "shelling"),
        ("The rebels failed to capture the town of Brega.", "capture"),
        ("The Houthis have yet to release the prisoners.", "prisoner-exchange"),
        ("The evacuation of Douma was postponed.", "evacuation"),
        ("The attack on Kyiv never took place.", "attack"),
        ("No agreement was reached between the two sides.", "agreement"),
    ],
)
def test_denied_or_told_not_to_have_happened(read, text, types):
    assert read(text).mode(types) == "denied"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Warplanes may bomb the city again.", "airstrike"),
        ("Haftar could attack Tripoli.", "attack|offensive"),
        ("The Malian army might withdraw from Kidal.", "withdrawal"),
        ("Residents fear that the army will shell the town.", "shelling"),
        ("If the rebels surrender, the army will open a corridor.", "surrender"),
        ("Unless the rebels surrender, the army will storm Douma.", "surrender"),
        ("If the Houthis refuse to withdraw, the coalition will shell Hodeidah.", "refusal"),
        ("The army threatened to storm Douma if Jaysh al-Islam refuses to surrender.", "refusal"),
        ("It is unclear whether the army captured the airport in Khartoum.", "capture"),
    ],
)
def test_possibilities_and_conditions(read, text, types):
    assert read(text).mode(types) == "hypothetical"


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("L'armée a commencé à bombarder Douma.", "shelling", "asserted"),
        ("Les rebelles ont refusé de quitter Alep.", "refusal", "asserted"),
        ("L'armée russe va attaquer Kharkiv.", "attack|offensive", "planned"),
        ("Les rebelles quitteront Douma mardi.", "withdrawal|evacuation", "planned"),
        ("L'armée ukrainienne s'apprête à lancer une offensive à Kherson.", "offensive", "planned"),
        ("L'armée syrienne bombardera Idleb.", "shelling", "planned"),
        ("L'armée prépare une offensive contre Idleb.", "offensive", "planned"),
        ("Pour reprendre Alep, l'armée syrienne a lancé un ultimatum aux rebelles.", "capture", "planned"),
        ("Afin de reprendre Goma, l'armée congolaise a bombardé les rebelles.", "capture", "planned"),
        ("L'armée a menacé de bombarder la ville.", "shelling", "threatened"),
        ("Si les rebelles refusent de partir, l'armée bombardera Douma.", "shelling", "threatened"),
        ("L'ONU a demandé aux Houthis de libérer les prisonniers.", "prisoner-exchange", "demanded"),
        ("La Turquie a appelé les YPG à se retirer de Manbij.", "withdrawal", "demanded"),
        ("Les rebelles ont accepté de quitter Douma.", "withdrawal|evacuation", "agreed"),
        ("L'accord prévoit l'évacuation des combattants de Deraa.", "evacuation", "agreed"),
        ("Les Houthis auraient attaqué Marib.", "attack", "reported"),
        ("Wagner aurait quitté le Mali.", "withdrawal", "reported"),
        ("La Russie a démenti avoir bombardé un hôpital à Idleb.", "shelling", "denied"),
        ("Le gouvernement soudanais nie avoir bombardé Nyala.", "shelling", "denied"),
        ("L'armée n'a pas bombardé l'hôpital.", "shelling", "denied"),
        ("Les rebelles pourraient attaquer Gao.", "attack", "hypothetical"),
        ("L'armée malienne pourrait se retirer de Kidal.", "withdrawal", "hypothetical"),
        ("Si les rebelles refusent de partir, l'armée bombardera Douma.", "refusal", "hypothetical"),
    ],
)
def test_french_modes(read, text, types, mode):
    assert read(text, "fr").mode(types) == mode


@pytest.mark.parametrize(
    ("text", "types", "language", "mode"),
    [
        ("Rebels held talks on the evacuation of Douma.", "evacuation", "en", "planned"),
        ("L'armée et les rebelles négocient pour une évacuation de Douma.", "evacuation", "fr", "planned"),
        ("Rebels freed soldiers in exchange for the evacuation of their wounded.", "evacuation", "en", "agreed"),
        ("Les rebelles ont rendu Douma en échange de l'évacuation de leurs blessés.", "evacuation", "fr", "agreed"),
        ("The rebels left Douma without a battle.", "clash", "en", "denied"),
        ("The evacuation of Mariupol was suspended on Friday.", "evacuation", "en", "denied"),
        ("L'évacuation de Marioupol a été suspendue vendredi.", "evacuation", "fr", "denied"),
        ("Wounded people are to be brought out of Madaya.", "evacuation", "en", "planned"),
        ("Le groupe est contre l'évacuation de ses membres vers Idlib.", "evacuation", "fr", "hypothetical"),
    ],
)
def test_what_is_talked_about_exchanged_avoided_or_opposed_is_not_told_as_done(read, text, types, language, mode):
    assert read(text, language).mode(types) == mode


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The group had not been able to enter the base near Azaz.", "capture"),
        ("The army was unable to retake the town of Tadef.", "capture"),
        ("Wagner fighters were not able to capture Bakhmut.", "capture"),
    ],
)
def test_what_somebody_was_unable_to_do_did_not_happen(read, text, types):
    assert read(text).mode(types) == "denied"


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("The president called off an assault on the plant on Thursday.", "offensive", "denied"),
        ("Peace talks are on hold, the negotiator said.", "negotiation", "denied"),
        (
            "The rebels accused Azerbaijani troops of shelling villages; Baku denied the report.",
            "accusation",
            "asserted",
        ),
        ("The rebels accused Azerbaijani troops of shelling villages; Baku denied the report.", "shelling", "reported"),
        ("Under its terms, Israeli forces will withdraw from southern Lebanon.", "withdrawal", "agreed"),
    ],
)
def test_what_is_called_off_on_hold_denied_after_or_a_term(read, text, types, mode):
    assert read(text).mode(types) == mode


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("en", "The army launched an offensive to retake Aleppo.", ["offensive"]),
        ("en", "The rebels have launched a campaign to capture Goma, residents said.", ["offensive"]),
        ("fr", "L'armée a lancé une offensive pour reprendre la ville d'Idlib aux rebelles.", ["offensive"]),
        (
            "fr",
            "Alors que l'armée syrienne avance dans la Ghouta orientale pour reprendre la zone, elle a lancé un "
            "ultimatum aux rebelles.",
            ["capture", "ultimatum"],
        ),
    ],
)
def test_the_aim_of_an_advance_is_no_second_one(read, language, text, types):
    assert read(text, language).types == types
    assert all(claim.modality.value == "asserted" for claim in read(text, language).reading.claims)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ('The general said the attack "would not go unpunished".', "threat"),
        ("Rebels warned that any convoy would be attacked.", "threat"),
        ("The court ordered the junta to release its prisoners.", "demand"),
    ],
)
def test_a_threat_or_demand_made_is_a_fact(read, text, type):
    assert read(text).mode(type) == "asserted"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "The accord provides for the disarmament of the militia and unhindered access for aid convoys.",
            "disarmament aid",
        ),
        ("The deal foresees the release of 50 hostages and the entry of 200 aid trucks.", "prisoner-exchange aid"),
        ("The truce stipulates the withdrawal of tanks and the deployment of monitors.", "withdrawal deployment"),
    ],
)
def test_what_a_deal_lists_are_terms(read, text, types):
    told = read(text)
    assert [told.mode(type) for type in types.split()] == ["agreed"] * 2


def test_a_list_behind_another_verb_is_no_term(read):
    told = read("The accord was signed in May; the army then ordered the withdrawal of tanks from Douma.")
    assert told.mode("withdrawal") != "agreed"


def test_taken_without_a_fight_is_taken(read):
    assert read("Government forces swept into Tarhuna without a battle on Friday.").mode("handover") == "asserted"
