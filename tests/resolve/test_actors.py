"""One actor, one id: in every spelling and language; a group that nobody lists has an id of its own, whatever the order."""

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from dateline.model import Entity, Reading
from dateline.resolve import Resolve
from dateline.resolve.actors import ActorLinker
from dateline.theatres import Theatre, load_theatre
from dateline.understand import Understand
from tests.understand.conftest import article


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return load_theatre(("syria",))


@pytest.fixture(scope="module")
def linker(theatre) -> ActorLinker:
    return ActorLinker(theatre)


@pytest.fixture(scope="module")
def readings() -> Callable[..., list[Reading]]:
    """Give a function that reads texts as reports of their own."""
    stage = Understand(("syria",))

    def read(*texts: str) -> list[Reading]:
        return list(stage(article(text, "fr" if "bombardé" in text else "en") for text in texts))

    return read


@pytest.fixture(scope="module")
def actors_of(theatre, readings) -> Callable[..., list[str]]:
    """Give a function from reports to the actors of their first claims."""
    resolve = Resolve(theatre)

    def actors(*texts: str) -> list[str]:
        return [resolve([reading]).claims[0].actors[0] for reading in readings(*texts)]

    return actors


def unknown(kind: str, *names: str) -> list[Entity]:
    """Return entities that no theatre lists."""
    return [Entity(f"?{kind}:{name.lower()}", "actor", name, (name,)) for name in names]


def ids(linker: ActorLinker, entities: Sequence[Entity]) -> list[str]:
    """Return the ids of entities, in their order."""
    linked = linker.link(entities)
    return [linked[entity.key].id for entity in entities]


@pytest.mark.parametrize(
    ("english", "french", "id"),
    [
        (("The Syrian army", "The Syrian Arab Army", "Syrian government forces"), "L'armée syrienne a", "syrian-army"),
        (
            ("Jaysh al-Islam", "Jaish al-Islam", "Jaish Al-Islam", "The Army of Islam"),
            "Jaysh al-Islam a",
            "jaysh-al-islam",
        ),
        (("Hay'at Tahrir al-Sham", "Hayat Tahrir al-Sham", "Tahrir al-Sham", "HTS"), "Hayat Tahrir al-Cham a", "hts"),
        (("The Houthis", "Houthi rebels", "Ansar Allah", "Houthi forces"), "Les Houthis ont", "houthis"),
        (("The Sudanese army", "The Sudanese Armed Forces", "Sudan's army"), "L'armée soudanaise a", "saf-sudan"),
        (("The Malian army", "The Malian armed forces", "Mali's army"), "L'armée malienne a", "fama-mali"),
        (("The Islamic State", "ISIS", "ISIL", "Daesh"), "L'État islamique a", "islamic-state"),
        (("The Russian army", "Russian troops", "Russian forces"), "L'armée russe a", "russia-army"),
    ],
)
def test_spellings_and_languages_of_one_actor(actors_of, english, french, id):
    texts = [*(f"{name} shelled Aleppo." for name in english), f"{french} bombardé Alep."]
    assert dict(zip(texts, actors_of(*texts), strict=True)) == dict.fromkeys(texts, id)


def test_a_listed_actor_has_its_name_country_and_kind_from_the_theatre(linker, theatre):
    (actor,) = linker.link([Entity("jaysh-al-islam", "actor", "Jaish", ("Jaish",), ("jaysh-al-islam",))]).values()
    assert actor == theatre.actors["jaysh-al-islam"]
    assert (actor.kind, actor.country, actor.known) == ("armed group", "SY", True)


def test_an_office_that_is_not_listed_is_composed_from_its_state(linker):
    (actor,) = linker.link([Entity("andorra-police", "actor", "")]).values()
    assert (actor.id, actor.country, actor.role) == ("andorra-police", "AD", "police")


def test_an_unknown_group_has_an_id_of_its_own_and_waits_for_a_human_word(linker):
    (actor,) = linker.link(unknown("organisation", "Brigade of the Salt Road")).values()
    assert (actor.id, actor.known) == ("organisation-brigade-of-the-salt-road", False)
    assert actor.name == "Brigade of the Salt Road"


@pytest.mark.parametrize(
    "names",
    [
        ("Katibat al-Zaytun", "Katibat al-Zaitun"),
        ("Liwa Suqur al-Badia", "Liwa Suqoor al-Badia"),
        ("Harakat Nahr al-Asi", "Harakat Nahr al-Aasi"),
    ],
)
def test_spellings_of_an_unknown_group_are_one(linker, names):
    assert len(set(ids(linker, unknown("organisation", *names)))) == 1


def test_different_unknown_groups_stay_apart(linker):
    names = ("Katibat al-Zaytun", "Liwa Suqur al-Badia", "Salt Road Brigade", "River Battalion")
    assert len(set(ids(linker, unknown("organisation", *names)))) == len(names)


def test_a_person_and_a_group_of_one_name_are_two(linker):
    entities = unknown("organisation", "Zaytuna") + unknown("person", "Zaytuna")
    assert len(set(ids(linker, entities))) == 2


def test_the_order_of_reports_plays_no_part(linker):
    entities = unknown("organisation", "Katibat al-Zaytun", "Katibat al-Zaitun", "Salt Road Brigade")
    wanted = linker.link(entities)
    assert all(linker.link(order) == wanted for order in permutations(entities))


def test_an_unknown_group_keeps_its_id_across_reports(theatre, readings):
    reports = readings(
        "The Zaytun Movement captured the town of Morek on Friday.",
        "Rebels captured the town of Saqba.",
        "Government forces attacked the Zaytun Movement near Idlib.",
    )
    resolve = Resolve(theatre)
    together, back = resolve(reports), resolve(reports[::-1])
    (alone,) = {a.id for a in resolve(reports[:1]).actors if not a.known}
    assert {a.id for a in together.actors if not a.known} == {alone}
    assert together.actors == back.actors
    assert set(together.claims) == set(back.claims)


def test_every_id_in_a_claim_is_an_actor_of_the_record(theatre, readings):
    resolved = Resolve(theatre)(
        readings(
            "The Zaytun Movement and the Syrian army agreed to exchange prisoners, SANA said.",
            "Les Houthis ont bombardé Taëz, selon l'ONU.",
        )
    )
    listed = {actor.id for actor in resolved.actors}
    for claim in resolved.claims:
        assert {*claim.actors, *claim.targets, *claim.mediators, *claim.speakers} <= listed
    assert [actor.id for actor in resolved.actors] == sorted(listed)
