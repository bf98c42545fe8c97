"""Who does it, to whom, by whose mediation and where, however the sentence is built."""

import pytest

NOBODY: set[str] = set()


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        ("Rebels shelled an army checkpoint near Hama.", "shelling", {"rebels"}, {"syrian-army"}),
        ("Ukrainian troops attacked Russian forces near Kupiansk.", "attack", {"ukraine-army"}, {"russia-army"}),
        ("The M23 captured Goma from the Congolese army.", "capture", {"m23"}, {"fardc"}),
        ("Ukraine shot down a Russian fighter jet over Kherson.", "attack", {"ukraine"}, {"russia"}),
        ("Islamic State fighters beheaded prisoners in Sirte.", "killing", {"islamic-state"}, {"prisoners"}),
        ("Police arrested 20 protesters in Khartoum.", "arrest", {"sudan-police"}, {"protesters"}),
        ("Iran supplied weapons to the Houthis.", "support", {"iran"}, {"houthis"}),
        ("The United States imposed sanctions on Russia.", "sanction", {"united-states"}, {"russia"}),
        ("France withdrew its troops from Mali.", "withdrawal", {"france"}, NOBODY),
        ("Turkey deployed troops to Idlib.", "deployment", {"turkey"}, NOBODY),
        ("Civilians fled the shelling of Hodeidah.", "displacement", {"civilians"}, NOBODY),
        ("Boko Haram abducted 14 women near Diffa.", "abduction", {"boko-haram"}, {"civilians"}),
        ("The army has besieged the town of Douma.", "siege", {"syrian-army"}, NOBODY),
        ("Rebels had shelled Aleppo a few days earlier.", "shelling", {"rebels"}, NOBODY),
        ("Russian aircraft bombed Idlib.", "airstrike", {"russia"}, NOBODY),
        ("To retake Aleppo, the army gave the rebels an ultimatum.", "capture", {"syrian-army"}, {"rebels"}),
    ],
)
def test_actives(read, text, types, actors, targets):
    assert read(text).roles(types) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        ("The village of Arbin was shelled by government forces.", "shelling", {"syrian-army"}, NOBODY),
        (
            "The town of Kidal was captured by Malian soldiers and Wagner fighters.",
            "capture",
            {"fama-mali", "wagner-group"},
            NOBODY,
        ),
        ("Twelve civilians were killed by Boko Haram in Maiduguri.", "killing", {"boko-haram"}, {"civilians"}),
        ("Goma has been captured by the M23.", "capture", {"m23"}, NOBODY),
        ("Twenty protesters were arrested by Sudanese police.", "arrest", {"sudan-police"}, {"protesters"}),
        (
            "Kidal was captured by Malian soldiers and Wagner fighters.",
            "capture",
            {"fama-mali", "wagner-group"},
            NOBODY,
        ),
        ("The town of Douma has been besieged by the army.", "siege", {"syrian-army"}, NOBODY),
        ("The rebels were attacked by the Islamic State near Azaz.", "attack", {"islamic-state"}, {"rebels"}),
    ],
)
def test_passives(read, text, types, actors, targets):
    assert read(text).roles(types) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "types", "actors", "place"),
    [
        ("The shelling of Douma by government forces killed four people.", "shelling", "syrian-army", "douma"),
        ("The capture of Palmyra by the Islamic State shocked Damascus.", "capture", "islamic-state", "palmyra"),
        (
            "The withdrawal of the Rapid Support Forces from Khartoum took two days.",
            "withdrawal",
            "rsf-sudan",
            "khartoum",
        ),
        ("The Houthi attack on Aden went on.", "attack|offensive", "houthis", "aden"),
        ("Russia's shelling of Kharkiv continued.", "shelling", "russia", "kharkiv"),
        ("The Syrian army's siege of Douma went on.", "siege", "syrian-army", "douma"),
        ("The Saudi-led coalition carried out strikes on Sanaa.", "shelling|airstrike", "saudi-led-coalition", "sanaa"),
        ("Russian warplanes carried out air strikes on Idlib.", "airstrike", "russia", "idlib"),
        (
            "Haftar's Libyan National Army launched an offensive on Tripoli.",
            "offensive",
            "libyan-national-army",
            "tripoli",
        ),
        ("Turkey began an offensive against Afrin.", "offensive", "turkey", "afrin"),
        ("The Islamic State staged an attack in Sirte.", "attack", "islamic-state", "sirte"),
        (
            "An air strike by the Saudi-led coalition hit a school in Saada.",
            "airstrike",
            "saudi-led-coalition",
            "saada",
        ),
        ("A Russian missile hit a hospital in Dnipro.", "shelling", "russia", "dnipro"),
    ],
)
def test_nouns_and_the_verbs_that_carry_them(read, text, types, actors, place):
    told = read(text)
    assert (told.roles(types)[0], told.places(types)) == ({actors}, {place})


