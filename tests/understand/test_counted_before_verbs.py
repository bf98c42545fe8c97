"""People counted with "over" or "around" before a verb are who it tells of."""

import pytest

from tests.understand.conftest import Reads


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrov, the head of the Russian centre, said that over 20,000 civilians who were held by rebels have left Aleppo.",
        "The envoy said on Monday that around 300 villagers trapped by the fighting have left Aleppo.",
        "The mayor said that about 4,000 residents who had no water have left Aleppo.",
    ],
)
def test_who_is_counted_leaves(read: Reads, text: str) -> None:
    assert read(text).claim("evacuation|displacement").actors == ("civilians",)


@pytest.mark.parametrize("words", ["Under the 2015 deal", "Over two days of talks", "After around 20 days"])
def test_what_is_no_count_of_people_stays_beside_the_verb(read: Reads, words: str) -> None:
    assert read(f"{words}, troops left Homs.").claim("evacuation|withdrawal").actors == ("syrian-army",)
