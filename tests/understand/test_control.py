"""Who holds a place, since when and how much of it, by the words that say so."""

import pytest


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Rebels hold the town of Douma.", "douma", "rebels"),
        ("Jaysh al-Islam controls the town of Douma.", "douma", "jaysh-al-islam"),
        ("Douma is under the control of Jaysh al-Islam.", "douma", "jaysh-al-islam"),
        ("Idlib is controlled by Hay'at Tahrir al-Sham.", "idlib", "hts"),
        ("Raqqa is the stronghold of the Islamic State.", "raqqa", "islamic-state"),
        ("The Libyan National Army controls Benghazi.", "benghazi", "libyan-national-army"),
        ("The rebel-held town of Douma was shelled.", "douma", "rebels"),
        ("Warplanes bombed rebel-held Idlib.", "idlib", "rebels"),
        ("The Houthi-controlled port of Hodeidah was bombed.", "hodeidah", "houthis"),
        ("The opposition-held city of Aleppo was besieged.", "aleppo", "syrian-opposition"),
        ("Russian-occupied Melitopol was shelled.", "melitopol", "russia"),
        ("The city of Goma is in the hands of the M23.", "goma", "m23"),
        ("The Sudanese army controls most of Omdurman.", "omdurman", "saf-sudan"),
        ("Al-Shabaab rules the town of Jilib.", "jilib", "al-shabaab"),
        ("Government-controlled Aden was attacked.", "aden", "yemen-government"),
    ],
)
def test_words_of_holding(read, text, place, holder):
    assert read(text).holding(place).holder == holder


@pytest.mark.parametrize(
    ("text", "place", "holder", "day"),
    [
        ("Rebels captured the town of Saqba on Friday.", "saqba", "rebels", "2018-03-23"),
        ("The army took control of Palmyra on Sunday.", "palmyra", "syrian-army", "2018-03-25"),
        ("The Free Syrian Army took over Jarablus on Thursday.", "jarabulus", "free-syrian-army", "2018-03-22"),
        ("The M23 seized the town of Goma on Friday.", "goma", "m23", "2018-03-23"),
    ],
)
def test_whoever_took_a_place_holds_it_from_that_day(read, text, place, holder, day):
    held = read(text).holding(place)
    assert (held.holder, str(held.as_of)) == (holder, day)


@pytest.mark.parametrize(
    ("text", "place", "since", "until", "published"),
    [
        ("The Houthis have controlled Sanaa since 2014.", "sanaa", "2014-01-01", None, "2018-03-25"),
        ("Mariupol has been under Russian control since May 2022.", "mariupol", "2022-05-01", None, "2023-11-08"),
        ("Rebels have held the town of Douma since October 2012.", "douma", "2012-10-01", None, "2018-03-25"),
        ("The Islamic State held Raqqa until October 2017.", "raqqa", None, "2017-10-31", "2018-03-25"),
    ],
)
def test_since_and_until(read, text, place, since, until, published):
    held = read(text, published=published).holding(place)
    assert tuple(day and day.isoformat() for day in (held.since, held.until)) == (since, until)


def test_without_words_of_time_a_statement_is_of_the_publication_day(read):
    held = read("Rebels hold the town of Douma.").holding("douma")
    assert (held.since, held.until, str(held.as_of)) == (None, None, "2018-03-25")


@pytest.mark.parametrize(
    ("text", "place", "holder", "share"),
    [
        ("The Rapid Support Forces control 80 percent of Khartoum.", "khartoum", "rsf-sudan", 80),
        ("The Houthis control about 30% of the city of Marib.", "marib", "houthis", 30),
        ("Some 40 percent of Aleppo is under the control of rebels.", "aleppo", "rebels", 40),
    ],
)
def test_a_share_of_a_place(read, text, place, holder, share):
    held = read(text).holding(place)
    assert (held.holder, held.share) == (holder, share)


@pytest.mark.parametrize(
    "text",
    [
        "The army is seeking control of Aleppo.",
        "The rebels will take control of Saqba.",
        "The army failed to capture the town of Saqba.",
        "The Islamic State has lost control of Mosul.",
        "The rebels handed over control of Harasta.",
        "Rebels shelled the town of Douma.",
        "Border control in Rafah was suspended.",
        "Talks on the future of Raqqa were held in Geneva.",
    ],
)
def test_what_says_nothing_of_holding(read, text):
    told = read(text)
    assert [(held.place, held.holder) for held in told.reading.control if not held.denied] == []


