"""Takes the record that read_and_brief.py makes and writes its claims, with the words they rest on, to claims.csv."""

import csv
import sys
from pathlib import Path

import dateline

COLUMNS = ["outlet", "published", "type", "modality", "actors", "targets", "places", "earliest", "latest", "words"]


def main(path: str, target: str) -> None:
    """Write one row a claim; several actors or places of one claim are separated by `|`."""
    record = dateline.open_record(path)
    documents = {document.id: document for document in record.documents()}
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for claim in record.claims():
            document = documents[claim.document]
            roles = ["|".join(ids) for ids in (claim.actors, claim.targets, claim.places)]
            words = " ".join(document.text[claim.span.start : claim.span.end].split())
            told = [document.outlet, document.published.date, claim.type, claim.modality.value]
            rows.writerow([*told, *roles, claim.time.earliest, claim.time.latest, words])


if __name__ == "__main__":
    main(*(sys.argv[1:3] if len(sys.argv) > 2 else ("aleppo.dateline", "claims.csv")))
