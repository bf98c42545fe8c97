"""Whose men are told of: those of a leader, of a coalition, those loyal to somebody, and gunmen who are not those they fight."""

import pytest


@pytest.mark.parametrize(
    ("words", "language", "who"),
    [
        ("Forces of President Bashar al-Assad shelled Homs.", "en", "syrian-army"),
        ("In Syria, Bashar al-Assad's troops shelled Homs.", "en", "syrian-army"),
        ("Forces loyal to President Bashar al-Assad shelled Homs.", "en", "syrian-army"),
        ("Vladimir Putin's troops shelled Kharkiv.", "en", "russia-army"),
        ("Fighters loyal to Khalifa Haftar shelled Derna.", "en", "libyan-national-army"),
    ],
)
def test_the_men_of_a_leader_are_his_group_s_or_his_state_s(read, words, language, who):
    assert [c.actors for c in read(words, language).reading.claims if c.type == "shelling"] == [(who,)]


def test_warplanes_led_by_a_state_are_its_coalition_s(read):
    told = read("Saudi-led warplanes hit a prison in Saada.")
    assert [c.actors for c in told.reading.claims if c.type == "airstrike"] == [("saudi-led-coalition",)]


def test_gunmen_are_not_those_they_ambush(read):
    told = read("Gunmen ambushed a patrol of Wagner troops near Tinzaouaten, in Mali.")
    attack = next(c for c in told.reading.claims if c.type == "attack")
    assert "wagner-group" not in attack.actors


def test_what_was_just_offered_is_what_is_refused(read):
    told = read("Moscow offered the rebels a truce in Homs, but the group refused.")
    assert [c.targets for c in told.reading.claims if c.type == "refusal"] == [("russia",)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Israel said four fighters were killed in an air strike on Khan Younis.", "Khan Younis"),
        ("The fall of Abu Kamal was announced on Friday.", "Abu Kamal"),
    ],
)
def test_what_is_struck_or_falls_is_a_town_of_that_name(read, words, name):
    told = read(words)
    assert name in {told.words(m.span) for m in told.reading.mentions if m.kind == "place"}


@pytest.mark.parametrize(
    ("words", "language", "name", "who"),
    [
        ("North Korean troops were seen near Kursk.", "en", "North Korean troops", "north-korea-army"),
        ("The South Sudanese army shelled Malakal.", "en", "South Sudanese army", "south-sudan-army"),
        ("The Sudanese army took Kosti.", "en", "Sudanese army", "saf-sudan"),
        ("L'armée sud-soudanaise a bombardé Malakal.", "fr", "armée sud-soudanaise", "south-sudan-army"),
        ("Le gouvernement sud-soudanais a nié les faits à Juba.", "fr", "gouvernement sud-soudanais", "south-sudan"),
        ("L'armée soudanaise a pris Kosti.", "fr", "armée soudanaise", "saf-sudan"),
    ],
)
def test_a_people_of_two_words_is_not_that_of_one(read, words, language, name, who):
    told = read(words, language)
    assert {told.words(m.span): m.refers_to for m in told.reading.mentions}.get(name) == who