@pytest.mark.parametrize(
    ("text", "types", "actors"),
    [
        ("Turkish forces and the Free Syrian Army captured Afrin.", "capture", {"turkey-army", "free-syrian-army"}),
        ("Government forces and Hezbollah attacked the rebels in Zabadani.", "attack", {"syrian-army", "hezbollah"}),
        ("Hezbollah, together with the Syrian army, captured Qusayr.", "capture", {"hezbollah", "syrian-army"}),
        ("The Malian army, backed by Wagner, captured the town of Kidal.", "capture", {"fama-mali"}),
        (
            "The Houthis and the Yemeni government agreed to exchange prisoners.",
            "agreement",
            {"houthis", "yemen-government"},
        ),
        (
            "Clashes broke out between the Sudanese army and the Rapid Support Forces in Omdurman.",
            "clash",
            {"saf-sudan", "rsf-sudan"},
        ),
        ("The Sudanese army clashed with the Rapid Support Forces in Omdurman.", "clash", {"saf-sudan", "rsf-sudan"}),
        ("Fighting between Ukrainian and Russian forces raged near Bakhmut.", "clash", {"ukraine-army", "russia-army"}),
        ("Ahrar al-Sham agreed with Russia to leave Harasta.", "agreement", {"ahrar-al-sham", "russia"}),
    ],
)
def test_several_actors(read, text, types, actors):
    assert read(text).roles(types)[0] == actors


@pytest.mark.parametrize(
    ("text", "types", "actor"),
    [
        ("Jaysh al-Islam agreed to lay down its arms.", "disarmament", "jaysh-al-islam"),
        ("Ahrar al-Sham agreed with Russia to leave Harasta.", "withdrawal|evacuation", "ahrar-al-sham"),
        ("The Houthis threatened to shell Riyadh.", "shelling", "houthis"),
        ("Turkey urged the YPG to withdraw from Manbij.", "withdrawal", "ypg"),
        ("The army gave the rebels until Wednesday to surrender.", "surrender", "rebels"),
        (
            "The commander of the Libyan National Army, Khalifa Haftar, ordered his forces to attack Tripoli.",
            "offensive|attack",
            "libyan-national-army",
        ),
        ("Rebels vowed to recapture Aleppo.", "capture", "rebels"),
        ("The Houthis, who seized Sanaa in 2014, fired missiles at Riyadh.", "capture", "houthis"),
        ("The Houthis, who seized Sanaa in 2014, fired missiles at Riyadh.", "shelling", "houthis"),
        ("The army, which had besieged Douma, captured Harasta.", "siege", "syrian-army"),
    ],
)
def test_actors_of_infinitives_and_relative_clauses(read, text, types, actor):
    assert read(text).roles(types)[0] == {actor}


