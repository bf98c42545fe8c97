"""A plain sentence of each kind gets the ACLED sub-event that an analyst would give it."""

import pytest

from dateline.codebook.vocabulary import load_vocabulary
from dateline.model import Claim
from dateline.read import Defaults, read_article
from dateline.understand import Understand

pytestmark = pytest.mark.slow

SENTENCES = {
    "Government regains territory": "The Syrian army recaptured Douma from the rebels on Monday.",
    "Non-state actor overtakes territory": "Rebels captured the town of Douma from the Syrian army.",
    "Armed clash": "Fighting broke out between the Syrian army and rebels near Homs.",
    "Excessive force against protesters": "Police opened fire on demonstrators in Homs, killing six.",
    "Protest with intervention": "Police used tear gas to disperse a rally in Homs.",
    "Peaceful protest": "Thousands of people marched in Homs to demand civilian rule.",
    "Violent demonstration": "Rioters threw stones at police in Homs and set cars on fire.",
    "Mob violence": "An angry mob lynched a man in Homs.",
    "Chemical weapon": "A chlorine gas attack hit the town of Douma.",
    "Air/drone strike": "Warplanes bombed the market of Douma.",
    "Suicide bomb": "A suicide bomber blew himself up at a checkpoint in Homs.",
    "Shelling/artillery/missile attack": "Artillery shelled the suburb of Harasta.",
    "Remote explosive/landmine/IED": "A car bomb exploded outside the ministry in Homs.",
    "Grenade": "A hand grenade was thrown at a patrol in Homs.",
    "Sexual violence": "Militiamen raped women in a village near Homs.",
    "Attack": "Gunmen attacked villagers near Homs.",
    "Abduction/forced disappearance": "Gunmen kidnapped two aid workers near Homs.",
    "Agreement": "Rebels and the Syrian government signed a ceasefire agreement in Homs.",
    "Arrests": "Police arrested three suspects in Homs.",
    "Change to group/activity": "Two rebel groups merged under a new name in Homs.",
    "Disrupted weapons use": "Soldiers found a cache of rockets in Homs.",
    "Headquarters or base established": "The Russian army set up a military base near Homs.",
    "Looting/property destruction": "Soldiers looted and burned houses in Homs.",
    "Non-violent transfer of territory": "Rebels handed over the town of Douma to the Syrian army without a fight.",
    "Other": "",
}


@pytest.fixture(scope="module")
def understand() -> Understand:
    return Understand(("world", "syria"))


def claims_of(understand: Understand, folder, text: str, outlet: str = "Harbour Daily") -> tuple[Claim, ...]:
    path = folder / "report.txt"
    path.write_text(f"A report\n\n{text}\n", encoding="utf-8")
    return understand.read(read_article(path, Defaults(outlet=outlet, published="2018-04-01"))).claims


def test_every_sub_event_has_its_sentence():
    assert set(SENTENCES) == set(load_vocabulary().acled)


@pytest.mark.parametrize("code", [code for code, text in SENTENCES.items() if text])
def test_a_plain_sentence_gets_its_sub_event(understand, tmp_path, code):
    claims = claims_of(understand, tmp_path, SENTENCES[code])
    assert code in [claim.acled for claim in claims], [(claim.type, claim.actors, claim.acled) for claim in claims]
