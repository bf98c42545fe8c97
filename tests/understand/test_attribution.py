"""Whom a claim comes from: the speaker a report names, outermost first; nobody where the outlet says it itself."""

import pytest

SHELLED = "Government forces shelled the town of Douma on Friday"
SPEAKER = "sohr"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHELLED}, the Syrian Observatory for Human Rights said.",
        f"{SHELLED}, said the Syrian Observatory for Human Rights.",
        f"{SHELLED}, according to the Syrian Observatory for Human Rights.",
        f"According to the Syrian Observatory for Human Rights, g{SHELLED[1:]}.",
        f"The Syrian Observatory for Human Rights said that g{SHELLED[1:]}.",
        f"The Syrian Observatory for Human Rights confirmed on Saturday that g{SHELLED[1:]}.",
        f"The Syrian Observatory for Human Rights told reporters that g{SHELLED[1:]}.",
        f"In a statement, the Syrian Observatory for Human Rights said g{SHELLED[1:]}.",
        f"{SHELLED}, the Syrian Observatory for Human Rights reported on Saturday.",
    ],
)
def test_one_speaker_in_every_wording(read, text):
    assert read(text).speakers("shelling") == [SPEAKER]


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        (
            "Houthi fighters fired rockets at Marib, the Yemeni government said on Tuesday.",
            "shelling",
            "yemen-government",
        ),
        ('"The Houthis shelled Taiz again last night," said the Yemeni government.', "shelling", "yemen-government"),
        (
            "The Russian army captured the village of Robotyne, the Ukrainian general staff said.",
            "capture",
            "ukraine-general-staff",
        ),
        (
            "The Ukrainian army confirmed on Monday that its forces had withdrawn from Avdiivka.",
            "withdrawal",
            "ukraine-army",
        ),
        ("Malian soldiers killed 12 civilians in Moura, Human Rights Watch said.", "killing", "hrw"),
        ("Mali's army said it had killed 30 militants near Gao.", "killing", "fama-mali"),
        ("Rebels captured a village near Idlib, according to SANA.", "capture", "sana"),
        ("SANA said rebels had shelled Aleppo.", "shelling", "sana"),
        ("Activists said that warplanes bombed Saraqib.", "airstrike", "activists"),
        ("Jaysh al-Islam said in a statement that it had repelled an attack on Douma.", "loss", "jaysh-al-islam"),
        (
            "In Moscow, the Russian defence ministry said the rebels had attacked Hama.",
            "attack|offensive",
            "russia-defence-ministry",
        ),
        ("Hay'at Tahrir al-Sham announced that it had captured the town of Morek.", "capture", "hts"),
        ("The United Nations estimates that 400 families fled the fighting in Darfur.", "displacement", "un"),
        ("Residents said the Rapid Support Forces looted shops in Nyala.", "destruction", "civilians"),
        (
            "Kenya's government claims that Al-Shabaab abducted two teachers near Garissa.",
            "abduction",
            "kenya",
        ),
    ],
)
def test_speakers_of_many_wars(read, text, types, speaker):
    assert read(text).speakers(types) == [speaker]


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        ("L'armée syrienne a bombardé Douma, a annoncé l'ONU dimanche.", "shelling", "un"),
        (
            "L'Observatoire syrien des droits de l'homme a indiqué que l'armée syrienne avait bombardé Douma.",
            "shelling",
            "sohr",
        ),
        (
            "Boko Haram a attaqué un village près de Diffa, a affirmé mardi le gouvernement nigérien.",
            "attack",
            "niger",
        ),
        ("« Les rebelles ont attaqué Gao », a déclaré l'armée malienne.", "attack", "fama-mali"),
        ("D'après l'armée ukrainienne, les forces russes ont bombardé Kharkiv.", "shelling", "ukraine-army"),
        ("Selon l'ONU, les Houthis ont attaqué Marib vendredi.", "attack", "un"),
        ("Les Houthis ont attaqué Marib, selon le gouvernement yéménite.", "attack", "yemen-government"),
        ("Des militants ont affirmé que l'aviation russe avait bombardé Idleb.", "airstrike|shelling", "activists"),
        ("Le gouvernement malien a confirmé que Wagner avait quitté Kidal.", "withdrawal", "mali"),
        ("Les Forces de soutien rapide ont quitté Khartoum, rapporte l'AFP.", "withdrawal", "afp"),
        ("L'armée libyenne a bombardé Syrte, indique Human Rights Watch dans un communiqué.", "shelling", "hrw"),
    ],
)
def test_french_speakers_also_behind_the_verb(read, text, types, speaker):
    assert read(text, "fr").speakers(types) == [speaker]


@pytest.mark.parametrize(
    ("text", "types", "language"),
    [
        ("Haftar's forces shelled Tripoli.", "shelling", "en"),
        ("Rebels captured the town of Saqba on Friday.", "capture", "en"),
        ("Ukraine shot down a Russian fighter jet over Kherson.", "attack", "en"),
        ("The Houthis and the Yemeni government agreed to exchange prisoners.", "agreement", "en"),
        ("Boko Haram abducted 14 women near Diffa.", "abduction", "en"),
        ("The United Nations demanded that the Houthis release the prisoners.", "demand", "en"),
        ("L'armée malienne a tué 30 combattants près de Gao.", "killing", "fr"),
        ("Les rebelles ont quitté Alep.", "withdrawal|evacuation", "fr"),
        ("La Russie et l'Iran soutiennent le gouvernement syrien.", "support", "fr"),
    ],
)
def test_the_outlet_itself_is_no_speaker(read, text, types, language):
    assert read(text, language).speakers(types) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Citing the Sudanese army, Reuters reported that the Rapid Support Forces had withdrawn from Omdurman.", "en"),
        ("Reuters, citing the Sudanese army, said the Rapid Support Forces had withdrawn from Omdurman.", "en"),
        ("The Rapid Support Forces withdrew from Omdurman, Reuters reported, citing the Sudanese army.", "en"),
        ("Les Forces de soutien rapide ont quitté Khartoum, a rapporté Reuters, citant l'armée soudanaise.", "fr"),
    ],
)
def test_a_chain_names_the_agency_first_and_then_its_source(read, text, language):
    assert read(text, language).speakers("withdrawal") == ["reuters", "saf-sudan"]


