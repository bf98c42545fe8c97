"""Who holds land that has no name of its own, and who merely stands in a place: weak statements of control."""

import pytest


def _held(told) -> set[tuple[str, str]]:
    return {(one.place.lstrip("@?"), one.holder) for one in told.reading.control if not one.denied}


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("In Yemen, drones flew over Houthi-controlled areas in the north.", "yemen/north", "houthis"),
        ("In Syria, the gas attack hit a rebel-held area.", "syria", "rebels"),
        ("Shells fell on rebel-held areas near Damascus.", "damascus/countryside", "rebels"),
        ("The Islamic State controls much of the eastern Syrian territory.", "syria/east", "islamic-state"),
        ("The Houthis control most of northern Yemen.", "northern-yemen", "houthis"),
        ("Militants still hold territory in Helmand.", "helmand", "rebels"),
        ("The Taliban have captured territory in Helmand.", "helmand", "taliban"),
        ("Rebels captured large swathes of territory in northern Mali.", "mali/north", "rebels"),
        ("In Nigeria, Boko Haram lost its strongholds in the northeast.", "nigeria/northeast", "boko-haram"),
        ("Shelling killed nine people in rebel-held parts of the city of Hama.", "hama", "rebels"),
    ],
)
def test_land_without_a_name_lies_in_the_part_of_the_country_that_is_told(read, text, place, holder):
    assert (place, holder) in {(one.place.lstrip("@?"), one.holder) for one in read(text).reading.control}


def test_the_eastern_districts_are_those_of_the_town(read):
    told = read("Fighting goes on in Aleppo. Army units now control 90 percent of the eastern districts.")
    assert _held(told) == {("aleppo/east", "syrian-army")}


def test_the_west_of_the_city_is_not_that_of_the_country(read):
    told = read("Fighting goes on in Aleppo. The land to the west of the city, controlled by the rebels, was bombed.")
    assert ("syria/west", "rebels") not in _held(told)


def test_both_halves_of_a_town_are_held(read):
    told = read("Aleppo is divided between the government-held west and the rebel-held east.")
    assert _held(told) == {("aleppo/west", "syrian-government"), ("aleppo/east", "rebels")}


@pytest.mark.parametrize(
    "text",
    [
        "Fighters were given safe passage to rebel-held areas.",
        "Residents of Syria were taken to government-held areas.",
        "The army entered the town of Douma.",
        "Rebels want to control Aleppo.",
        "The army began an offensive to take the rebel town of Douma.",
    ],
)
def test_nobody_holds_what_people_go_to_enter_or_want(read, text):
    assert _held(read(text)) - {("douma", "rebels")} == set()


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Artillery pounded positions of the Taliban in Kunduz.", "kunduz", "taliban"),
        ("Warplanes struck M23 positions in Rutshuru.", "rutshuru", "m23"),
        ("Mortar shells were fired by militants positioned in Misrata.", "misrata", "rebels"),
        ("Rockets were fired by Hezbollah fighters based in Tyre.", "tyre", "hezbollah"),
        ("Drones struck the headquarters of the Rapid Support Forces in Nyala.", "nyala", "rsf-sudan"),
        ("The Islamic State has a strong presence in Sirte.", "sirte", "islamic-state"),
        ("Air strikes hit Taliban hideouts in Helmand.", "helmand", "taliban"),
        ("In Hama, the army destroyed a command center of the Nusra Front.", "hama", "nusra-front"),
        ("Jets bombed positions of the PKK in the north of Iraq.", "iraq/north", "pkk"),
    ],
)
def test_where_an_armed_group_has_posts_it_stands(read, text, place, holder):
    assert read(text).holding(place).holder == holder