@pytest.mark.parametrize(
    ("text", "types", "actor"),
    [
        ("The Houthis attacked Aden on Friday. The group also fired a missile at Jeddah.", "shelling", "houthis"),
        ("Jaysh al-Islam holds Douma. It shelled Damascus on Friday.", "shelling", "jaysh-al-islam"),
        ("The Rapid Support Forces entered Nyala. They killed dozens of civilians.", "killing", "rsf-sudan"),
        ("Boko Haram attacked Diffa. Its fighters abducted 14 women.", "abduction", "boko-haram"),
        ("The M23 entered Goma. The rebels captured the airport in Goma.", "capture", "m23"),
        (
            "Les Houthis ont attaqué Marib vendredi. Le groupe a aussi tiré un missile sur Djeddah.",
            "shelling",
            "houthis",
        ),
    ],
)
def test_pronouns_and_the_group_mean_whom_the_report_spoke_of(read, text, types, actor):
    language = "fr" if text.startswith("Les") else "en"
    assert actor in {a for claim in read(text, language).reading.claims if claim.type == types for a in claim.actors}


@pytest.mark.parametrize(
    ("text", "types", "actors", "mediator", "language"),
    [
        ("Qatar mediated talks between Hamas and Israel.", "negotiation", {"hamas", "israel"}, "qatar", "en"),
        (
            "The Houthis and Saudi Arabia held talks mediated by Oman.",
            "negotiation",
            {"houthis", "saudi-arabia"},
            "oman",
            "en",
        ),
        ("Under an agreement brokered by Russia, the rebels left Homs.", "agreement", NOBODY, "russia", "en"),
        (
            "Turkey brokered a ceasefire between Azerbaijan and Armenia.",
            "ceasefire",
            {"azerbaijan", "armenia"},
            "turkey",
            "en",
        ),
    ],
)
def test_mediators_are_no_parties(read, text, types, actors, mediator, language):
    told = read(text, language)
    assert (told.roles(types)[0], told.claim(types).mediators) == (actors, (mediator,))


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        ("Le village d'Arbine a été bombardé par l'armée syrienne.", "shelling", {"syrian-army"}, NOBODY),
        (
            "Le bombardement de Douma par l'armée syrienne a tué quatre personnes.",
            "shelling",
            {"syrian-army"},
            {"civilians"},
        ),
        ("La coalition arabe a mené des frappes sur Sanaa.", "shelling|airstrike", {"saudi-led-coalition"}, NOBODY),
        (
            "Les forces turques et l'Armée syrienne libre ont pris Afrine.",
            "capture",
            {"turkey-army", "free-syrian-army"},
            NOBODY,
        ),
        ("Jaysh al-Islam a accepté de déposer les armes.", "disarmament", {"jaysh-al-islam"}, NOBODY),
        (
            "Des combats ont éclaté entre l'armée soudanaise et les Forces de soutien rapide à Khartoum.",
            "clash",
            {"saf-sudan", "rsf-sudan"},
            NOBODY,
        ),
        ("Boko Haram a enlevé 14 femmes près de Diffa.", "abduction", {"boko-haram"}, {"civilians"}),
        (
            "La Russie et l'Iran soutiennent le gouvernement syrien.",
            "support",
            {"russia", "iran"},
            {"syrian-government"},
        ),
        ("Le retrait des Forces de soutien rapide de Khartoum a pris deux jours.", "withdrawal", {"rsf-sudan"}, NOBODY),
        (
            "La ville de Kidal a été prise par l'armée malienne et Wagner.",
            "capture",
            {"fama-mali", "wagner-group"},
            NOBODY,
        ),
        ("Les Houthis, qui ont pris Sanaa en 2014, ont tiré des missiles sur Riyad.", "capture", {"houthis"}, NOBODY),
        ("Israël a bombardé une base près de Damas.", "shelling", {"israel"}, NOBODY),
        ("Les rebelles ont tué 12 soldats maliens près de Gao.", "killing", {"rebels"}, {"fama-mali"}),
    ],
)
def test_french_roles(read, text, types, actors, targets):
    assert read(text, "fr").roles(types) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "types", "actors"),
    [
        ("The Syrian government and rebel groups agreed to a truce.", "ceasefire", {"syrian-government", "rebels"}),
        ("Hamas and Israeli soldiers fought in Gaza.", "clash", {"hamas", "israel-army"}),
        ("ISIS and Nusra fighters left Raqqa.", "withdrawal|evacuation", {"islamic-state", "nusra-front"}),
    ],
)
def test_a_name_joined_to_a_noun_is_a_party_of_its_own(read, text, types, actors):
    assert read(text).roles(types)[0] == actors


