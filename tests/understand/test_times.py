"""When: time words against the publication date, which here is Sunday 25 March 2018; open ends stay open."""

from datetime import timedelta

import pytest

SHELLED = "Rebels shelled Aleppo"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{SHELLED} on Friday.", "2018-03-23"),
        (f"On Thursday, r{SHELLED[1:]}.", "2018-03-22"),
        (f"{SHELLED} on Monday.", "2018-03-19"),
        (f"{SHELLED} on Sunday.", "2018-03-25"),
        (f"{SHELLED} early on Thursday.", "2018-03-22"),
        (f"{SHELLED} last Tuesday.", "2018-03-20"),
        (f"{SHELLED} on Saturday evening.", "2018-03-24"),
        (f"{SHELLED} today.", "2018-03-25"),
        (f"{SHELLED} yesterday.", "2018-03-24"),
        (f"{SHELLED} two days ago.", "2018-03-23"),
        (f"{SHELLED} on 3 February 2017.", "2017-02-03"),
        (f"{SHELLED} on February 3, 2017.", "2017-02-03"),
        (f"{SHELLED} on 2018-03-12.", "2018-03-12"),
        (f"{SHELLED} on 20 March.", "2018-03-20"),
        (f"{SHELLED} on December 20.", "2017-12-20"),
        (f"{SHELLED} on the 1st of March 2018.", "2018-03-01"),
        (f"{SHELLED} in January.", "2018-01-01..2018-01-31"),
        (f"{SHELLED} in March 2016.", "2016-03-01..2016-03-31"),
        (f"{SHELLED} in 2015.", "2015-01-01..2015-12-31"),
        (f"{SHELLED} last year.", "2017-01-01..2017-12-31"),
        (f"{SHELLED} last month.", "2018-02-01..2018-02-28"),
        (f"{SHELLED} over the weekend.", "2018-03-24..2018-03-25"),
        (f"{SHELLED} between 3 and 7 March.", "2018-03-03..2018-03-07"),
        (f"{SHELLED} from 3 to 7 March.", "2018-03-03..2018-03-07"),
        (f"{SHELLED} on 12 and 13 March.", "2018-03-12..2018-03-13"),
        (f"The army said on Friday that r{SHELLED[1:]} on Thursday.", "2018-03-22"),
        (f"Since Monday, r{SHELLED[1:]}.", "2018-03-19..2018-03-25"),
        (f"Talks began on Friday, three days after r{SHELLED[1:]}.", "2018-03-20"),
        (f"Talks began, a week after r{SHELLED[1:]}.", "2018-03-15..2018-03-21"),
        (f"Two years after r{SHELLED[1:]}, talks began on 20 March 2018.", "2015-09-20..2016-09-18"),
        (f"Talks began on Friday, three days after r{SHELLED[1:]} on 2 March.", "2018-03-02"),
    ],
)
def test_days_of_what_happened(read, text, when):
    told = read(text)
    assert told.time("shelling") == when
    assert told.claim("shelling").time.basis == "text"


def test_a_weekday_is_the_last_one_on_or_before_publication(read):
    for back, weekday in enumerate("Sunday Saturday Friday Thursday Wednesday Tuesday Monday".split()):
        time = read(f"{SHELLED} on {weekday}.").claim("shelling").time
        assert time.earliest == time.latest
        assert time.latest is not None
        assert (time.latest + timedelta(days=back)).isoformat() == "2018-03-25"


@pytest.mark.parametrize(
    ("text", "types", "when", "published"),
    [
        (
            "The rebels have until Wednesday to leave Douma.",
            "withdrawal|evacuation",
            "2018-03-25..2018-03-28",
            "2018-03-25",
        ),
        ("The army gave the rebels until Wednesday to surrender.", "surrender", "2018-03-25..2018-03-28", "2018-03-25"),
        ("The army has besieged Douma since 2012.", "siege", "2012-01-01..2018-03-25", "2018-03-25"),
        ("The army has besieged Douma since Wednesday.", "siege", "2018-03-21..2018-03-25", "2018-03-25"),
        (
            "The Rapid Support Forces have besieged El Fasher since May 2024.",
            "siege",
            "2024-05-01..2025-02-11",
            "2025-02-11",
        ),
        ("The rebels will leave Douma on Tuesday.", "withdrawal|evacuation", "2018-03-27", "2018-03-25"),
        ("The rebels will leave Douma tomorrow.", "withdrawal|evacuation", "2018-03-26", "2018-03-25"),
        (
            "Fighters will leave Douma in the coming days.",
            "withdrawal|evacuation",
            "2018-03-25..2018-04-01",
            "2018-03-25",
        ),
        ("The Houthis seized Sanaa in September 2014.", "capture", "2014-09-01..2014-09-30", "2018-03-25"),
        ("Russian forces captured Mariupol in May 2022.", "capture", "2022-05-01..2022-05-31", "2023-11-08"),
        ("The Sudanese army retook Khartoum on 26 March 2025.", "capture", "2025-03-26", "2025-04-01"),
        ("The prisoners will be released by Friday.", "prisoner-exchange", "2018-03-25..2018-03-30", "2018-03-25"),
        ("By Friday the army had captured the town of Saqba.", "capture", "..2018-03-23", "2018-03-25"),
    ],
)
def test_bounds_plans_and_other_years(read, text, types, when, published):
    assert read(text, published=published).time(types) == when


