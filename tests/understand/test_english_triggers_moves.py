"""English reports of any war: moves, captives, sieges and words about deals in the many ways papers put them; near misses."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Rebel fighters slipped out of Marawi under cover of night, a spokesman said.", "withdrawal"),
        ("The last 300 militants stole out of the town before dawn.", "withdrawal"),
        ("Tanks and artillery must be withdrawn from the buffer zone by Friday.", "withdrawal"),
        ("Government troops are pressing on towards the river.", "offensive"),
        ("The militia has been trying for weeks to seize Benghazi.", "offensive"),
        ("Tigrayan forces continued their advance across Amhara region.", "offensive"),
        ("Lyman is the fifth town to be freed by the army.", "capture"),
        ("Government lines south of Debaltseve have crumbled.", "loss"),
        ("Two soldiers died when their vehicle strayed into a minefield near Goma.", "bombing"),
        ("Prisoners were shot in a ditch outside the town.", "killing"),
        ("In Darfur too many lives are lost.", "killing"),
        ("Surgeons performed sixty amputations in two days.", "aid"),
        ("Volunteers of the Red Cross collected bodies in the streets.", "aid"),
        ("Some 23,000 people have been registered in the camps around Tawila.", "displacement"),
        ("Damascus denies forcing anyone out.", "displacement"),
        ("The peacekeepers were confined to their compound.", "siege"),
        ("The whereabouts of 7,000 men remain unknown.", "abduction"),
        ("Militants seized 30 peacekeepers from their posts.", "abduction"),
        ("Soldiers separated the men from their families in Vukovar.", "arrest"),
        ("Twelve Ukrainian soldiers were taken captive.", "arrest"),
        ("Men were being screened for links to the group.", "investigation"),
        ("Russian military police will be posted on the bridge.", "deployment"),
        ("The king sent his army back into the province.", "deployment"),
        ("Some 300 rebels left for Idlib under a deal.", "evacuation"),
        ("The ports will be placed under UN supervision.", "handover"),
        ("The UN regards the transfer as ethnic cleansing.", "accusation"),
        ("Most of them have flouted the arms embargo.", "violation"),
        ("Traffic on the Aleppo highway is to be restored.", "corridor"),
        ("The 1992 civil war drew in three neighbours.", "clash"),
    ],
)
def test_a_move_is_found_in_the_words_of_english_papers(read: Reads, sentence: str, type: str) -> None:
    assert type in read(sentence).types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("The burglars slipped out of the flat by a window.", "withdrawal"),
        ("The team pressed on towards the title.", "offensive"),
        ("The advance of science cannot be halted.", "offensive"),
        ("The farm was freed from weeds by hand.", "capture"),
        ("The firm crumbled under its debts.", "loss"),
        ("He lost his life savings on the exchange.", "killing"),
        ("The patient was confined to her bed.", "siege"),
        ("Two paintings are missing from the gallery.", "abduction"),
        ("The whereabouts of the treasure remain unknown.", "abduction"),
        ("The boys were separated from the girls in class.", "arrest"),
        ("Pupils are screened for hearing problems.", "investigation"),
        ("He posted a video of the guard online.", "deployment"),
        ("The tenor left for Vienna under a new agreement.", "evacuation"),
        ("The chef regards fast food as a crime.", "accusation"),
        ("The actor left without signing autographs.", "refusal"),
        ("Traffic was restored on the bridge after the accident.", "corridor"),
        ("A civil war museum opened in the old mill.", "clash"),
    ],
)
def test_everyday_english_makes_no_such_move(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence).types


@pytest.mark.parametrize(
    "sentence",
    [
        "About 40,000 are trapped in the enclave.",
        "Hundreds are trapped in the town.",
        "Some 900 are trapped in Kadugli.",
    ],
)
def test_a_number_that_counts_nothing_else_counts_people(read: Reads, sentence: str) -> None:
    assert "siege" in read(sentence).types


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("The Ministry of Displacement and Migration published a report.", "displacement"),
        ("A spokesman of the Joint Operations Command read a statement.", "offensive"),
        ("The Popular Mobilisation has an office in Baghdad.", "deployment"),
        ("It is a medical aid group run by Syrian expatriates.", "aid"),
        ("Gunmen opened fire on an aid convoy near Goma.", "aid"),
        ("He will hold talks with both veto-wielding members.", "vote"),
    ],
)
def test_what_only_names_somebody_or_is_hit_is_no_event(read: Reads, sentence: str, type: str) -> None:
    assert type not in read(sentence).types


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("Egypt welcomed the agreement announced on Monday in Doha.", {"praise", "agreement"}),
        ("The war for Khartoum has cost 10,000 lives.", {"clash", "killing"}),
    ],
)
def test_what_a_sentence_tells_beside_its_verb_is_kept(read: Reads, sentence: str, types: set[str]) -> None:
    assert types <= set(read(sentence).types)


def test_the_aim_of_an_offensive_is_no_second_one(read: Reads) -> None:
    assert read("The army launched a ground offensive seeking to recapture Mosul.").types == ["offensive"]


def test_gas_used_in_the_attack_is_one_event_with_its_dead(read: Reads) -> None:
    assert set(read("Chlorine was used in the raid which left 60 people dead.").types) == {"chemical-attack"}


def test_the_bombardment_just_told_keeps_its_means(read: Reads) -> None:
    told = read(
        "Artillery shelled Taiz on Friday. The bombardment hit a school. Jets flew over Aden, a bomb was found."
    )
    assert "airstrike" not in told.types