def test_who_stands_behind_a_participle_acts_in_it_alone(read):
    told = read("Mille habitants ont été évacués de Fouaa, villages assiégés par les rebelles.", "fr")
    assert told.roles("evacuation") == ({"civilians"}, set())
    assert told.roles("siege")[0] == {"rebels"}


def test_their_means_all_who_act_together(read):
    assert read("Russia and Turkey extended their truce in Idlib.").roles("ceasefire")[0] == {"russia", "turkey"}


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        # Civilians fire no shells; the dead a noun tells of are those it names.
        ("Residents of Sloviansk said they feared shelling.", "shelling", set(), None),
        ("The general promised to avoid civilian deaths in Gaza.", "killing", set(), {"civilians"}),
        # Whoever strikes where civilians live, heal, learn or trade strikes them.
        ("Russian jets bombed a hospital in Kharkiv.", "airstrike", {"russia"}, {"civilians"}),
        ("Shells fired by the army hit a market and two schools in El Fasher.", "shelling", None, {"civilians"}),
        ("L'aviation a bombardé une école et un marché à Bouta, au Mali.", "airstrike", None, {"civilians"}),
        ("Ukrainian guns shelled the barracks of Donetsk.", "shelling", None, set()),
        # Whose it is stands behind it.
        ("A helicopter belonging to the Sudanese army bombed El Fasher.", "airstrike", {"saf-sudan"}, None),
        ("Eritrea, whose soldiers shelled villages in Tigray, said nothing.", "shelling", {"eritrea"}, None),
        ("The rebels accused Malian troops of opening fire near Gao.", "attack", {"fama-mali"}, None),
        ("Kyiv accused Russian troops of shelling hospitals in Bakhmut.", "shelling", {"russia-army"}, None),
        # Where the sentence is set, there its police and army are.
        (
            "Azerbaijan won. In Armenia, where police detained twenty people, shops closed.",
            "arrest",
            {"armenia-police"},
            None,
        ),
    ],
)
def test_who_it_is_where_the_words_only_hint(read, text, types, actors, targets):
    found = read(text, "fr" if "aviation" in text else "en").roles(types)
    assert actors is None or found[0] == actors
    assert targets is None or found[1] == targets


@pytest.mark.parametrize(
    ("text", "types", "actor"),
    [
        (
            "The jihadists fled Ramadi, Iraq, on Sunday. The Islamic State group lost the town.",
            "withdrawal",
            "islamic-state",
        ),
        ("Jihadists left Kidal, Mali. JNIM said nothing on Friday.", "withdrawal", "jnim"),
        ("Coalition jets bombed Sanaa. The Saudi-led coalition confirmed it.", "airstrike", "saudi-led-coalition"),
    ],
)
def test_the_only_one_of_its_kind_in_a_report_is_meant_by_the_kind(read, text, types, actor):
    assert read(text).roles(types)[0] == {actor}


def test_a_unit_with_a_number_is_a_name(read):
    assert read("Al-Nusra attacked the headquarters of Division 30 on Friday.").roles("attack")[1] == {
        "?organisation:division 30"
    }


def test_mines_that_were_laid_and_killed_are_told_once(read):
    told = read("Mines laid by Houthi fighters killed six people near Hodeidah.")
    assert told.roles("bombing")[0] == {"houthis"}


def test_a_word_of_fighting_that_names_a_kind_is_no_fight(read):
    assert "clash" not in read("The army took ninety combat posts near Shusha.").types


