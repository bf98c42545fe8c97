"""How wire copies word it: initials, machines for states, coalitions by their leader, nobody, "or else", what is thought."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "actors"),
    [
        ("U.S. airstrikes hit a depot near Mosul, Iraq.", "airstrike", {"united-states"}),
        ("A U.S. raid killed a commander in Idlib, Syria.", "attack|killing", {"united-states"}),
        ("Russian warplanes bombed Idlib, Syria.", "airstrike", {"russia"}),
        ("Syrian warplanes bombed Idlib.", "airstrike", {"syrian-air-force"}),
        ("US-led air strikes hit the group near Manbij, Syria.", "airstrike", {"anti-is-coalition"}),
        ("A U.S.-led military coalition bombed Raqqa, Syria.", "airstrike|shelling", {"anti-is-coalition"}),
        ("Saudi-led strikes hit Sanaa, Yemen.", "airstrike|shelling", {"saudi-led-coalition"}),
        ("Russian and regime air strikes hit Idlib, Syria.", "airstrike", {"russia"}),
    ],
)
def test_a_machine_is_its_state_s_and_a_strike_its_coalition_s(read, text, types, actors):
    assert read(text).roles(types)[0] == actors


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("No group has claimed responsibility for the bombing in Azaz, Syria.", "claim-responsibility"),
        ("No faction claimed responsibility for the blast in Kabul, Afghanistan.", "claim-responsibility"),
    ],
)
def test_what_nobody_did_is_nobody_s_and_denied(read, text, types):
    told = read(text)
    assert told.roles(types)[0] == set() and told.mode(types) == "denied"


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("The army told rebels to leave Daraya, Syria, or face an assault.", "attack|offensive", "threatened"),
        ("The army urged rebels to leave Daraya, Syria, after weeks of intense fighting.", "clash", "asserted"),
        ("The attack in Aleppo, Syria, appeared to have been carried out by rebels.", "attack", "reported"),
        ("If Aleppo, Syria, were to fall to the army, thousands would be trapped.", "capture", "hypothetical"),
        ("The execution of a pilot was reported in Syria.", "killing", "reported"),
    ],
)
def test_what_follows_otherwise_lies_behind_or_is_only_thought(read, text, types, mode):
    assert read(text).mode(types) == mode


def test_a_demand_and_its_or_else_are_one_ultimatum(read):
    told = read("Syrian Army Tells ISIS to Leave Yarmouk, Syria, or Face Assault.")
    assert told.types.count("ultimatum") == 1 and "demand" not in told.types
    assert told.roles("ultimatum") == ({"syrian-army"}, {"islamic-state"})


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        ("Aid reached the town of Douma, Syria.", "aid", set(), {"civilians"}),
        ("A corridor out of Mariupol, Ukraine, was opened.", "corridor", set(), {"civilians"}),
        ("The fighting in Khartoum, Sudan, has displaced millions.", "displacement", {"civilians"}, set()),
        ("Fighters were taken by bus from Daraya, Syria, to Idlib.", "evacuation", {"rebels"}, set()),
    ],
)
def test_who_is_usual_stands_where_nobody_is_named(read, text, types, actors, targets):
    assert read(text).roles(types) == (actors, targets)


def test_who_brokers_together_with_others_is_no_party(read):
    told = read("Qatar brokered the truce in Gaza together with Egypt.")
    assert set(told.claim("ceasefire").mediators) == {"qatar", "egypt"} and not told.claim("ceasefire").actors


def test_a_deal_told_without_its_sides_is_between_those_who_deal(read):
    told = read("The government and rebels agreed a truce in Daraya, Syria. The agreement was signed on Friday.")
    assert all({"syrian-government", "rebels"} <= set(c.actors) for c in told.reading.claims if c.type == "agreement")


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Food passes through Sanaa, Yemen, held by the Houthis since 2014.", "sanaa", "houthis"),
        ("Raqqa in Syria is in the hands of the Islamic State.", "raqqa", "islamic-state"),
        ("Hospitals in the Hamas-run Gaza Strip have closed.", "gaza-strip", "hamas"),
        ("The army has mainly held the west and south of Aleppo, Syria.", "aleppo", "syrian-army"),
    ],
)
def test_who_holds_a_place_by_apposition(read, text, place, holder):
    assert read(text).holding(place).holder == holder


def test_a_war_monitor_is_the_one_that_the_report_names(read):
    told = read(
        "A war monitor said shells hit Douma, Syria. The Syrian Observatory for Human Rights said ten people were killed."
    )
    assert told.speakers("shelling") == ["sohr"]


def test_more_than_a_number_of_them_is_no_nobody(read):
    told = read("Plus de 4 000 combattants sont partis d'Alep, en Syrie.", "fr")
    assert told.mode("evacuation|withdrawal") == "asserted" and told.roles("evacuation|withdrawal")[0] == {"rebels"}


def test_french_people_are_no_nobody(read):
    told = read("Environ 34 000 personnes ont quitté l'enclave rebelle d'Alep, en Syrie.", "fr")
    assert told.mode("displacement|evacuation") == "asserted"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("RUINED MOSQUE RETAKEN", ["capture"]),
        ("REBELS SEIZE TOWN NEAR HOMS, KILL TEN SOLDIERS", ["capture", "killing"]),
        ("NATO AND EU", []),
    ],
)
def test_a_headline_all_in_capitals_is_read(read, text, types):
    assert read(text).types == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Guerrillas hijacked an airliner near Neiva.", "attack"),
        ("The army neutralised dozens of attackers near Djibo.", "killing"),
        ("Rwanda's army had entered the country, the minister said.", "deployment"),
    ],
)
def test_words_of_other_wars(read, text, types):
    assert types in read(text).types


@pytest.mark.parametrize("text", ["The ministry eliminated the tariff.", "The sapper neutralised a mine near Izium."])
def test_what_is_eliminated_is_not_always_somebody(read, text):
    assert "killing" not in read(text).types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A US-backed force entered the town.", "support"),
        ("The two sides held face-to-face talks in Geneva.", "negotiation"),
        ("The demand is non-negotiable, the rebels said.", "refusal"),
    ],
)
def test_phrases_with_hyphens_are_found(read, text, types):
    assert types in read(text).types