def test_vague_words_give_days_before_publication(read):
    for words in ("a few days earlier", "in recent days", "last week", "three weeks ago"):
        time = read(f"Government forces shelled Aleppo {words}.").claim("shelling").time
        assert time.earliest and time.latest, words
        assert time.earliest.isoformat() >= "2018-01-25", words
        assert time.earliest < time.latest, words
        assert time.latest.isoformat() < "2018-03-26", words


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Les rebelles ont bombardé Alep vendredi.", "2018-03-23"),
        ("Vendredi, les rebelles ont bombardé Alep.", "2018-03-23"),
        ("Les rebelles ont bombardé Alep dimanche.", "2018-03-25"),
        ("Les rebelles ont bombardé Alep lundi dernier.", "2018-03-19"),
        ("Les rebelles ont bombardé Alep hier.", "2018-03-24"),
        ("Les rebelles ont bombardé Alep le 3 février 2017.", "2017-02-03"),
        ("Les rebelles ont bombardé Alep le 20 mars.", "2018-03-20"),
        ("Les rebelles ont bombardé Alep le 1er mars.", "2018-03-01"),
        ("Les rebelles ont bombardé Alep en janvier.", "2018-01-01..2018-01-31"),
        ("Les rebelles ont bombardé Alep en mars 2016.", "2016-03-01..2016-03-31"),
        ("Les rebelles ont bombardé Alep en 2015.", "2015-01-01..2015-12-31"),
        ("Les rebelles ont bombardé Alep il y a trois jours.", "2018-03-22"),
        ("Les rebelles ont bombardé Alep dans la nuit de jeudi à vendredi.", "2018-03-22..2018-03-23"),
        ("Depuis lundi, les rebelles ont bombardé Alep.", "2018-03-19..2018-03-25"),
    ],
)
def test_french_days(read, text, when):
    assert read(text, "fr").time("shelling") == when


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        ("L'armée assiège la ville de Douma depuis 2013.", "siege", "2013-01-01..2018-03-25"),
        ("Les rebelles quitteront Douma mardi.", "withdrawal|evacuation", "2018-03-27"),
        ("Les rebelles quitteront Douma demain.", "withdrawal|evacuation", "2018-03-26"),
        ("Les Houthis ont attaqué Sanaa en septembre 2014.", "attack|offensive", "2014-09-01..2014-09-30"),
    ],
)
def test_french_bounds_and_plans(read, text, types, when):
    assert read(text, "fr").time(types) == when


@pytest.mark.parametrize(
    ("text", "when", "basis"),
    [
        (f"{SHELLED} on Friday.", "..", "relative"),
        (f"{SHELLED} yesterday.", "..", "relative"),
        (f"{SHELLED} on 3 February.", "..", "relative"),
        (f"{SHELLED} last week.", "..", "relative"),
        (f"{SHELLED}.", "..", "unknown"),
        (f"{SHELLED} on 3 February 2017.", "2017-02-03", "text"),
        (f"{SHELLED} in March 2016.", "2016-03-01..2016-03-31", "text"),
        (f"Since 2013, r{SHELLED[1:]}.", "2013-01-01..", "text"),
    ],
)
def test_without_a_publication_date_the_interval_stays_open_and_says_why(read, text, when, basis):
    told = read(text, published="")
    assert (told.time("shelling"), told.claim("shelling").time.basis) == (when, basis)


def test_news_without_time_words_has_its_time_from_the_publication_alone(read):
    time = read(f"{SHELLED}.").claim("shelling").time
    assert time.basis == "publication"
    assert time.latest is not None
    assert time.latest.isoformat() == "2018-03-25"