@pytest.mark.parametrize(
    ("text", "types", "actor", "target"),
    [
        # A headline's verb is no plural.
        ("Sudan's RSF storms Zamzam camp, aid workers say", "offensive|attack|capture", {"rsf-sudan"}, set()),
        ("Israel strikes Damascus airport", "airstrike|shelling|attack", {"israel"}, set()),
        ("Taliban attacks kill ten soldiers in Kunduz, Afghanistan", "attack|killing", {"taliban"}, None),
        # Who tells of themselves.
        (
            "RSF fighters attacked Zamzam. The Sudanese army said they had destroyed four vehicles.",
            "destruction",
            {"saf-sudan"},
            None,
        ),
        # Who vows that his troops will win does not threaten his troops.
        ("General Khalifa Haftar vowed that his troops would retake Sirte.", "threat", None, set()),
    ],
)
def test_who_acts_in_headlines_and_in_what_is_told_of_oneself(read, text, types, actor, target):
    found = read(text).roles(types)
    assert actor is None or found[0] == actor
    assert target is None or found[1] == target


def test_what_a_group_was_called_it_is_called_again(read):
    told = read("Paramilitary fighters of the Rapid Support Forces took Zamzam. The paramilitaries besieged El Fasher.")
    assert told.roles("siege")[0] == {"rsf-sudan"}


def test_a_displacement_camp_displaces_nobody(read):
    assert "displacement" not in read("Shells hit the Zamzam displacement camp near El Fasher.").types


@pytest.mark.parametrize(
    ("text", "types", "actor", "target"),
    [
        # Whose troops: of who says so, never of who is named in a passive.
        (
            "The Arakan Army (AA) said that its troops had captured the outpost of Maungdaw in Myanmar.",
            "capture",
            {"arakan-army"},
            None,
        ),
        (
            "The AA is strong. Its fighters were accused by the UN of burning homes in Sittwe.",
            "accusation",
            {"un"},
            None,
        ),
        # A short form in brackets stands for the known name before it, whoever else is called so.
        ("The Arakan Army (AA) is strong. The AA attacked Sittwe, Myanmar.", "offensive", {"arakan-army"}, None),
        # What a group's name says, it is called again.
        ("M23 rebels took Goma, Congo. FDLR fighters left. The rebels attacked Sake.", "offensive", {"m23"}, None),
        (
            "The M23, which the United Nations says is backed by Rwandan troops, took Goma.",
            "support",
            {"rwanda-army"},
            {"m23"},
        ),
        ("Rebels ordered Congolese soldiers to hand in their weapons in Goma.", "demand", {"rebels"}, {"fardc"}),
        ("Rwanda accuses Kinshasa of arming the FDLR.", "accusation", {"rwanda"}, {"democratic-republic-of-the-congo"}),
        ("Shells landed on a camp for displaced people near Goma.", "shelling", set(), {"civilians"}),
        ("Houthi fighters attacked commercial vessels off Hodeidah.", "attack", {"houthis"}, set()),
    ],
)
def test_who_is_meant_in_other_wars(read, text, types, actor, target):
    found = read(text, published="2025-01-28").roles(types)
    assert actor is None or found[0] == actor
    assert target is None or found[1] == target


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The militants attacked Mosul, Iraq. The Islamic State group lost Tikrit.", "islamic-state"),
        ("Militants attacked a base in Borno, Nigeria. Boko Haram said nothing.", "boko-haram"),
    ],
)
def test_the_militants_are_the_one_armed_group_of_a_report(read, text, actor):
    assert read(text).roles("attack|offensive")[0] == {actor}


@pytest.mark.parametrize(
    ("text", "types", "actor"),
    [
        ("The massacre committed by the FARC in Bojayá, Colombia, killed 79 people.", "killing", {"farc"}),
        ("An ambush blamed on Boko Haram killed ten soldiers in Borno, Nigeria.", "attack", {"boko-haram"}),
        ("The raid carried out by Israeli troops in Jenin lasted two days.", "attack", {"israel-army"}),
        (
            "Wagner mercenaries were accused by UN experts of executing 300 people in Moura, Mali.",
            "killing",
            {"wagner-group"},
        ),
    ],
)
def test_who_did_it_stands_in_a_participle_behind(read, text, types, actor):
    assert read(text).roles(types)[0] == actor


def test_an_order_to_ones_own_troops_moves_none(read):
    told = read("President Putin ordered the army to take Avdiivka. He ordered two brigades to the front.")
    assert told.types.count("deployment") == 1
