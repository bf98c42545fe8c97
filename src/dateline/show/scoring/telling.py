"""Figures for people and programs: Scores in, lines or JSON out."""

import json
from collections import Counter

from dateline.show.inert import one_line
from dateline.show.scoring.tally import Scores

__all__ = ["as_json", "as_text"]


def as_text(scores: Scores, misses: int = 0) -> str:
    """Return a figure a line with the number of items behind it, alpha by layer, and up to `misses` misses of each layer."""
    lines = [f"{name:34} {value:.3f} ({number})" for name, (value, number) in scores.figures.items()]
    lines += ["", "Krippendorff's alpha, of units that both have coded"]
    for name, (value, number) in scores.alphas.items():
        lines.append(f"{name:34} {'-' if value is None else f'{value:.3f}'} ({number})")
    shown: Counter[str] = Counter()
    told = []
    for miss in scores.misses:
        layer = miss.partition(":")[0]
        shown[layer] += 1
        if shown[layer] <= misses:
            told.append(one_line(miss))
    return "\n".join([*lines, *(["", "Misses", *told] if told else [])]) + "\n"


def as_json(scores: Scores) -> str:
    """Return figures and alphas as one JSON object."""
    content = {
        "figures": {name: {"value": value, "n": number} for name, (value, number) in scores.figures.items()},
        "alpha": {name: {"value": value, "n": number} for name, (value, number) in scores.alphas.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
