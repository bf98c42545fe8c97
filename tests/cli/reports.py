"""Made-up reports: a folder and a number in, that many small files in English and French out, each with a date of its own."""

from datetime import date, timedelta
from pathlib import Path

_PLACES = ("Douma", "Idlib", "Aleppo", "Homs", "Daraa", "Raqqa")
_ENGLISH = """{place}, {day} (Morning Wire) - Government forces shelled {place} on {weekday}, killing {killed} civilians, activists said.

Rebels captured a checkpoint near {place} on {weekday}, according to the Syrian Observatory for Human Rights. The Syrian army denied that it had shelled the town.

The United Nations called on both sides to stop fighting. Russia said the rebels had broken the ceasefire in {place}.
"""
_FRENCH = """{place}, le {day} (Dépêche du Soir) - L'armée syrienne a bombardé {place} {weekday}, tuant {killed} civils, selon des militants.

Les rebelles ont repris un village près de {place}. L'ONU a appelé les deux camps à cesser les combats.
"""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def write_reports(folder: Path, number: int, repeat: int = 1) -> list[Path]:
    """Write `number` reports, each `repeat` times as long, and a documents.csv with their dates; return the reports."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, paths = ["file,outlet,published"], []
    for at in range(number):
        day = date(2018, 3, 1) + timedelta(days=at)
        french = at % 3 == 2
        template, weekdays = (_FRENCH, _JOURS) if french else (_ENGLISH, _DAYS)
        parts = []
        for part in range(repeat):
            place = _PLACES[(at + part) % len(_PLACES)]
            words = {"place": place, "killed": 3 + (at + part) % 7, "weekday": weekdays[day.weekday()]}
            parts.append(template.format(day=day.strftime("%d/%m/%Y"), **words))
        path = folder / f"report-{at:02}.txt"
        path.write_text("\n".join(parts), encoding="utf-8", newline="\n")
        rows.append(f"{path.name},{'Dépêche du Soir' if french else 'Morning Wire'},{day.isoformat()}")
        paths.append(path)
    (folder / "documents.csv").write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")
    return paths
