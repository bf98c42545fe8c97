"""Where a report is: not where a deal was signed or somebody spoke, not what people pass through, not "the area of the blast"."""


def test_a_town_told_by_its_direction_is_the_town_itself(read):
    told = read("A bomb went off in the ruined northern city of Aleppo on Monday.")
    assert told.places("bombing") == {"aleppo"}
    assert read("Fighting broke out in northern Aleppo.").places("clash") == {"northern-aleppo-countryside"}


def test_the_signing_takes_no_report_there(read):
    told = read("Shells hit Luhansk. The truce signed in Minsk has not held. Four people were killed on Sunday.")
    assert told.places("killing") == {"luhansk"}


def test_who_flees_through_a_town_does_not_leave_it(read):
    told = read("Planes bombed Raqqa. Residents were told to leave by a road through the village of Mansoura.")
    assert "mansoura" not in told.places("displacement")


def test_the_area_of_the_blast_is_no_earlier_area(read):
    told = read(
        "A car bomb exploded in Homs. Meanwhile two people were arrested in Tartus. Bodies lay across the area of the blast."
    )
    assert all("tartus" not in claim.places[0] for claim in told.reading.claims if claim.type == "bombing")


def test_the_capital_is_that_of_the_country(read):
    told = read("Rebels have entered Chad from the north. On Friday they attacked the capital.")
    assert told.places("offensive") == {"ndjamena"}


def test_where_somebody_speaks_nothing_else_happens(read):
    told = read(
        "Shells hit Donetsk. In Geneva, an envoy said that talks had failed. Four people were killed on Sunday."
    )
    assert told.places("killing") == {"donetsk"}


def test_the_town_is_not_one_that_a_distance_or_a_flight_names(read):
    told = read("Militants stormed Palma. The convoy fled toward Quelimane. Gunmen burned the town on Tuesday.")
    assert told.places("destruction") == told.places("offensive") == {"palma"}
