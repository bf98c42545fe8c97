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
        ("The Kyiv regime shelled Donetsk.", "Kyiv regime", "ukraine", DISLIKED),
        ("The army neutralised 12 militants.", "neutralised", "rebels", DISLIKED),
        ("The army cleansed the village of rebels.", "cleansed", "rebels", DISLIKED),
        ("The Iranian-sponsored, foreign-backed Houthis attacked Aden.", "foreign-backed Houthis", "houthis", DISLIKED),
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


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats discussed the sanctions regime in Vienna.",
        "Washington denied that it sought regime change in Tripoli.",
        "The truce regime in Nagorno-Karabakh was broken on Friday.",
        "Thousands gathered in Martyrs' Square in Tripoli.",
        "Fighters of the Martyrs of Yarmouk Brigade left Daraa.",
        "Germany sent Patriot missiles to Kyiv.",
        "The Revolutionary Guard fired rockets at Erbil.",
        "Counter-terrorism police searched houses in Colombo.",
        "The International Criminal Court issued a warrant over Tigray.",
        "Israeli soldiers entered Jenin in the occupied West Bank.",
        "Pilgrims returned to the holy city of Karbala.",
        "Defence Minister Yoav Gallant visited the border.",
    ],
)
def test_a_plain_sense_takes_no_side(read, text):
    assert not read(text).framings


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty International accused the soldiers of massacring villagers in Axum.",
        "The militia was blamed for genocide in Darfur.",
        "Prosecutors are investigating atrocities in Bucha.",
        "The two sides agreed to leave in order to avoid a massacre in Misrata.",
        "The PKK is listed as a terrorist organisation by Turkey.",
        "The group is considered a terrorist group by Moscow.",
        "He denied the massacre in Tadamon.",
        "A former commander was sentenced for war crimes in Srebrenica.",
    ],
)
def test_a_charge_or_a_legal_list_is_told_and_not_taken_over(read, text):
    assert not read(text).framings


@pytest.mark.parametrize(
    "text",
    [
        "Sappers neutralised two mines near Hodeidah.",
        "Police neutralised the device in Baghdad.",
        "The treaty eliminated the tariffs.",
        "Protesters occupied the television building in Khartoum.",
        "It was a brutal winter in Kabul.",
        "The civil war has been a vicious conflict.",
    ],
)
def test_words_about_things_and_weather_take_no_side(read, text):
    assert not read(text).framings


PARTISAN = "The terrorists and their puppets fled, the thugs and gangsters were crushed."


@pytest.mark.parametrize(
    "text", ["The jihadists left Gao.", "It was a victory for Bamako.", "The enemy shelled Marib."]
)
def test_a_mild_word_counts_only_in_a_report_that_takes_sides_otherwise(read, text):
    assert not read(text).framings
    alone, beside = read(PARTISAN).framings, read(f"{text} {PARTISAN}").framings
    assert len(beside) == len(alone) + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The group proclaimed its "caliphate" in Mosul.', "caliphate"),
        ('Separatists held a "referendum" in Donetsk.', "referendum"),
        ('Soldiers arrived as "volunteers" in Luhansk.', "volunteers"),
    ],
)
def test_quotation_marks_round_one_word_keep_a_distance(read, text, words):
    assert {told for told, _, _ in read(text).framings} == {words}
    assert not read(text.replace('"', "")).framings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The terrorist hordes left Kidal.", "terrorist hordes"),
        ("The murderous puppet regime in Kabul fell.", "murderous puppet regime"),
        ("A horrific massacre was reported in Saada.", "horrific massacre"),
        ("Illegal Armenian formations left Shusha.", "Illegal Armenian formations"),
    ],
)
def test_loaded_words_of_one_phrase_are_one_wording(read, text, words):
    assert {told for told, _, _ in read(text).framings} == {words}


@pytest.mark.parametrize(
    ("text", "words", "about"),
    [
        ("Mercenaries of the Wagner Group entered Tarhuna.", "Mercenaries", "wagner-group"),
        ("The army killed ten members of the Hamas terrorist organisation.", "terrorist organisation", "hamas"),
        ("The PKK was a death cult, the minister said.", "death cult", "pkk"),
        ("The Taliban committed atrocities in Ghazni.", "atrocities", "taliban"),
        ("The shelling by the Houthis was a heinous crime.", "heinous crime", "houthis"),
        ("Russian forces carried out a massacre in Bucha.", "massacre", "russia-army"),
        (
            "The Rapid Support Forces committed heinous crimes against innocent citizens.",
            "innocent citizens",
            "rsf-sudan",
        ),
        ("The M23 terrorised the peaceful residents of Goma.", "peaceful residents", "m23"),
        ("The Iraqi army is making advances to liberate Mosul.", "liberate", "iraq-army"),
        ("The Houthis use internationally banned weapons in Taiz.", "internationally banned weapons", "houthis"),
    ],
)
def test_whom_loaded_words_are_about(read, text, words, about):
    assert (words, about) in {(told, whom) for told, whom, _ in read(text).framings}