@pytest.mark.parametrize(
    ("text", "place", "speakers"),
    [
        ("Hay'at Tahrir al-Sham controls Idlib, the Syrian Observatory for Human Rights said.", "idlib", ("sohr",)),
        ("The Houthis control Hodeidah, according to the United Nations.", "hodeidah", ("un",)),
        ("Rebels hold the town of Douma.", "douma", ()),
    ],
)
def test_who_says_so(read, text, place, speakers):
    assert read(text).holding(place).speakers == speakers


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Jaysh al-Islam tient la ville de Douma.", "douma", "jaysh-al-islam"),
        ("La ville de Douma est sous le contrôle de Jaysh al-Islam.", "douma", "jaysh-al-islam"),
        ("La ville de Kidal, tenue par les rebelles, a été bombardée.", "kidal", "rebels"),
        ("Les rebelles contrôlent la ville de Douma.", "douma", "rebels"),
        ("La ville de Douma est aux mains des rebelles.", "douma", "rebels"),
        ("L'armée a repris Palmyre dimanche.", "palmyra", "syrian-army"),
        ("Les Houthis contrôlent Sanaa depuis 2014.", "sanaa", "houthis"),
        ("L'armée a libéré la ville de Palmyre.", "palmyra", "syrian-army"),
        ("Les Forces de soutien rapide contrôlent la ville de Nyala.", "nyala", "rsf-sudan"),
    ],
)
def test_french_words_of_holding(read, text, place, holder):
    assert read(text, "fr").holding(place).holder == holder


@pytest.mark.parametrize(
    ("text", "place", "since", "share"),
    [
        ("Marioupol est occupée par l'armée russe depuis mai 2018.", "marioupol", "2018-05-01", None),
        ("Jaysh al-Islam tient la ville de Douma depuis 2012.", "douma", "2012-01-01", None),
        ("L'armée syrienne contrôle désormais 70 % de la Ghouta orientale.", "eastern-ghouta", "None", 70),
    ],
)
def test_french_since_and_share(read, text, place, since, share):
    held = read(text, "fr", "2019-03-25").holding(place)
    assert (str(held.since), held.share) == (since, share)


@pytest.mark.parametrize(
    "text",
    [
        "The army entered the former rebel-held areas.",
        "Fighters went to a zone controlled by the Turkish army.",
    ],
)
def test_no_place_is_held_where_none_is_told(read, text):
    assert read(text).reading.control == ()


def test_a_place_is_told_before_the_words_that_say_what_it_is(read):
    held = read("Idlib, dernière zone du pays étant toujours sous contrôle des rebelles, a été bombardée.", "fr")
    assert held.holding("idlib").holder == "rebels"


@pytest.mark.parametrize(
    ("text", "place", "holders"),
    [
        (
            "Benghazi is divided between the Libyan National Army and Ansar al-Sharia.",
            "benghazi",
            {"libyan-national-army", "ansar-al-sharia-libya"},
        ),
        ("Grozny is split between the Russian army and Chechen fighters.", "grozny", {"russia-army", "chechen-forces"}),
        (
            "The city of Deir al-Zor is divided between the government and the Islamic State.",
            "deir-ez-zor",
            {"syrian-government", "islamic-state"},
        ),
        ("Kherson is back in Ukrainian hands.", "kherson", {"ukraine"}),
        ("Hodeidah remains in Houthi hands.", "hodeidah", {"houthis"}),
        ("Timbuktu has been in jihadist hands since April.", "timbuktu", {"jihadists"}),
        ("Territory the Houthis control in Marib was bombed.", "marib", {"houthis"}),
        ("Aid cannot reach areas that the Rapid Support Forces hold in Khartoum.", "khartoum", {"rsf-sudan"}),
        ("The last pocket that the Islamic State holds in Mosul is shrinking.", "mosul", {"islamic-state"}),
        ("Raqqa, the militants' self-declared capital, was bombed.", "raqqa", {"rebels"}),
        ("Raqqa, the biggest stronghold of the Islamists in the north of Syria, was bombed.", "raqqa", {"rebels"}),
        ("Kurdish-held Kobani was attacked.", "kobani", {"kurdish-forces"}),
        ("The Malian army took up positions in Kidal on Tuesday.", "kidal", {"fama-mali"}),
        ("Several dozen fighters are holed up at the steel plant in Mariupol.", "mariupol", {"rebels"}),
        ("Rebels were driven from Aleppo by the Syrian army.", "aleppo", {"syrian-army"}),
        ("The Wagner Group claims to control the whole of Palmyra.", "palmyra", {"wagner-group"}),
        ("Held by the Houthis since 2014, Hodeidah was bombed.", "hodeidah", {"houthis"}),
        ("Lashkar Gah fell to the Taliban on Friday.", "lashkar gah", {"taliban"}),
    ],
)
def test_more_words_of_holding(read, text, place, holders):
    held = read(text).reading.control
    assert {(one.place.lstrip("@?"), one.holder) for one in held if not one.denied} == {(place, who) for who in holders}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The villages of Beit Hanoun and Jabalia are held by the Israeli army.", {"beit hanoun", "jabalia"}),
        ("Civilians fled to Tall Rifaat and Nubl, two towns held by the Syrian army.", {"tell-rifaat", "nubl"}),
        ("The remaining fighters are encircled in Harasta and Douma.", {"harasta", "douma"}),
    ],
)
def test_several_places_are_held(read, text, places):
    assert {held.place.lstrip("@?") for held in read(text).reading.control} == places


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Al-Shabaab lost control of Kismayo in 2012.", "kismayo", "al-shabaab"),
        ("The Islamic State no longer controls Sirte.", "sirte", "islamic-state"),
        ("Once held by the Islamic State, Sirte is calm.", "sirte", "islamic-state"),
        ("The former Islamic State stronghold of Raqqa was bombed.", "raqqa", "islamic-state"),
        ("Goma was never under the control of the M23.", "goma", "m23"),
    ],
)
def test_who_is_told_not_to_hold_a_place_any_more(read, text, place, holder):
    held = read(text).holding(place)
    assert (held.holder, held.denied) == (holder, True)