@pytest.mark.parametrize(
    "text",
    [
        "The United States has a base in Djibouti.",
        "Islamic State positions in Syria were bombed.",
        "Hezbollah's position on Gaza has not changed.",
        "Al-Shabaab killed soldiers near a base in Mogadishu.",
        "The presence of the Taliban at the talks in Doha was noted.",
        "Taliban negotiators based in Doha rejected the offer.",
        "A commander of the Taliban was buried in Kunduz.",
        "The army's positions in Palmyra were shelled.",
    ],
)
def test_no_group_stands_where_it_only_speaks_or_somebody_else_has_posts(read, text):
    assert _held(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("L'aviation a bombardé les positions des talibans à Kunduz.", "kunduz", "taliban"),
        ("Des drones ont visé une base du M23 à Rutshuru.", "rutshuru", "m23"),
        ("Des drones ont frappé des positions des shebab dans le sud de la Somalie.", "somalia/south", "al-shabaab"),
        ("Les combattants du Hamas, positionnés à Rafah, ont tiré des roquettes.", "rafah", "hamas"),
        ("Les djihadistes sont retranchés dans le nord du Mali.", "mali/north", "jihadists"),
        ("Le M23 a conquis de vastes pans du Nord-Kivu.", "north-kivu", "m23"),
        ("Les Houthis, maîtres de Sanaa depuis 2014, refusent.", "sanaa", "houthis"),
        ("Le Hamas règne sur la bande de Gaza.", "gaza-strip", "hamas"),
        ("Les zones rebelles de la Ghouta orientale ont été bombardées.", "eastern-ghouta", "rebels"),
    ],
)
def test_french_words_for_what_is_held_in_part(read, text, place, holder):
    assert read(text, "fr").holding(place).holder == holder


@pytest.mark.parametrize(
    "text",
    [
        "La position de la France sur Gaza est claire.",
        "Le contrôle des passeports à Goma a été suspendu.",
        "Le gouvernement contrôle les prix à Alger.",
        "Une base de données a été volée à Kiev.",
        "La présence d'observateurs du M23 à Luanda est confirmée.",
        "L'armée est entrée dans la ville de Homs.",
    ],
)
def test_french_words_that_only_look_like_holding(read, text):
    assert _held(read(text, "fr")) == set()


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Mekelle is under our control, the TPLF said.", "mekelle", "tplf"),
        ("Sudan's army has regained 'full control' of Khartoum, the government said.", "khartoum", "saf-sudan"),
        ("Al-Shabaab remains in charge of Jilib.", "jilib", "al-shabaab"),
        (
            "Baghuz was shelled. The town, the last still held by the Islamic State, is small.",
            "baghuz",
            "islamic-state",
        ),
        (
            "Al-Bab was shelled. The town is the last stronghold of the Islamic State in Syria.",
            "al-bab",
            "islamic-state",
        ),
        ("Donetsk, annexed after a vote, remained part of Russia.", "donetsk", "russia"),
        ("Rebels fight on in Raqqa. The army has wrested nearly 90 per cent of it from them.", "raqqa", "syrian-army"),
    ],
)
def test_the_place_and_the_holder_that_the_words_point_at(read, text, place, holder):
    assert (place, holder) in _held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army lost control of a vehicle in Gao.",
        "Passport control in Kherson was stopped.",
        "Firefighters brought the blaze in Idlib under control.",
        "The army runs a school in Kidal.",
        "The mayor holds office in Kharkiv.",
        "Birth control is free in Tripoli.",
    ],
)
def test_control_of_other_things_is_no_holding_of_a_place(read, text):
    assert read(text).reading.control == ()


def test_a_title_tells_no_capture_that_the_text_below_it_tells(read):
    told = read("Taliban seize Kunduz\n\nThe Taliban seized the city of Kunduz on Friday.")
    held = [one for one in told.reading.control if one.place.endswith("kunduz")]
    assert [told.words(one.span).startswith("Taliban seized") for one in held] == [True]


def test_what_is_told_of_a_part_of_a_place_ends_no_other_holding_there(read):
    told = read("Territory that the Islamic State holds in Syria was bombed.")
    assert [one.rule.endswith("a part") for one in told.reading.control] == [True]