@pytest.mark.parametrize(
    "text",
    [
        'The Russian defence ministry said: "Our aircraft bombed a depot in Idlib. The rebels shelled our base at Hmeimim."',
        '"The army has withdrawn. The rebels shelled the base at Hmeimim," the Russian defence ministry said.',
        "The Russian defence ministry said on Monday: “Rebels shelled Hmeimim. They left at dawn.”",
    ],
)
def test_a_quotation_of_several_sentences_has_one_speaker(read, text):
    assert read(text).speakers("shelling") == ["russia-defence-ministry"]


def test_after_the_quotation_the_outlet_speaks_again(read):
    told = read('The Yemeni government said: "The Houthis shelled Taiz." A car bomb exploded in Aden.')
    assert told.speakers("shelling") == ["yemen-government"]
    assert told.speakers("bombing") == []


def test_two_speakers_in_one_report_are_kept_apart(read):
    told = read("The army said rebels had shelled Hama. Activists said warplanes had bombed Idlib.")
    assert told.speakers("shelling") == ["syrian-army"]
    assert told.speakers("airstrike") == ["activists"]


def test_who_accuses_is_the_speaker_of_the_act(read):
    told = read("Turkey accused the YPG of shelling Azaz.")
    assert told.speakers("shelling") == ["turkey"]
    assert told.speakers("accusation") == []


def test_a_speaker_stands_on_the_words_that_name_it(read):
    told = read("Government forces shelled Douma, the Syrian Observatory for Human Rights said.")
    evidence = [e for e in told.claim("shelling").evidence if e.field == "speaker"]
    assert [told.words(e.span) for e in evidence] == ["Syrian Observatory for Human Rights"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Citing the Sudanese army, Reuters reported that the Rapid Support Forces had withdrawn from Omdurman.", "en"),
        ("Reuters, citing the Sudanese army, said the Rapid Support Forces had withdrawn from Omdurman.", "en"),
        ("The Rapid Support Forces withdrew from Omdurman, Reuters reported, citing the Sudanese army.", "en"),
        ("Les Forces de soutien rapide ont quitté Khartoum, a rapporté Reuters, citant l'armée soudanaise.", "fr"),
    ],
)
def test_an_agency_and_the_source_it_cites_are_both_named(read, text, language):
    assert set(read(text, language).speakers("withdrawal")) == {"reuters", "saf-sudan"}


def test_who_will_answer_an_attack_says_nothing_yet(read):
    assert (
        read("Government troops in Syria have closed off the enclave of Douma and will answer any violation.").speakers(
            "siege"
        )
        == []
    )


def test_who_says_it_did_a_deed_says_so(read):
    told = "Boko Haram said it had carried out the attack in Maiduguri."
    assert read(told).speakers("claim-responsibility") == ["boko-haram"]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée syrienne a bombardé Douma, a annoncé dimanche l'Observatoire syrien des droits de l'homme.",
        "L'armée syrienne a bombardé Douma, a indiqué l'Observatoire syrien des droits de l'homme vendredi.",
    ],
)
def test_a_day_behind_the_verb_is_not_the_one_who_speaks(read, text):
    assert read(text, "fr").speakers("shelling") == ["sohr"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Clashes broke out near Division 30 said Observatory director Rami Abdel Rahman.", "rami-abdel-rahman"),
        ("Shells hit the port of Tartus, said President Bashar al-Assad.", "bashar-al-assad"),
        ("Rebels shelled Douma said the Syrian Observatory for Human Rights monitoring group.", "sohr"),
    ],
)
def test_a_name_that_ends_a_sentence_behind_said_is_who_said_it(read, text, speaker):
    assert read(text).speakers("clash|shelling") == [speaker]


@pytest.mark.parametrize(
    ("text", "type", "speaker"),
    [
        ("Ankara called on the militia to withdraw from Sirte.", "withdrawal", "turkey"),
        ("The United Nations appealed to both sides to free the prisoners.", "prisoner-exchange", "un"),
        ("The United States pledged to train Ukrainian pilots.", "support", "united-states"),
    ],
)
def test_what_is_asked_or_pledged_is_told_by_who_does_so(read, text, type, speaker):
    assert speaker in read(text).claim(type).speakers


@pytest.mark.parametrize(
    "text",
    [
        "The separatists accused Azerbaijan of shelling Khankendi; Baku denied it.",
        "Israel alleges that Hezbollah fired the rockets, a charge the group rejects.",
    ],
)
def test_who_denies_a_charge_does_not_tell_it(read, text):
    assert not set(read(text).claim("accusation").speakers) & {"azerbaijan", "hezbollah"}


def test_who_says_a_threat_of_nobody_else_makes_it(read):
    assert read("The strike on the depot would not go unpunished, Hezbollah said.").claim("threat").actors == (
        "hezbollah",
    )


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Activists allege that militiamen looted homes at Harasta; Damascus denies it.", "syrian-government"),
        (
            "Residents said soldiers had burned houses in Douma; the Syrian government rejected this.",
            "syrian-government",
        ),
    ],
)
def test_who_denies_it_does_not_tell_it(read, text, denier):
    assert denier not in read(text).claim("destruction").speakers
