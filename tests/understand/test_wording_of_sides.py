"""Loaded wording that a word list alone does not settle: names, quotes, manner, and whom a regime's deeds are about."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "words", "about", "stance"),
    [
        ("The army cold-bloodedly killed everyone in the hospital.", "en", "cold-bloodedly", "government-forces", "unfavourable"),
        ("The government cracked down on them with ferocity.", "en", "ferocity", "government", "unfavourable"),
        ("L'armée malienne a réprimé la foule avec une férocité inouïe.", "fr", "férocité", "fama-mali", "unfavourable"),
        ("Grâce à la bravoure de l'armée malienne, la ville est tenue.", "fr", "bravoure", "fama-mali", "favourable"),
        ("The US-backed militants posted pictures.", "en", "US-backed militants", "rebels", "unfavourable"),
        ("Saudi-backed terrorists shelled Aleppo.", "en", "Saudi-backed terrorists", "rebels", "unfavourable"),
        ("Washington will arm Syria's moderate opposition.", "en", "moderate opposition", "opposition", "favourable"),
        ("The regime of Bashar al-Assad was blamed.", "en", "regime", "syrian-government", "unfavourable"),
        ("The Bashar al-Assad regime was blamed.", "en", "Bashar al-Assad regime", "syrian-government", "unfavourable"),
        ("Le régime du colonel Mouammar Kadhafi a menti.", "fr", "régime", "libya", "unfavourable"),
        ("Syrian regime warplanes bombed Idlib.", "en", "Syrian regime warplanes", "syrian-government", "unfavourable"),
        ("Syrian regime forces shelled Idlib.", "en", "Syrian regime forces", "syrian-army", "unfavourable"),
        ("He denied the charge, dismissing the account as rebel propaganda.", "en", "propaganda", "rebels", "unfavourable"),
    ],
)  # fmt: skip
def test_loaded_words_and_whom_they_are_about(read, text, language, words, about, stance):
    found = {said: (who, side) for said, who, side in read(text, language).framings}
    assert found.get(words) == (about, stance), found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The spokesman Zabihullah Mujahid promised an amnesty.", "en"),
        ("General Said Mujahid spoke on Monday.", "en"),
        ("La Coalition des patriotes pour le changement avance.", "fr"),
        ("À Abidjan, les Jeunes patriotes dressent des barrages.", "fr"),
        ("The US-led anti-terror coalition flew twelve missions.", "en"),
        ("A counter-terrorist unit came to the town.", "en"),
        ("The junta said on Monday that the road was open.", "en"),
        ("Les gangs tiennent le port, selon l'ONU.", "fr"),
        ("Jihadists attacked a post near the border.", "en"),
    ],
)
def test_a_name_a_compound_or_a_common_word_takes_no_side(read, text, language):
    assert read(text, language).framings == set()


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The Zionist regime shelled a village near Quneitra in Syria.", "en", "israel"),
        ("Le régime sioniste a bombardé un village de Syrie.", "fr", "israel"),
        ("Zionist forces shelled a village near Quneitra in Syria.", "en", "israel-army"),
    ],
)
def test_what_a_state_is_called_by_its_enemies_means_that_state(read, text, language, who):
    told = read(text, language)
    assert told.claim("shelling|airstrike|attack").actors == (who,)


def test_ours_are_the_outlets_own_and_not_those_of_whom_it_quotes(read):
    taken = "The heroic brigade beat the terrorist gangs, the puppets, the hordes and the bandits. "
    assert any(words == "our troops" for words, _, _ in read(taken + "They never reached our troops.").framings)
    told = read(taken + 'The general said: "They never reached our troops."')
    assert not any(words == "our troops" for words, _, _ in told.framings)
