"""Modes told by what stands around an event: what is authorised, charged, traced, disowned, feared or to be overseen."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        # authorised, voted for or overseen: still to come
        ("The parliament authorised the deployment of 900 soldiers to Juba.", "deployment", "planned"),
        ("Lawmakers voted to let the army send troops to Juba.", "deployment", "planned"),
        ("Observers will oversee the withdrawal of the militia.", "withdrawal", "planned"),
        ("The exit of the fighters from Bria will pave the way for talks.", "evacuation", "planned"),
        # only traced or alleged
        ("Satellite images suggest that the army shelled the hospital in Nyala.", "shelling", "reported"),
        ("The findings point to a chemical attack on the town.", "chemical-attack", "reported"),
        ("Villagers were shot in the square, they alleged, and nobody helped.", "attack", "reported"),
        # what worries is told as done, or as what may come
        ("The UN voiced concern that civilians had been expelled from Goma.", "displacement", "reported"),
        ("Residents fear that soldiers will kill prisoners.", "killing", "hypothetical"),
        # disowned, or done by nobody
        ("Rwanda said it had nothing to do with the shelling of the camp.", "shelling", "denied"),
        ("Uganda denied any role in the bombing of the market.", "bombing", "denied"),
        ("Neither of the two armies has tried to attack Goma.", "offensive", "denied"),
        # what is possible of a use of it
        ("The council discussed the possible use of air strikes on Bria.", "airstrike", "hypothetical"),
    ],
)
def test_not_told_as_done(read: Reads, text: str, types: str, mode: str) -> None:
    """The mode stands in the words around the event, not at it."""
    assert read(text).mode(types) == mode


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The parliament approved the killing of nobody, but soldiers were deployed to Juba.", "deployment"),
        ("The court will investigate the killing of two monks.", "killing"),
        ("After the failure of the offensive, the rebels fled Goma.", "offensive"),
        ("Kenya called on troops to halt the offensive of the rebels.", "offensive"),
        ("The minister vowed to retake Goma and has sent 400 soldiers to the front.", "deployment"),
        ("The general said that the army had shelled the hospital.", "shelling"),
        ("A UN report released on Tuesday said government troops burned 30 villages.", "destruction"),
        ("It was the worst reported use of gas in the civil war.", "clash"),
        ("Uganda admitted its role in the bombing of the market.", "bombing"),
    ],
)
def test_told_as_done(read: Reads, text: str, types: str) -> None:
    """Near words that leave an event a fact."""
    assert read(text).mode(types) == "asserted"


@pytest.mark.parametrize(
    ("text", "types", "mode"),
    [
        ("Quelque 300 enfants pourraient être morts de faim à Goma.", "killing", "reported"),
        ("Les rebelles pourraient avoir tué douze otages.", "killing", "reported"),
        ("Les rebelles pourraient tuer les otages.", "killing", "hypothetical"),
        ("Des soldats ont pillé le marché de Goma, dénonce l'ONG.", "destruction", "reported"),
        ("Il accuse l'armée de vouloir raser le camp.", "destruction", "reported"),
        ("L'armée dit n'avoir rien à voir avec le bombardement du camp.", "shelling", "denied"),
        ("Après l'échec de l'offensive, les rebelles ont fui Goma.", "offensive", "asserted"),
        ("Le Parlement a autorisé le déploiement de 900 soldats à Goma.", "deployment", "planned"),
        ("Deux officiers négocient la reddition du chef rebelle.", "surrender", "planned"),
        ("La résolution exige dix jours de trêve à Goma.", "ceasefire", "demanded"),
        ("Le chef affirme vouloir combattre les rebelles et appelle à une trêve.", "appeal", "asserted"),
        # terms of a deal, far from it or listed
        (
            "Aux termes de l'accord, signé mardi à Nairobi après deux mois de pourparlers entre le gouvernement et les "
            "rebelles, les deux camps doivent retirer leurs troupes de Goma.",
            "withdrawal",
            "agreed",
        ),
        ("À ces clauses s'ajoute la libération de 40 otages.", "prisoner-exchange", "agreed"),
        (
            "Il est aussi prévu d'échanger 300 prisonniers, dont les noms ont été remis au médiateur, Jean Roux, et "
            "d'ouvrir un couloir humanitaire.",
            "corridor",
            "agreed",
        ),
    ],
)
def test_french(read: Reads, text: str, types: str, mode: str) -> None:
    """The same in French, with its tenses."""
    assert read(text, "fr").mode(types) == mode
