"""Places told by another, short forms in brackets, offices beside names: whom and what the words of a report mean."""

import pytest


def meant(told) -> dict[str, str]:
    """Give what a report's names and nouns mean, by their words; of words that stand twice the last."""
    return {told.words(m.span): m.refers_to.lstrip("@") for m in told.reading.mentions}


@pytest.mark.parametrize(
    ("words", "language", "place"),
    [
        ("Rebels attacked a convoy 10 km south of Aleppo on Friday.", "en", "aleppo/10km-south"),
        ("Rebels attacked a convoy five miles north of the city of Raqqa on Friday.", "en", "raqqa/8km-north"),
        ("Rebels attacked a convoy a few kilometres from Azaz on Friday.", "en", "azaz/4km"),
        ("Rebels attacked a convoy on the outskirts of Homs on Friday.", "en", "homs/outskirts"),
        ("Rebels attacked a convoy in the northern countryside of Azaz on Friday.", "en", "azaz/countryside-north"),
        ("Des rebelles ont attaqué un convoi à 10 km de Raqqa vendredi.", "fr", "raqqa/10km"),
        ("Des rebelles ont attaqué un convoi à 3 kilomètres au sud de Jayrud vendredi.", "fr", "jayrud/3km-south"),
        ("Des rebelles ont attaqué un convoi à la périphérie de Homs vendredi.", "fr", "homs/outskirts"),
    ],
)
def test_an_event_lies_where_words_tell_it_by_another_place(read, words, language, place):
    assert read(words, language).places("attack") == {place}


def test_both_ends_of_a_road_tell_one_stretch(read):
    told = read("Warplanes bombed a road between Saraqib and Maarat al-Numan on Friday.")
    assert told.places("airstrike") <= {"saraqib/between:@maarat-al-numan", "maarat-al-numan/between:@saraqib"}
    assert meant(told)["between Saraqib and Maarat al-Numan"] == "maarat-al-numan/between:@saraqib"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The army captured Jayrud, 60 kilometres from Damascus, on Friday.", "jayrud"),
        ("The army captured the town of Jayrud, which lies about 60 km northeast of Damascus, on Friday.", "jayrud"),
    ],
)
def test_a_distance_that_says_where_a_named_place_lies_moves_nothing(read, words, place):
    told = read(words)
    assert told.places("capture") == {place}
    assert meant(told)["Damascus"] == "damascus"


def test_between_states_lies_no_stretch_of_land(read):
    told = read("Talks between Russia and Turkey failed on Friday.")
    assert not [key for key in meant(told).values() if "between" in key]


def test_a_short_form_in_brackets_is_the_same_actor_from_then_on(read):
    told = read("The Valley Recovery Trust Fund (VRTF) opened a clinic in Douma. The VRTF said it was the first.")
    found = meant(told)
    assert found["Valley Recovery Trust Fund"] == found["VRTF"] == "?organisation:valley recovery trust fund"


def test_a_short_form_skips_small_words_and_stands_for_a_listed_name(read):
    found = meant(read("The State Board of Mills and Markets (SBMM) closed. The Free Syrian Army (FSA) shelled Homs."))
    assert found["SBMM"] == found["State Board of Mills and Markets"]
    assert found["FSA"] == "free-syrian-army"


def test_letters_that_do_not_fit_are_no_short_form(read):
    found = meant(read("The Valley Recovery Trust Fund (XYZ) opened a clinic in Douma."))
    assert found.get("XYZ") != "?organisation:valley recovery trust fund"


def test_what_somebody_is_also_called_is_his_name(read):
    told = read("Karim Oldman, also known as Abu Tariq, was killed in Homs. Abu Tariq led the rebels.")
    found = meant(told)
    assert found["Abu Tariq"] == found["Karim Oldman"]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Foreign Office Minister Karim Oldman said on Friday that the raid was wrong.", "Minister"),
        ("The former leader of the Valley Council, Karim Oldman, said on Friday that the raid was wrong.", "leader"),
        ("Karim Oldman, the commander of the rebels in Homs, said on Friday that the raid was wrong.", "commander"),
    ],
)
def test_an_office_beside_a_name_means_the_person(read, words, office):
    found = meant(read(words))
    held = next(key for text, key in found.items() if office in text)
    assert held == found["Karim Oldman"] == "?person:karim oldman"


def test_an_office_belongs_to_the_name_it_stands_beside(read):
    found = meant(read("Karim Oldman and Prime Minister Anwar Newman met in Homs on Friday."))
    assert next(key for text, key in found.items() if text.endswith("Minister")) == "?person:anwar newman"


def test_a_name_of_two_actors_is_that_of_the_country_told_of_or_of_the_long_form(read):
    sudan = meant(read("The RSF shelled the army in Khartoum, the capital of Sudan. Sudan's army left Omdurman."))
    assert sudan["RSF"] == "rsf-sudan"
    assert meant(read("Reporters Without Borders (RSF) called on France to protect reporters."))["RSF"] == "rsf"
    assert meant(read("The Rapid Support Forces (RSF) left the town."))["RSF"] == "rsf-sudan"


def test_a_name_means_whom_it_meant_when_the_report_came_out(read):
    words = "The Syrian president said on Friday that the talks with Turkey had failed."
    assert meant(read(words, published="2018-03-25"))["Syrian president"] == "bashar-al-assad"
    assert meant(read(words, published="2025-02-10"))["Syrian president"] == "ahmed-al-sharaa"


def test_state_tv_with_a_capital_is_no_outlet_of_that_name(read):
    assert "?media:state tv" not in meant(read("State TV said on Friday that the rebels had left Homs.")).values()