@pytest.mark.parametrize(
    "text",
    [
        "The coalition held the government responsible for the attack on Idlib.",
        "Civilians held as human shields were freed in Mosul.",
        "The president held talks in Moscow.",
        "Wounded people were taken from Mariupol to areas held by the army.",
        "The army made advances in Omdurman.",
        "Troops pushed into Bakhmut.",
        "Rebels launched an offensive to take control of Palmyra.",
        "The army is fighting to liberate Palmyra.",
        "A militant-held town in the north of Mali was bombed.",
        "The army seized a village in northern Syria.",
        "The Kurdish-led alliance bombed a convoy in Iraq.",
        "Aid workers control the area of Douma.",
    ],
)
def test_no_holding_is_told_by_other_uses_and_by_advances(read, text):
    assert read(text).reading.control == ()


def test_the_city_is_the_last_town_and_not_the_last_province(read):
    told = read(
        "Fighting went on in Raqqa. The governor of Anbar province said that IS still held 30 percent of the city."
    )
    assert (told.holding("raqqa").holder, told.holding("raqqa").share) == ("islamic-state", 30)


@pytest.mark.parametrize(
    ("text", "place", "holders", "denied"),
    [
        ("Alep est partagée entre l'armée syrienne et les rebelles.", "aleppo", {"syrian-army", "rebels"}, False),
        ("L'armée syrienne contrôle la moitié d'Alep.", "aleppo", {"syrian-army"}, False),
        ("Les combattants sont encerclés dans Douma.", "douma", {"rebels"}, False),
        ("L'armée syrienne a pris position à Douma mardi.", "douma", {"syrian-army"}, False),
        ("Raqqa, capitale de l'État islamique, a été bombardée.", "raqqa", {"islamic-state"}, False),
        ("Les habitants ont fui les quartiers rebelles d'Alep.", "aleppo", {"rebels"}, False),
        ("Tenue par les rebelles depuis 2012, Alep-Est a été bombardée.", "eastern-aleppo", {"rebels"}, False),
        ("Les rebelles ne contrôlent plus Alep.", "aleppo", {"rebels"}, True),
        ("L'armée syrienne a perdu le contrôle d'Idleb.", "idlib", {"syrian-army"}, True),
        ("La ville de Douma, libérée de l'emprise des rebelles, est calme.", "douma", {"rebels"}, True),
    ],
)
def test_more_french_words_of_holding(read, text, place, holders, denied):
    held = read(text, "fr").reading.control
    assert {(one.place.lstrip("@?"), one.holder, one.denied) for one in held} == {
        (place, who, denied) for who in holders
    }


def test_a_denial_is_a_statement_that_it_is_not_held(read):
    held = read("Moscow denied that the rebels control Palmyra.").holding("palmyra")
    assert (held.holder, held.denied, held.speakers) == ("rebels", True, ("russia",))
    assert not read("Hezbollah, which controls southern Lebanon, denied the report.").holding("southern-lebanon").denied


