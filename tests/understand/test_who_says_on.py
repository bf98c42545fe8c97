"""Who speaks on, who is told of and not cited, and how far what is said reaches."""

import pytest

SAID = "The Syrian Observatory for Human Rights said troops shelled the town of Douma. "


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        (SAID + "The group said four people were killed at a market.", "killing", "sohr"),
        (SAID + "The monitor added that rebels captured the village of Morek.", "capture", "sohr"),
        (
            "The Kenyan defence ministry said soldiers killed 12 militants near Lamu. The Somali army shelled Kismayo. "
            "The ministry said two soldiers were abducted on the road.",
            "abduction",
            "kenya-defence-ministry",
        ),
        (
            "SANA said rebels shelled Hama. A reporter was there. The source added that the army captured Morek.",
            "capture",
            "sana",
        ),
    ],
)
def test_who_spoke_last_goes_on_as_the_group(read, text, types, speaker):
    assert read(text).speakers(types) == [speaker]


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        (SAID + "The group seized a checkpoint, residents said.", "capture", "civilians"),
        (
            "Hamas said its fighters withdrew from Khan Younis. Israel's army said soldiers were killed in Rafah. "
            "Another group said rockets hit Sderot.",
            "shelling",
            "rebels",
        ),
    ],
)
def test_others_than_who_spoke_last(read, text, types, speaker):
    assert read(text).speakers(types) == [speaker]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Foreign minister Penny Wong said:\nWe condemn this.\nOur aircraft bombed two depots of Islamic State near Mosul.",
            "airstrike",
        ),
        (
            "Penny Wong said:\nI am sad today.\nTroops shelled the town of Douma again.\nWe call for calm.",
            "shelling",
        ),
        (
            "Speaking a year after the war began, Penny Wong said:\nWe have seen what the militia did.\nWe know that it "
            "burned the market of Nyala.",
            "destruction",
        ),
    ],
)
def test_a_statement_goes_on_as_long_as_it_says_we(read, text, types):
    assert any("wong" in speaker for speaker in read(text).speakers(types))


def test_a_statement_ends_where_nobody_says_we(read):
    text = "Penny Wong said:\nWe condemn this.\nRebels captured the village of Morek on Friday."
    assert read(text).speakers("capture") == []


@pytest.mark.parametrize(
    "text",
    [
        "Speaking a month after the capture of Mosul, the president of Iraq said:",
        "Visiting Goma after the shelling of Sake, the United Nations envoy said:",
        "A year after the fall of Kunduz, the Taliban announced:",
    ],
)
def test_what_stands_before_the_colon_is_not_said(read, text):
    assert read(text).reading.claims[0].speakers == ()


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kyiv said it had nothing to do with the attack on the bridge.", "denial"),
        ("Moscow has said that it has no soldiers in Sudan.", "denial"),
        ("The rebels accused the army of shelling a school.", "accusation"),
    ],
)
def test_who_accuses_or_denies_is_told_of(read, text, types):
    found = [claim for claim in read(text).reading.claims if claim.type == types]
    assert all(claim.speakers == () for claim in found)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Boko Haram said it had carried out the attack in Maiduguri.", "claim-responsibility"),
        ("The army warned of a strong response to any attack on the port.", "threat"),
        ("Al-Shabaab said in a statement that they killed 20 soldiers.", "claim-responsibility"),
    ],
)
def test_who_says_a_deed_or_warns_says_so(read, text, types):
    assert read(text).speakers(types) == list(read(text).claim(types).actors)


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        ("At least 400 people have died since the offensive began in May, the UN said.", "offensive", []),
        ("Some 90,000 people have fled since the start of the airstrikes, according to UNHCR.", "airstrike", []),
        ("The army denied using gas during the war that killed thousands of people.", "killing", []),
        ("Forty people were killed in the airstrikes, the UN said.", "airstrike", ["un"]),
    ],
)
def test_what_only_dates_the_rest_is_nobodys(read, text, types, speakers):
    told = [list(claim.speakers) for claim in read(text).reading.claims if claim.type in types]
    assert told == [speakers]


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        ("Airstrike kills 12 in Hama: activists", "airstrike", ["activists"]),
        ("Rebels capture village near Goma: UN", "capture", ["un"]),
        ("UN: thousands flee fighting in Darfur", "displacement", ["un"]),
        ("Shelling kills nine in Kharkiv: residents", "shelling", ["civilians"]),
    ],
)
def test_a_headline_names_who_says_so_beside_a_colon(read, text, types, speakers):
    assert read(text).speakers(types) == speakers


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        ("The shells hit a school near the border activist Rami Abdel Rahman told The New Arab.", "shelling", "rahman"),
        (
            "The rebels had left the city, Rami Abdel Rahman said, and the army had captured the port of Latakia.",
            "capture",
            "rahman",
        ),
        (
            "Peter Kamau, a spokesman for the Kenyan defence ministry, said Al-Shabaab shelled Mandera on Monday.",
            "shelling",
            "kamau",
        ),
        (
            "Troops shelled Douma, Peter Kamau told reporters, adding that they had captured the town of Arbin.",
            "capture",
            "kamau",
        ),
    ],
)
def test_people_who_say_it_by_name(read, text, types, speaker):
    assert [told for told in read(text).speakers(types) if speaker in told]


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        ("The attack on the clinic was also reported by the United Nations.", "attack", ["un"]),
        ("Rebels captured Morek; in the south, troops shelled Deraa, according to SANA.", "capture", []),
        ("Some 40 people were killed and, according to the UN, 900 fled the fighting.", "killing", []),
        ("Putin told his troops to besiege the plant instead.", "siege", ["vladimir-putin"]),
        ("AFP could not verify that rebels captured the village of Morek.", "capture", []),
    ],
)
def test_how_far_a_saying_reaches(read, text, types, speakers):
    assert read(text).speakers(types) == speakers


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        ("Peter Kamau a menacé d'attaquer le port de Beyrouth.", "attack", ["kamau"]),
        (
            "Des rebelles ont été repoussés, a déclaré le porte-parole de l'armée malienne, Peter Kamau.",
            "loss",
            ["kamau"],
        ),
        ("L'armée a pris Sake dimanche ; la Croix-Rouge parle de 80 civils tués.", "killing", ["red-cross"]),
    ],
)
def test_french(read, text, types, speakers):
    told = read(text, "fr").speakers(types)
    assert len(told) == len(speakers)
    assert all(part in key for part, key in zip(speakers, told, strict=True))
