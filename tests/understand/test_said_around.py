"""Who says what stands around a verb of saying, however the parser hung it: quotations, tags, counts, "selon lequel"."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        # a quotation that ends right before who says it
        (
            '"Their last trench has been shelled," Omar Hassan told state radio, predicting a long war.',
            "shelling",
            "person",
        ),
        (
            '"Rebels shelled the bridge twice," the army said as its trucks drove on toward Bria.',
            "shelling",
            "government-forces",
        ),
        # a tag set in between commas tells what stands on both sides of it
        (
            "Some 9,000 people fled Beni on Monday, UNICEF estimates, most of them driven out for a second time.",
            "displacement",
            "unicef",
        ),
        ("The clinic, Hezbollah said, was shelled at dawn.", "shelling", "hezbollah"),
        # commas lost
        (
            "Ten people were killed in shelling of Kharkiv the Syrian Observatory for Human Rights said and clashes had "
            "erupted near Izium.",
            "clash",
            "sohr",
        ),
        # the verb that tells of the dead is the one that tells who counts them
        ("Hamas puts the number of its dead since May at 230.", "killing", "hamas"),
        ("Human Rights Watch has documented 41 killings in Bria.", "killing", "hrw"),
        # another source behind "who"
        (
            "The rebels, who left Kidal on Friday, according to UNICEF, are backed by Algeria.",
            "withdrawal|evacuation",
            "unicef",
        ),
        # who spoke last goes on as "the group", "a statement", "it"
        ('SANA said rebels shelled Hama. "Troops retook Morek," the agency said.', "capture", "sana"),
        (
            "Hezbollah said its men had shelled a base. A short statement said troops had fled Bria.",
            "withdrawal",
            "hezbollah",
        ),
        (
            "Hamas denied reports that militiamen had shelled Rafah; the town, it stressed, was taken by Egypt.",
            "capture",
            "hamas",
        ),
        # set in, with who says it behind the verb; by a report of theirs
        ("The rebels, said Paul Kagame, had shelled the airport.", "shelling", "paul-kagame"),
        ("A report by Amnesty International found that soldiers had executed prisoners in Bor.", "killing", "amnesty"),
        ("As reported by Reuters, the rebels took Malakal on Friday.", "capture", "reuters"),
        (
            "The bombing took place near Raqqa; Reuters reported.",
            "bombing",
            "reuters",
        ),
        # a body told of before, with a capital, or where it has its seat
        (
            "The Defence Ministry in Moscow stated that rebels had shelled Kharkiv.",
            "shelling",
            "russia-defence-ministry",
        ),
        # who claims a deed or threatens says so
        ("Boko Haram claimed responsibility for the attack in Maiduguri.", "claim-responsibility", "boko-haram"),
        ("Hezbollah threatened to shell the port.", "threat", "hezbollah"),
        # who proposes
        ("Paul Kagame proposed a truce for Goma.", "ceasefire", "paul-kagame"),
    ],
)
def test_who_says_it(read: Reads, text: str, types: str, speaker: str) -> None:
    """One speaker, however far the words stand from the verb of saying."""
    found = [claim for claim in read(text).reading.claims if claim.type in types.split("|")]
    assert found
    assert all(speaker in key for claim in found for key in claim.speakers)
    assert all(len(claim.speakers) == 1 for claim in found)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The rebels, who left Kidal on Friday, according to UNICEF, are backed by Algeria.", "support"),
        ("Looting broke out in Bria; Hezbollah promised to arrest those who did it.", "destruction"),
        ("Clashes go on in the north: Omar Hassan said that ten houses had been destroyed.", "clash"),
        ("The war has cost 3,000 lives, according to the UN.", "clash"),
        ("Talking to Ali Hassan on Monday, Paul Kagame blamed the fall of Goma on Congo.", "negotiation"),
        ("The general, who had vowed to shell the port, resigned.", "threat"),
        ("Moscow denied that the retreat was a rout.", "withdrawal"),
        ('Rebels left a "liberated" Bria and troops moved in, Omar Hassan\'s driver at the wheel.', "withdrawal"),
    ],
)
def test_nobody_says_it(read: Reads, text: str, types: str) -> None:
    """The report itself tells it, whoever speaks beside it."""
    told = [claim.speakers for claim in read(text).reading.claims if claim.type in types.split("|")]
    assert all(speakers == () for speakers in told)


@pytest.mark.parametrize(
    ("text", "types", "speaker"),
    [
        ("Des soldats ont pillé le marché de Goma dimanche, ce que confirme Human Rights Watch.", "destruction", "hrw"),
        (
            "Au moins 40 villageois ont été tués à Fizi, a-t-on appris mardi soir auprès de la Monusco.",
            "killing",
            "monusco",
        ),
        (
            "À en croire Reuters, qui cite un officier, l'attaque a été repoussée et douze rebelles ont été abattus.",
            "loss",
            "reuters",
        ),
        (
            "L'armée a menti, a dit Ali Hassan, selon lequel douze civils ont été tués à Goma.",
            "killing",
            "ali hassan|person",
        ),
        (
            "L'ONU, qui n'a pu jusqu'ici entrer dans Beni faute d'escorte, a précisé que 40 civils avaient été tués.",
            "killing",
            "un",
        ),
        ("Médecins sans frontières a dénombré 94 morts à Beni.", "killing", "msf|medecins|doctors"),
    ],
)
def test_french(read: Reads, text: str, types: str, speaker: str) -> None:
    """The same in French, where the subject may stand behind its verb or far before it."""
    told = [key for claim in read(text, "fr").reading.claims if claim.type == types for key in claim.speakers]
    assert told
    assert all(any(part in key for part in speaker.split("|")) for key in told)


def test_afternoon(read: Reads) -> None:
    """ "D'après-midi" cites nobody."""
    read_ = read("Mardi, en début d'après-midi, des avions français ont bombardé Gao.", "fr")
    assert read_.claim("airstrike").speakers == ()
