"""Wording that takes a side: the words, about whom, in which direction, with a neutral wording; plain words give none."""

import pytest

LIKED, DISLIKED = "favourable", "unfavourable"


@pytest.mark.parametrize(
    ("text", "words", "about", "stance"),
    [
        ("The Syrian regime bombed Aleppo.", "Syrian regime", "syrian-government", DISLIKED),
        ("Terrorists attacked the town of Hama.", "Terrorists", "rebels", DISLIKED),
        ("The terrorist group attacked Gao.", "terrorist group", "rebels", DISLIKED),
        ("The so-called Islamic State attacked Palmyra.", "so-called Islamic State", "islamic-state", DISLIKED),
        ("The Kyiv regime shelled Donetsk.", "Kyiv regime", "ukraine-government", DISLIKED),
        ("The army neutralised 12 militants.", "neutralised", "rebels", DISLIKED),
        ("The army cleansed the village of rebels.", "cleansed", "rebels", DISLIKED),
        ("The Iranian-backed Houthis attacked Aden.", "Iranian-backed Houthis", "houthis", DISLIKED),
        ("Russian-occupied Melitopol was shelled.", "occupied", "russia", DISLIKED),
        ("The army liberated the town of Palmyra.", "liberated", "syrian-army", LIKED),
        ("The brave Ukrainian soldiers repelled the attack.", "brave Ukrainian soldiers", "ukraine-army", LIKED),
        ("Our heroic soldiers left the town.", "heroic soldiers", "government-forces", LIKED),
        ("Freedom fighters captured Idlib.", "Freedom fighters", "rebels", LIKED),
        ("The martyrs were buried in Gaza.", "martyrs", "civilians", LIKED),
    ],
)
def test_loaded_words_and_about_whom(read, text, words, about, stance):
    assert (words, about, stance) in read(text).framings


@pytest.mark.parametrize(
    ("text", "words", "about", "stance"),
    [
        ("Le régime syrien a bombardé Alep.", "régime syrien", "syrian-government", DISLIKED),
        ("Les forces du régime ont bombardé Douma.", "forces du régime", "syrian-army", DISLIKED),
        ("Des terroristes ont attaqué Gao.", "terroristes", "rebels", DISLIKED),
        ("L'armée malienne a neutralisé 30 terroristes.", "neutralisé", "rebels", DISLIKED),
        ("L'armée a nettoyé le village des rebelles.", "nettoyé", "rebels", DISLIKED),
        ("L'armée a libéré la ville de Palmyre.", "libéré", "syrian-army", LIKED),
        ("Les martyrs ont été enterrés à Gaza.", "martyrs", "civilians", LIKED),
        ("Les mercenaires de Wagner ont attaqué Gao.", "mercenaires", "wagner-group", DISLIKED),
    ],
)
def test_loaded_words_in_french(read, text, words, about, stance):
    assert (words, about, stance) in read(text, "fr").framings


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rebels captured a village.", "en"),
        ("Government forces shelled the town of Douma.", "en"),
        ("The Syrian Observatory for Human Rights reported clashes near Hama.", "en"),
        ("Opposition fighters left Homs under an agreement.", "en"),
        ("The Ukrainian army withdrew from Avdiivka.", "en"),
        ("Militants attacked a convoy near Gao.", "en"),
        ("The Free Syrian Army entered Jarablus.", "en"),
        ("The Syrian government and the opposition held talks in Geneva.", "en"),
        ("The Houthis attacked Marib on Friday.", "en"),
        ("The Palestine Liberation Organization condemned the attack.", "en"),
        ("Human Rights Watch called for an inquiry in Moura.", "en"),
        ("The commander of the Libyan National Army visited Benghazi.", "en"),
        ("Prisoners were released in Marib.", "en"),
        ("Les rebelles ont quitté Alep.", "fr"),
        ("L'armée syrienne a bombardé Douma.", "fr"),
        ("Les combattants ont quitté la ville après un accord.", "fr"),
        ("Les Houthis ont attaqué Marib.", "fr"),
        ("L'Observatoire syrien des droits de l'homme fait état de combats.", "fr"),
        ("L'ONU a demandé aux Houthis de libérer les prisonniers.", "fr"),
    ],
)
def test_neutral_words_give_none(read, text, language):
    assert read(text, language).framings == set()


@pytest.mark.parametrize(
    ("text", "neutral", "language"),
    [
        ("The Syrian regime bombed Aleppo.", "government", "en"),
        ("The army liberated the town of Palmyra.", "took", "en"),
        ("The army neutralised 12 militants.", "killed", "en"),
        ("Le régime syrien a bombardé Alep.", "gouvernement", "fr"),
        ("L'armée malienne a neutralisé 30 combattants.", "tué", "fr"),
        ("L'armée a libéré la ville de Palmyre.", "pris", "fr"),
    ],
)
def test_a_neutral_wording_stands_beside(read, text, neutral, language):
    (framing,) = read(text, language).reading.framings
    assert neutral in framing.neutral


def test_two_loaded_words_of_one_sentence_are_two(read):
    told = read("The regime neutralised 12 terrorists near Hama.")
    assert {words for words, _, _ in told.framings} == {"regime", "neutralised", "terrorists"}


def test_one_wording_is_told_once_a_report(read):
    told = read("Terrorists shelled Hama. Later the terrorists shelled Aleppo. Terrorists also left Homs.")
    assert len(told.reading.framings) == 1


def test_loaded_words_do_not_hide_the_event(read):
    told = read("The army liberated the town of Palmyra.")
    assert told.roles("capture") == ({"syrian-army"}, set())
    assert told.places("capture") == {"palmyra"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les rebelles ont libéré 20 prisonniers à Douma.", "fr"),
        ("The army liberated 30 hostages in Raqqa.", "en"),
    ],
)
def test_to_free_people_is_no_loaded_word_for_taking_a_place(read, text, language):
    assert not read(text, language).framings
