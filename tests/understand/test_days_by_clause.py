"""Days told by how a clause hangs on another, by how long a thing went on, and by how long after it another came."""

import pytest


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        (
            "The army had not entered Goma since May 2014, when a visit ended in fighting.",
            "clash",
            "2014-05-01..2014-05-31",
        ),
        ("The post at Daraa has been cut off since Friday, when rebels fled to the hills.", "withdrawal", "2018-03-23"),
        ("The wounded were taken on Friday to the port, where the Red Cross distributed food.", "aid", "2018-03-23"),
        ("The rebels lost Morek to the army in 2012 and have vowed to retake it.", "threat", "2018-03-24..2018-03-25"),
        ("The rebels left Zabadani after a siege of nearly six weeks.", "siege", "2018-02-11..2018-03-25"),
        ("The rebels left Zabadani after a 24-day siege.", "siege", "2018-03-01..2018-03-25"),
        ("Rebels shelled Hama on Friday, two days after the execution of a colonel.", "killing", "2018-03-21"),
        ("The massacre in Darfur two decades ago shocked the world.", "killing", "1997-03-30..1999-03-30"),
        ("Raids hit the town of Saqba at the weekend.", "airstrike|attack", "2018-03-24..2018-03-25"),
        (
            "The front, signatory to the 2015 Doha accord, admitted that it had lost.",
            "agreement",
            "2015-01-01..2015-12-31",
        ),
        ("The garrison was given until Friday to surrender.", "surrender", "2018-03-25..2018-03-30"),
    ],
)
def test_a_clause_has_the_day_that_its_words_tell(read, text, types, when):
    assert read(text).time(types) == when


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        ("A 12-year-old boy was killed in Saqba on Friday.", "killing", "2018-03-23"),
        ("The two sides agreed on a three-day truce.", "ceasefire", "2018-03-25.."),
        ("The raids came after the killing of a pilot on Friday.", "killing", "2018-03-23"),
        ("The army entered Goma in 2013, when rebels fled it in 2012.", "withdrawal", "2012-01-01..2012-12-31"),
    ],
)
def test_what_stands_beside_a_length_of_time_or_has_its_own_day(read, text, types, when):
    assert read(text).time(types) == when