def test_who_held_a_place_before_it_was_taken_held_it(read):
    told = read("Occupée depuis 2012 par Daech, la région du Qalamoun a été libérée par l'armée syrienne.", "fr")
    held = {(one.holder, one.denied) for one in told.reading.control}
    assert ("islamic-state", False) in held


@pytest.mark.parametrize(
    ("text", "place", "holder", "denied"),
    [
        ("Kidal is Malian again.", "kidal", "mali", False),
        ("Kherson is Ukrainian once more.", "kherson", "ukraine", False),
        ("Donetsk, shelled again, remained part of Ukraine.", "donetsk", "ukraine", False),
        ("Sevastopol is now part of Russia.", "sevastopol", "russia", False),
        ("The Syrian army used Palmyra as its main base in the desert.", "palmyra", "syrian-army", False),
        ("Rebels used the town of Douma as a headquarters.", "douma", "rebels", False),
        ("The Houthis use the port of Hodeidah as a hub for weapons.", "hodeidah", "houthis", False),
        ("The army has not set foot in Douma since 2013.", "douma", "syrian-army", True),
        ("The rebels never set foot in Palmyra.", "palmyra", "rebels", True),
        ("The Islamic State is holding out in Baghuz.", "baghuz", "islamic-state", False),
        ("A few hundred fighters still hold out in the port of Sirte.", "sirte", "rebels", False),
        ("Douma passed to the rebels in 2012.", "douma", "rebels", False),
        ("The army had already recaptured some districts of Aleppo.", "aleppo", "syrian-army", False),
        ("The president was driven from Sanaa by the Houthis.", "sanaa", "houthis", False),
        ("The governor was chased from Sanaa by the Houthis.", "sanaa", "houthis", False),
        ("Palmyra is under militant control.", "palmyra", "rebels", False),
        ("Aleppo, under rebel rule since 2012, was bombed.", "aleppo", "rebels", False),
        ("Douma is no longer under rebel control.", "douma", "rebels", True),
    ],
)
def test_what_is_used_kept_or_belongs_again_is_held(read, text, place, holder, denied):
    held = read(text).holding(place)
    assert (held.holder, held.denied) == (holder, denied)


def test_part_of_a_town_retaken_is_a_holding_of_the_town_spoken_of(read):
    told = read("Fighting goes on in Raqqa. The Syrian army retook half of the city.")
    assert told.holding("raqqa").holder == "syrian-army"


@pytest.mark.parametrize(
    "text",
    [
        "Douma is part of Eastern Ghouta.",
        "Goma is part of Congo.",
        "Kidal is calm again.",
        "Moscow wants Donetsk to remain part of Russia.",
        "Kherson could become Ukrainian again.",
        "The rebels used Douma as a pretext.",
        "Smugglers use Agadez as a base.",
        "The Syrian army lost its regional command in Palmyra.",
        "The Levant Front, which is active in Aleppo province, denied it.",
        "Islamic State militants in Syria were bombed.",
    ],
)
def test_what_merely_lies_or_stands_somewhere_is_not_held(read, text):
    assert read(text).reading.control == ()


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Kidal est de nouveau malienne.", "kidal", "mali"),
        ("Kherson redevient ukrainienne.", "kherson", "ukraine"),
        ("Donetsk reste une partie de la Russie, dit Moscou.", "donetsk", "russia"),
        ("Les rebelles utilisent la ville de Douma comme base.", "douma", "rebels"),
        ("Les Houthis ont utilisé Hodeïda comme tremplin.", "hodeida", "houthis"),
        ("Palmyre est passée à la rébellion.", "palmyra", "rebels"),
        ("Le Hamas, qui dirige l'enclave de Gaza depuis 2007, refuse.", "gaza-strip", "hamas"),
        ("Alep, sous contrôle djihadiste, a été bombardée.", "aleppo", "jihadists"),
        ("Palmyre, où les derniers djihadistes étaient retranchés, a été bombardée.", "palmyra", "jihadists"),
    ],
)
def test_french_words_for_what_is_used_kept_or_belongs_again(read, text, place, holder):
    assert read(text, "fr").holding(place).holder == holder


@pytest.mark.parametrize(
    "text",
    [
        "Marioupol fait partie de l'Ukraine.",
        "Les contrebandiers utilisent Agadez comme base.",
        "Le ministre est passé à Palmyre.",
    ],
)
def test_french_words_that_tell_of_no_holding(read, text):
    assert read(text, "fr").reading.control == ()