def test_two_events_of_one_sentence_keep_their_own_days(read):
    told = read("On Thursday rebels shelled Aleppo, and on Friday the army captured Saqba.")
    assert (told.time("shelling"), told.time("capture")) == ("2018-03-22", "2018-03-23")


def test_a_day_of_the_relative_clause_is_not_that_of_the_main_clause(read):
    told = read("The Houthis, who seized Sanaa in 2014, shelled Taiz on Friday.")
    assert (told.time("capture"), told.time("shelling")) == ("2014-01-01..2014-12-31", "2018-03-23")


def test_a_past_clause_does_not_date_the_news_of_the_day(read):
    assert not read("The Houthis, who seized Sanaa in 2014, shelled Taiz.").claim("shelling").background


def test_what_is_long_over_is_background_and_news_is_not(read):
    assert read(f"{SHELLED} in March 2016.").claim("shelling").background
    assert not read(f"{SHELLED} on Friday.").claim("shelling").background


def test_a_day_stands_on_its_words(read):
    told = read(f"{SHELLED} on Friday.")
    assert "Friday" in [told.words(e.span) for e in told.claim("shelling").evidence if e.field == "time"]


@pytest.mark.parametrize(
    ("text", "types", "time"),
    [
        ("Under the deal, fighters are to leave Raqqa on Wednesday.", "agreement", "..2018-03-25"),
        ("Families called for help for Madaya, under a siege since March 2015.", "appeal", "2018-03-24..2018-03-25"),
        ("The group kept the deal, and the army shelled Douma on Friday.", "shelling", "2018-03-23"),
        ("The two sides agreed on Friday to resume the evacuation of Mariupol.", "evacuation", "2018-03-23.."),
    ],
)
def test_a_day_belongs_to_the_clause_that_tells_it(read, text, types, time):
    assert read(text).time(types) == time


def test_march_in_a_date_is_no_march(read):
    assert read("The offensive against Tabqa started on March 21.").types == ["offensive"]


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("earlier this month", "2018-03-01..2018-03-25"),
        ("this week", "2018-03-19..2018-03-25"),
        ("in early March", "2018-03-01..2018-03-10"),
        ("in mid-March", "2018-03-11..2018-03-20"),
        ("in late February", "2018-02-18..2018-02-28"),
        ("in the first week of March", "2018-03-01..2018-03-07"),
        ("at the end of February", "2018-02-22..2018-02-28"),
        ("last summer", "2017-06-21..2017-09-22"),
        ("in autumn 2016", "2016-09-23..2016-12-20"),
        ("between March 1 and March 10", "2018-03-01..2018-03-10"),
        ("from 28 February to 3 March", "2018-02-28..2018-03-03"),
        ("on the 12th", "2018-03-12"),
        ("on the 28th", "2018-02-28"),
        ("since 2014", "2014-01-01..2018-03-25"),
    ],
)
def test_parts_of_months_seasons_and_spans(read, when, time):
    assert read(f"Rebels shelled Hama {when}.").time("shelling") == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Rebels have shelled Hama for three days.", "2018-03-22..2018-03-25"),
        ("Twelve people died in five days of shelling in Hama.", "2018-03-20..2018-03-25"),
        ("Rebels will shell Hama for three days.", None),
    ],
)
def test_how_long_it_has_lasted(read, text, time):
    found = read(text).time("shelling")
    assert found == time if time else found != "2018-03-22..2018-03-25"


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("début mars", "2018-03-01..2018-03-10"),
        ("à la mi-mars", "2018-03-11..2018-03-20"),
        ("fin février", "2018-02-18..2018-02-28"),
        ("ce mois-ci", "2018-03-01..2018-03-25"),
        ("cette semaine", "2018-03-19..2018-03-25"),
        ("l'été dernier", "2017-06-21..2017-09-22"),
        ("le mois dernier", "2018-02-01..2018-02-28"),
    ],
)
def test_french_parts_of_months_and_seasons(read, when, time):
    assert read(f"Les rebelles ont bombardé Hama {when}.", "fr").time("shelling|airstrike") == time


