"""French as agencies write it: who does it behind "par", shared auxiliaries, apposed names, light phrases, unknown places."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "actors", "targets"),
    [
        # who did it stands behind "par", in a clause beside or with what launched it
        ("L'offensive menée par le M23 contre les FARDC a repris à Goma.", "offensive", {"m23"}, {"fardc"}),
        ("Le massacre commis par les Houthis à Marib a fait dix morts.", "killing", {"houthis"}, {"civilians"}),
        ("L'attaque perpétrée par le Hezbollah à Haïfa a fait un mort.", "attack", {"hezbollah"}, set()),
        ("Deux otages ont été libérés par le Hamas.", "prisoner-exchange", {"hamas"}, {"prisoners"}),
        ("Depuis le lancement par le M23 d'une offensive, Goma se vide.", "offensive", {"m23"}, set()),
        ("Les frappes russes ont été condamnées par Téhéran.", "shelling|airstrike", {"russia"}, set()),
        # where it falls hangs on the deed, not on who does it
        (
            "Un raid de l'armée russe sur un marché de Kharkiv a fait dix morts.",
            "airstrike|attack",
            {"russia-army"},
            {"civilians"},
        ),
        ("Les États-Unis ont imposé des sanctions contre des chefs du M23.", "sanction", {"united-states"}, {"m23"}),
        # to whom the verb leads
        ("L'ONU a attribué l'attaque à des combattants du M23.", "attack", {"m23"}, set()),
        ("De violents combats opposent les FARDC aux rebelles du M23 à Sake.", "clash", {"fardc", "m23"}, set()),
        ("Les rebelles du M23 ont infligé une lourde défaite aux FARDC.", "loss", {"fardc"}, {"m23"}),
        # "avoir" and a participle, accusing and told
        ("Kiev a accusé l'armée russe d'avoir massacré des villageois.", "killing", {"russia-army"}, {"civilians"}),
        ("Kiev a accusé l'armée russe d'avoir massacré des villageois.", "accusation", {"ukraine"}, {"russia-army"}),
        # words about a name stand between it and its verb
        ("Le M23, soutenu par le Rwanda, avance vers Bukavu.", "offensive", {"m23"}, set()),
        ("L'Iran, allié du Hezbollah, a condamné les frappes israéliennes.", "criticism", {"iran"}, {"israel"}),
        (
            "Israël avait, par l'intermédiaire du Qatar, proposé une trêve au Hamas.",
            "negotiation",
            {"israel"},
            {"hamas"},
        ),
        # two sides of a fight told apart
        ("Dix soldats des FARDC ont été tués lors de violents combats avec le M23.", "clash", {"m23"}, set()),
        # what is done to whom is told by the clause behind
        (
            "Un drone israélien a visé une moto à Tyr, tuant deux combattants du Hezbollah.",
            "airstrike",
            {"israel"},
            {"hezbollah"},
        ),
        # captives are of nobody's, whoever holds them
        (
            "L'armée nigériane affirme avoir libéré 60 otages de Boko Haram.",
            "prisoner-exchange",
            {"nigeria-army"},
            {"prisoners"},
        ),
        # others than those of whom a pronoun speaks
        ("Des convois des FARDC ont été pris en embuscade par le M23 à Rutshuru.", "attack", {"m23"}, {"fardc"}),
        ("La ville que l'armée éthiopienne avait désertée est vide.", "withdrawal", {"ethiopian-endf"}, set()),
    ],
)
def test_who_does_what_to_whom(read, text, types, actors, targets):
    told = read(text, "fr").claim(types)
    assert {key for key in told.actors if not key.startswith("?")} == actors
    assert set(told.targets) == targets


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Le M23 s'est emparé de vastes pans de territoire.", ["capture"]),
        ("Les rebelles du M23 se sont emparés du chef-lieu de la province.", ["capture"]),
        ("La chute de Konnara a provoqué un exode.", ["capture", "displacement"]),
        ("Trois soldats ont perdu la vie à la suite du passage de leur véhicule sur une mine à Boni.", ["bombing"]),
        ("Le Hamas a fait état jeudi de 50 tués.", ["killing"]),
        ("Une colonne militaire a été prise à partie par des terroristes à Tilloa.", ["attack"]),
        ("La trêve a été violée dès les premières heures.", ["violation"]),
        ("L'ONU s'est dite alarmée par la situation.", ["criticism"]),
        ("La junte birmane a concédé le contrôle de trois localités.", ["loss"]),
        ("L'assassinat du maire de Goma a choqué.", ["killing"]),
        # near misses
        ("Des hommes armés ont enlevé douze villageois à Kajuru.", ["abduction"]),
        ("La trêve est entrée en vigueur vendredi.", ["ceasefire"]),
        ("Trois blessés sont dans un état critique.", []),
        ("Plusieurs ONG font état de crimes de guerre.", []),
        ("Plusieurs collines sont aux mains du M23.", []),
        ("Le M23 a pris la ville, provoquant la fuite des habitants.", ["capture", "displacement"]),
        ("Les rebelles se sont retirés de Goma sous la pression de l'armée.", ["withdrawal"]),
    ],
)
def test_what_happens(read, text, types):
    assert read(text, "fr").types == types


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("Au moins 15 000 habitants ont dû fuir Goma.", "displacement", "asserted"),
        ("Les rebelles tenteraient de progresser vers Bukavu.", "offensive", "reported"),
        ("L'attaque n'a été revendiquée par aucun groupe.", "claim-responsibility", "denied"),
        ("L'attaque n'a été revendiquée par aucun groupe.", "attack", "asserted"),
        ("Les combats n'ont jamais cessé à Goma.", "clash", "asserted"),
        ("Plus de 40 soldats ont été tués à Goma.", "killing", "asserted"),
        ("Personne n'a été tué à Goma.", "killing", "denied"),
    ],
)
def test_in_what_mode(read, text, types, mode):
    assert read(text, "fr").mode(types) == mode


@pytest.mark.parametrize(
    ("text", "types", "speakers"),
    [
        ("De sources concordantes, un gendarme a été tué à Gao.", "killing", ["local-sources"]),
        ("Des hommes ont tué dix villageois à Gao, a fait savoir l'armée malienne.", "killing", ["fama-mali"]),
        ("L'armée nigériane affirme avoir tué dix jihadistes.", "killing", ["nigeria-army"]),
        ("Le M23 avance vers Bukavu.", "offensive", []),
    ],
)
def test_who_says_it(read, text, types, speakers):
    assert read(text, "fr").speakers(types) == speakers


@pytest.mark.parametrize(
    ("text", "types", "places"),
    [
        ("Les rebelles du M23 progressent vers Nyabiondo.", "offensive", {"nyabiondo"}),
        ("C'est la chute de Konnara qui a tout changé.", "capture", {"konnara"}),
        ("L'armée a repris cinq bastions, dont Kitshanga et Mweso.", "capture", {"kitshanga", "mweso"}),
        ("Mali : Gao reprise, Tombouctou encore loin", "capture", {"gao"}),
    ],
)
def test_where(read, text, types, places):
    assert {place.split("?")[-1] for place in read(text, "fr").places(types)} == places


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        # 25 March 2018 is a Sunday; the day before the comma dates what is told, the one behind it the saying
        (
            "Une frappe a tué dix civils mercredi à Kharkiv, ont rapporté des avocats.",
            "shelling|airstrike",
            "2018-03-21",
        ),
        ("Les gangs ont libéré près de 2000 détenus jeudi.", "prisoner-exchange", "2018-03-22"),
        ("Les FARDC ont repris Sake, ville assiégée depuis une semaine.", "capture", "2018-03-24..2018-03-25"),
    ],
)
def test_when(read, text, types, when):
    assert read(text, "fr").time(types) == when


def test_the_second_half_shares_the_auxiliary_of_the_first(read):
    told = read("Quatre policiers ont été tués et deux maisons incendiées à Gao.", "fr")
    assert told.types == ["killing", "destruction"]
    told = read("Un militaire aurait été tué et trois civils blessés à Gao.", "fr")
    assert {claim.modality for claim in told.reading.claims} == {"reported"}
