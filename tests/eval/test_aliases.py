"""Only names that stand in the hand-coded reports and nowhere else are cut from the theatres; rows and main names stay whole."""

import csv

from tests.eval.run_aliases import Cutting, folded

ALIASES = "actor,alias,language,from,to\nhill-front,Front of the Hill,en,,\nhill-front,Hill Men,en,,\nhill-front,Hillists,en,,\n"
PLACES = "id,name,kind,lat,lon,aliases_en,aliases_fr\noldbridge,Oldbridge,town,1,2,Old Bridge|Bridgetown,Vieux-Pont\n"


def test_what_only_the_coded_reports_have_is_cut(tmp_path):
    (tmp_path / "aliases.csv").write_text(ALIASES, encoding="utf-8")
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    gold = folded(["The Front of the Hill left OLDBRIDGE, old bridge or Vieux-Pont.", "Hill Men came."])
    cutting = Cutting(gold, folded(["Hill Men fought at Oldbridge.", "Hillists too."]))
    cutting.theatre(tmp_path)
    assert sorted(cutting.cut) == [("aliases", "Front of the Hill"), ("places", "Old Bridge"), ("places", "Vieux-Pont")]
    aliases = list(csv.DictReader((tmp_path / "aliases.csv").open(encoding="utf-8")))
    assert [row["alias"] for row in aliases] == ["Hill Men", "Hillists"]
    (place,) = csv.DictReader((tmp_path / "places.csv").open(encoding="utf-8"))
    assert (place["name"], place["aliases_en"], place["aliases_fr"]) == ("Oldbridge", "Bridgetown", "")