@pytest.mark.parametrize(
    ("text", "types", "language"),
    [
        ("The rebels have withdrawn from Hama.", "withdrawal", "en"),
        ("The mayor said that the rebels had withdrawn from Hama.", "withdrawal", "en"),
        ("The government rejected the truce.", "refusal", "en"),
        ("Government troops now encircle Hama.", "siege", "en"),
        ("Les rebelles se sont retirés de Hama.", "withdrawal", "fr"),
    ],
)
def test_what_a_verb_tells_without_a_day_is_news_of_the_day(read, text, types, language):
    told = read(text, language)
    assert (told.time(types), told.claim(types).time.basis) == ("2018-03-24..2018-03-25", "publication")


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The withdrawal of the rebels from Hama drew criticism.", "withdrawal"),  # named, not told
        ("The rebels had withdrawn from Hama.", "withdrawal"),  # before what the report tells
        ("The rebels, who have withdrawn from Hama, shelled Homs.", "withdrawal"),
        ("The fighting has displaced 30,000 people.", "displacement"),  # a sum of the war
    ],
)
def test_what_is_looked_back_on_happened_by_the_day_of_the_report(read, text, types):
    assert read(text).time(types) == "..2018-03-25"


def test_what_is_said_on_a_day_to_have_happened_is_of_that_day_or_the_one_before(read):
    told = read("The army said on Friday that its troops had withdrawn from Hama.")
    assert told.time("withdrawal") == "2018-03-22..2018-03-23"


@pytest.mark.parametrize(
    ("text", "types", "when"),
    [
        ("Talks began on Friday. Two days earlier, rebels had shelled Hama.", "shelling", "2018-03-21"),
        ("Talks began on 12 March. Rebels shelled Hama the same day.", "shelling", "2018-03-12"),
        ("Talks began on 12 March. Three days before, rebels had shelled Hama.", "shelling", "2018-03-09"),
        ("Talks began on 12 March. Two days ago, rebels shelled Hama.", "shelling", "2018-03-23"),  # from now
        ("Rebels shelled Hama overnight.", "shelling", "2018-03-24..2018-03-25"),
        ("The mayor announced on 12 March that the rebels would leave Hama.", "withdrawal|evacuation", "2018-03-12.."),
        ("The raid launched in January destroyed a school in Hama.", "airstrike|attack", "2018-01-01..2018-01-31"),
    ],
)
def test_days_told_from_another(read, text, types, when):
    assert read(text).time(types) == when


@pytest.mark.parametrize(
    ("when", "published", "time"),
    [
        ("by mid-January", "2018-12-13", "2018-12-13..2019-01-20"),
        ("by April", "2018-03-25", "2018-03-25..2018-04-30"),
        ("in January", "2018-03-25", "2018-01-01..2018-01-31"),
    ],
)
def test_a_month_that_ends_something_may_be_the_next_one(read, when, published, time):
    assert read(f"The prisoners will be released {when}.", published=published).time("prisoner-exchange") == time


def test_a_length_of_time_in_another_clause_lasts_no_time_of_this_one(read):
    told = read("The rebels have shelled Hama; its stores hold food for three weeks.")
    assert told.time("shelling") == "2018-03-24..2018-03-25"


def test_what_was_ordered_on_a_day_was_ordered_on_the_last_one(read):
    told = read("The withdrawal from Hama had been ordered on Wednesday.")
    assert told.time("withdrawal") in ("2018-03-21", "2018-03-21..")
    assert read("The rebels are taken out of Hama on Friday under the plan.").time("evacuation") != "2018-03-21"


@pytest.mark.parametrize(
    ("text", "types", "language", "when"),
    [
        ("The town fell after seven days of airstrikes.", "airstrike", "en", "2018-03-18..2018-03-25"),
        ("The truce came after weeks of fierce clashes in Hama.", "clash", "en", "2018-02-25..2018-03-25"),
        ("L'accord a été signé après neuf jours de négociations.", "negotiation", "fr", "2018-03-16..2018-03-25"),
    ],
)
def test_days_of_something_are_how_long_it_lasted(read, text, types, language, when):
    assert read(text, language).time(types) == when


def test_days_of_something_date_nothing_else(read):
    assert read("Rebels shelled Hama after seven days of calm.").time("shelling") == "2018-03-24..2018-03-25"
    assert read("Rebels shelled Hama on Friday after two weeks of talks.").time("shelling") == "2018-03-23"
    told = read("The early days of the battle for Hama saw heavy losses.")
    assert told.claim("clash|offensive").time.basis == "publication"


def test_since_when_nothing_was_like_it_is_not_when_it_happened(read):
    text = "It was the most significant victory over the rebels since they were driven from Aleppo in 2016."
    assert "2016" not in read(text).time("loss")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and the rebels agreed on Tuesday to a truce in Abeche.",
        "The rebels signed on Tuesday a ceasefire with Chad in Abeche.",
    ],
)
def test_the_day_of_agreeing_is_not_a_day_to_come(read, text):
    assert read(text, "en", "2006-03-16").time("ceasefire").startswith("2006-03-14")  # read on a Thursday