@pytest.mark.parametrize(
    "text",
    [
        "Le régime de sanctions contre Bamako a été levé.",
        "Paris exclut un changement de régime à Damas.",
        "La foule s'est réunie sur la place des Martyrs à Alger.",
        "Les soldats israéliens sont entrés à Jénine, en Cisjordanie occupée.",
        "Le Hamas et Israël négocient la libération des otages.",
        "L'attaque de Moura a été meurtrière.",
        "Un ancien chef de milice a été condamné pour crimes de guerre à La Haye.",
        "L'ONU accuse le M23 d'avoir massacré des villageois à Kishishe.",
        "Les rebelles ont pillé les boutiques de Goma.",
    ],
)
def test_a_plain_sense_takes_no_side_in_french(read, text):
    assert not read(text, "fr").framings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Les hordes terroristes ont fui Ménaka.", "hordes terroristes"),
        ("Des GAT ont fui Ménaka.", "GAT"),
        ("L'armée a rétabli la souveraineté du Mali sur Kidal.", "rétabli la souveraineté"),
        ("Ils ont fui, la queue entre les jambes.", "la queue entre les jambes"),
    ],
)
def test_french_loaded_words(read, text, words):
    assert {told for told, _, _ in read(text, "fr").framings} == {words}


@pytest.mark.parametrize(
    ("text", "words", "about", "language"),
    [
        ("Al-Shabaab attacked Kismayo on Monday. The terrorists burned two shops.", "terrorists", "al-shabaab", "en"),
        ("Boko Haram raided Bama. Soldiers later chased the extremists.", "extremists", "boko-haram", "en"),
        ("Le M23 a attaqué Sake. Les terroristes ont fui Sake mardi.", "terroristes", "m23", "fr"),
        ("The Houthis shelled Taiz. The governor vowed to end terrorism.", "terrorism", "houthis", "en"),
    ],
)
def test_the_one_armed_group_of_a_report_is_the_one_called_names(read, text, words, about, language):
    assert (words, about) in {(told, whom) for told, whom, _ in read(text, language).framings}


def test_of_two_armed_groups_none_is_picked(read):
    told = read("Boko Haram raided Bama. Al-Shabaab attacked Kismayo. The minister vowed to end terrorism.")
    assert ("terrorism", "", DISLIKED) in told.framings


@pytest.mark.parametrize(
    ("text", "words", "about"),
    [
        ("Carnage and massacre in Aleppo. Russian aircraft bombed the market of Aleppo.", "massacre", "russia"),
        ("An act of terror, the mayor said. Al-Shabaab attacked a hotel in Mogadishu.", "act of terror", "al-shabaab"),
        ("It was a heinous crime, residents said. The Houthis shelled a school in Taiz.", "heinous crime", "houthis"),
    ],
)
def test_a_verdict_on_a_deed_is_about_the_only_side_that_strikes(read, text, words, about):
    found = {told: whom for told, whom, _ in read(text).framings}
    assert found[words].startswith(about)


def test_where_both_sides_strike_a_verdict_is_about_neither(read):
    told = read("A heinous crime, residents said. The Houthis shelled Taiz. Saudi aircraft bombed Saada.")
    assert ("heinous crime", "", DISLIKED) in told.framings


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Taliban captured Ghazni on Friday. The city is liberated, a statement said.", "taliban"),
        ("M23 fighters seized Bunagana. Bunagana has been liberated, residents were told.", "m23"),
        ("The Arakan Army captured Paletwa. Residents heard that Paletwa was liberated.", "arakan-army"),
    ],
)
def test_liberated_is_said_of_the_side_that_takes(read, text, about):
    (whom,) = {whom for words, whom, _ in read(text).framings if words == "liberated"}
    assert whom.startswith(about)


def test_of_two_groups_one_that_takes_another_town_is_no_liberator(read):
    told = read("M23 fighters seized Bunagana. The Taliban attacked Kunduz. Kunduz is liberated, residents heard.")
    assert ("liberated", "m23", LIKED) not in told.framings


@pytest.mark.parametrize(
    ("text", "words", "about", "language"),
    [
        ("The Somali terrorist group Al-Shabaab attacked Kismayo.", "terrorist group", "al-shabaab", "en"),
        ("The terrorist gang (Boko Haram) attacked Maiduguri.", "terrorist gang", "boko-haram", "en"),
        ("Les forces de la résistance (Hezbollah) ont pris Qusayr.", "forces de la résistance", "hezbollah", "fr"),
    ],
)
def test_the_name_right_behind_or_in_brackets_tells_whom(read, text, words, about, language):
    found = {(told, whom) for told, whom, _ in read(text, language).framings}
    assert any(words in told and whom == about for told, whom in found), found


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("The garrison of Bor was put to the sword.", "put to the sword", "en"),
        ("The offer of a truce in Taiz is a delaying tactic, the envoy wrote.", "delaying tactic", "en"),
        ("Villages near Loikaw were razed by an army of darkness.", "army of darkness", "en"),
        ("La ville de Bor a été passée au fil de l'épée.", "passée au fil de l'épée", "fr"),
        ("La soldatesque a reculé devant Toulépleu.", "soldatesque", "fr"),
        ("Le texte signé à Nairobi est un chiffon de papier.", "chiffon de papier", "fr"),
    ],
)
def test_set_phrases_take_a_side(read, text, words, language):
    assert any(words in told for told, _, _ in read(text, language).framings)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A museum in Bor shows the sword of a king.", "en"),
        ("The army tried to delay the advance near Taiz.", "en"),
        ("Un assaillant a reculé devant Toulépleu.", "fr"),
        ("L'enfant a ramassé un papier près de Goma.", "fr"),
    ],
)
def test_near_set_phrases_take_none(read, text, language):
    assert not read(text, language).framings
