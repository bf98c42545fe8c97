"""What is French about French reports: word order, inversion, participles, pronouns, tenses and counts that its news is told in."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        # a day or an hour between the verb and what follows it
        ("Les FARDC ont repris vendredi Sake, près de Goma.", "capture", {"fardc"}, set()),
        ("Le M23 s'est emparé mardi de Bukavu.", "capture", {"m23"}, set()),
        ("Le Hezbollah a tiré dans la soirée des roquettes sur Haïfa.", "shelling", {"hezbollah"}, set()),
        (
            "Les Houthis ont revendiqué lundi des tirs de missiles contre Riyad.",
            "claim-responsibility",
            {"houthis"},
            set(),
        ),
        # an adjective before the phrase, accents and all
        ("Une frappe israélienne sur Gaza a tué dix civils.", "shelling|airstrike", {"israel"}, {"civilians"}),
        (
            "Des raids américains sur Sanaa ont tué trois civils.",
            "attack|airstrike",
            {"united-states"},
            {"civilians"},
        ),
        (
            "Une frappe israélienne a tué dix civils à Gaza, d'après l'ONU.",
            "shelling|airstrike",
            {"israel"},
            {"civilians"},
        ),
        # who stands behind "que" and a verb acts; "ce que" gives nobody's words
        ("Kiev accuse Moscou de crimes, ce que dément l'armée russe.", "denial", {"russia-army"}, set()),
        ("L'ONU a exhorté Kigali à retirer ses troupes.", "demand", {"un"}, {"rwanda"}),
        # a clause with "qui" between the subject and its verb
        ("Le Hezbollah, qui bénéficie du soutien de l'Iran, a bombardé Haïfa.", "shelling", {"hezbollah"}, set()),
        ("Le Hamas bénéficie du soutien de l'Iran.", "support", {"iran"}, {"hamas"}),
        # verbs that are joined, shared, causative
        (
            "Kigali nie toute implication et reproche à l'armée congolaise ses exactions.",
            "accusation",
            {"rwanda"},
            {"fardc"},
        ),
        ("Les Russes ont fait sauter le pont de Kherson.", "bombing", {"russia"}, set()),
        # several nationalities, and possessives that are articles
        ("Les soldats français et tchadiens se sont emparés de Kidal.", "capture", {"france-army", "chad-army"}, set()),
        ("La Russie a annoncé la fin de ses bombardements contre les rebelles.", "shelling", {"russia"}, {"rebels"}),
        # counts are no actors
        ("Plus de 40 000 habitants ont fui la ville de Marioupol.", "displacement", {"civilians"}, set()),
        (
            "L'armée américaine a effectué près de 500 frappes contre les Houthis.",
            "airstrike|shelling",
            {"united-states-army"},
            {"houthis"},
        ),
        ("Une quinzaine de jihadistes ont été tués près de Gao.", "killing", set(), {"jihadists"}),
        # a participle that opens the sentence, or stands right behind a name
        ("Appuyée par la Russie, l'armée syrienne a repris Palmyre.", "support", {"russia"}, {"syrian-army"}),
        ("Kidal, prise par l'armée malienne, est calme.", "capture", {"fama-mali"}, set()),
        ("Les rebelles ont quitté la ville, tombée aux mains du Hamas.", "capture", {"hamas"}, set()),
    ],
)
def test_who_does_what_to_whom(read, text, types, actors, targets):
    assert read(text, "fr").roles(types) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        (
            "« La ville est tombée », a déclaré jeudi l'armée soudanaise, deux ans après le début du siège.",
            "capture",
            ["saf-sudan"],
        ),
        (
            "Une frappe a tué dix civils à Gaza, a reconnu mardi 3 mars l'armée israélienne, qui a ouvert une enquête.",
            "shelling|airstrike",
            ["israel-army"],
        ),
        (
            "« Les rebelles ont quitté Idleb », s'est félicité le président Recep Tayyip Erdogan.",
            "withdrawal",
            ["recep-tayyip-erdogan"],
        ),
        (
            "Recep Tayyip Erdogan a donné le ton dans un discours : « Les rebelles ont fui Afrin. »",
            "withdrawal|displacement",
            ["recep-tayyip-erdogan"],
        ),
        ("Des habitants de Marioupol ont été tués, selon Kiev.", "killing", ["ukraine"]),
        ("L'ONU a appelé à un cessez-le-feu au Yémen.", "ceasefire", ["un"]),
    ],
)
def test_who_says_it(read, text, types, speakers):
    assert read(text, "fr").speakers(types) == speakers


def test_a_source_told_behind_a_participle_speaks_for_that_alone(read):
    told = read("Les rebelles du M23, épaulés selon l'ONU par 3 000 soldats rwandais, sont entrés dans Goma.", "fr")
    assert told.speakers("support") == ["un"]
    assert told.speakers("capture") == []


def test_a_line_behind_a_colon_is_said_to_its_end(read):
    told = read(
        "Antonio Guterres écrit :\nLes Houthis ont attaqué Marib. Dix civils ont été tués à Aden.\nLa Russie a bombardé Kharkiv.",
        "fr",
    )
    assert told.speakers("attack|offensive") == ["antonio-guterres"]
    assert told.speakers("killing") == ["antonio-guterres"]
    assert told.speakers("shelling") == []


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("Kiev a dit espérer un échange de prisonniers.", "prisoner-exchange", "planned"),
        ("L'ONU redoute de nouveaux massacres au Darfour.", "killing", "hypothetical"),
        ("Une vingtaine d'habitants auraient été tués par des frappes de drones à Kidal.", "airstrike", "reported"),
        (
            "Les rebelles auraient incendié l'hôpital de Goma avant de prendre la fuite.",
            "withdrawal|displacement",
            "reported",
        ),
        ("Le M23 a annoncé qu'il se retirerait de Goma.", "withdrawal", "planned"),
        ("Des pourparlers doivent s'ouvrir jeudi à Djeddah.", "negotiation", "planned"),
        ("Des tirs étaient entendus à Syrte.", "attack|clash", "asserted"),
        ("Les civils ont été évacués afin d'éviter un massacre.", "killing", "hypothetical"),
    ],
)
def test_in_what_mode(read, text, types, mode):
    assert read(text, "fr").mode(types) == mode


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("Bakou et Erevan ont signé sous l'égide de la Russie un accord de cessez-le-feu.", {"russia"}),
        ("L'armée et les rebelles ont conclu une trêve grâce à la médiation du Qatar.", {"qatar"}),
        ("L'armée et le Hamas ont conclu une trêve avec l'Égypte.", set()),
    ],
)
def test_under_whose_auspices(read, text, mediators):
    assert set(read(text, "fr").claim("ceasefire").mediators) == mediators


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        (
            "Le M23 s'est emparé vendredi de Bukavu, deuxième ville de l'est de la République démocratique du Congo.",
            "capture",
            {"bukavu"},
        ),
        ("À Tripoli, des affrontements entre milices ont fait huit morts jeudi.", "clash", {"tripoli"}),
        ("Une frappe israélienne a visé Gaza.", "shelling|airstrike", {"gaza-strip"}),
    ],
)
def test_where(read, text, types, places):
    assert read(text, "fr").places(types) == places


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        (
            "Des civils ont gagné Tall Rifaat et Nobol, deux localités tenues par le Hezbollah.",
            "tell-rifaat",
            "hezbollah",
        ),
        ("Des civils ont gagné Tall Rifaat et Nobol, deux localités tenues par le Hezbollah.", "nubl", "hezbollah"),
        ("Occupée depuis 2014 par Daech, Raqqa a été bombardée.", "raqqa", "islamic-state"),
        ("Palmyre, principal bastion de Daech en Syrie, a été bombardée.", "palmyra", "islamic-state"),
    ],
)
def test_who_holds_what(read, text, place, holder):
    assert read(text, "fr").holding(place).holder == holder


def test_the_last_one_told_of_is_this_one(read):
    told = read("La Russie a bombardé Kharkiv. L'armée ukrainienne a riposté. Celle-ci a détruit une raffinerie.", "fr")
    assert told.roles("destruction")[0] == {"ukraine-army"}
    told = read("La Russie négocie avec les séparatistes. Ces derniers ont déposé les armes.", "fr")
    assert told.roles("disarmament")[0] == {"rebels"}


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        (
            "Le M23 est entré vendredi dans Goma. Les FARDC avaient quitté la ville la veille.",
            "withdrawal",
            "2018-03-22",
        ),
        ("Le M23 est entré jeudi dans Goma. Il a incendié le lendemain une prison.", "destruction", "2018-03-23"),
        ("L'été dernier, l'armée syrienne a bombardé Alep.", "shelling", "2017-06-21..2017-09-22"),
        ("Au printemps 2012, les rebelles ont attaqué Alep.", "attack|offensive", "2012-03-20..2012-06-20"),
        ("L'aviation russe a bombardé Alep mardi pour la première fois depuis 2016.", "airstrike", "2018-03-20"),
    ],
)
def test_when(read, text, types, when):
    assert read(text, "fr").time(types) == when


@pytest.mark.parametrize(
    ("text", "words", "low", "unit", "role"),
    [
        ("La Russie a retiré 1 960 soldats russes du Haut-Karabakh.", "1 960", 1960, "person", "evacuated"),
        ("L'attentat a tué quatre soldats et plusieurs civils à Gao.", "plusieurs civils", 3, "person", "killed"),
        ("L'aviation a mené près de 500 frappes sur Syrte.", "500", 500, "strike", ""),
    ],
)
def test_counts(read, text, words, low, unit, role):
    figure = read(text, "fr").figure(words)
    assert (figure.low, figure.unit, figure.role) == (low, unit, role)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Mali : Gao reprise par l'armée malienne", ["capture"]),
        ("L'Azerbaïdjan a déclenché mardi une opération « antiterroriste » contre Stepanakert.", ["offensive"]),
        ("L'armée syrienne a reconnu la mort de dizaines de ses soldats.", ["killing"]),
        ("Les forces loyales ont fait usage d'artillerie lourde contre les rebelles.", ["shelling"]),
        ("Un accord de cessez-le-feu négocié par le Qatar est entré en vigueur.", ["ceasefire"]),
    ],
)
def test_what_happens(read, text, types):
    assert read(text, "fr").types == types
