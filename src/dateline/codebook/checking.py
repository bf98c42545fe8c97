"""The codebook's files, shipped and a user's own, in; what is wrong with them out, each with file, line and remedy."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from dateline.codebook.form import Finding, TypeFile, Where, check_form, groups_of
from dateline.codebook.types import read_type
from dateline.codebook.vocabulary import load_vocabulary
from dateline.codebook.yaml_file import load_with_lines, slot_text
from dateline.errors import CodebookError

__all__ = ["Finding", "check"]

_NO_EVENT = "none"


def check(codebook_root: Path | None = None, extra: Path | None = None) -> tuple[Finding, ...]:
    """Return what is wrong in the codebook at `codebook_root` (None: the shipped one) and in a folder over it."""
    root = codebook_root or Path(str(resources.files("dateline.codebook")))
    if not (root / "types").is_dir() or (extra and not extra.is_dir()):
        raise CodebookError(f"{extra or root}: no such folder; name one that holds YAML files of event types")
    findings: list[Finding] = []
    holding = [root / "control.yaml", root / "presence.yaml"]
    shipped = _read([*sorted((root / "types").glob("*.yaml")), *holding], True, findings)
    own = _read(sorted(extra.glob("*.yaml")) if extra else [], False, findings)
    replaced = {file.type for file in own if not file.adds}
    files = [file for file in shipped if file.type not in replaced] + own
    for file in files:
        findings += check_form(file, load_vocabulary())
    findings += [*_names(files), *_example_types(files), *_repeated_examples(files), *_claimed_twice(files)]
    findings += _loads(files, {finding.file for finding in findings if finding.severity == "error"})
    return tuple(sorted(findings, key=lambda finding: (finding.severity, finding.file, finding.line)))


def _read(paths: Iterable[Path], shipped: bool, findings: list[Finding]) -> list[TypeFile]:
    """Return the files that are YAML; note those that are not."""
    files: list[TypeFile] = []
    for path in paths:
        try:
            if path.exists():
                files.append(TypeFile(path, *load_with_lines(path), shipped))
        except CodebookError as error:
            reason = str(error).removeprefix(f"{path}: ").partition(";")[0]
            findings.append(Finding(str(path), 1, "", reason, "mend the file; see docs/codebook.md for the form"))
    return files


def _names(files: list[TypeFile]) -> Iterator[Finding]:
    """Yield ids given twice, and references to types that do not exist."""
    ids: set[str] = set()
    for file in (file for file in files if not file.adds):
        if file.type in ids:
            yield file.error(("id",), f"the id {file.type!r} is given by two files", "choose another one")
        ids.add(file.type)
    for file in files:
        negated = file.data.get("negated")
        if file.adds and file.type not in ids:
            yield file.error(("add_to",), f"adds to the unknown type {file.type!r}", "see `dateline codebook show`")
        if negated and negated not in ids:
            yield file.error(("negated",), f"unknown type {negated!r}", "see `dateline codebook show`")
        for role in file.data.get("usual") or ():
            if role not in ("actor", "target"):
                yield file.error(("usual", role), f"{role!r} cannot be usual", "name actor or target")


def _example_types(files: list[TypeFile]) -> Iterator[Finding]:
    known = {file.type for file in files if not file.adds} | {_NO_EVENT}
    for file, where, example in _examples(files):
        if "type" in example and example["type"] not in known:
            text = f"an example of the unknown type {example['type']!r}"
            yield file.error(where, text, f"name a type of the codebook, or {_NO_EVENT}")


def _repeated_examples(files: list[TypeFile]) -> Iterator[Finding]:
    """Yield sentences that stand twice: an error where they are said to be of two types."""
    seen: dict[str, tuple[TypeFile, str]] = {}
    for file, where, example in _examples(files):
        text, truth = " ".join(str(example["text"]).casefold().split()), str(example.get("type") or file.type)
        if text not in seen:
            seen[text] = (file, truth)
            continue
        first, told = seen[text]
        place = "twice in this file" if first is file else f"in {first.path.name} too"
        if told == truth:
            yield file.warning(where, f"the same example stands {place}", "write another one")
        else:
            problem = f"the same example stands {place}, there of type {told}, here of type {truth}"
            yield file.error(where, problem, "decide for one type")


def _claimed_twice(files: list[TypeFile]) -> Iterator[Finding]:
    """Yield triggers that two types claim under the same conditions: at equal weight, which one wins is chance."""
    claims: dict[tuple[str, ...], list[tuple[TypeFile, Where, str, float]]] = defaultdict(list)
    for file in (file for file in files if file.data.get("group") != "control"):
        for language, part, where, group in groups_of(file):
            conditions = [_flat(group.get(key)) for key in ("if", "not")]
            for word in group.get("words") or ():
                key = (language, part, str(word).lower(), *conditions)
                claims[key].append((file, where, str(word), float(group.get("weight") or 0.8)))
    for claimed in claims.values():
        first, *others = claimed
        for file, where, word, weight in others:
            if file.type == first[0].type:
                yield file.warning(where, f"{word!r} stands twice under the same conditions", "take one out")
            elif weight == first[3]:
                problem = f"{word!r} is claimed by {first[0].type} too, under the same conditions and with equal weight"
                yield file.error(where, problem, "give it to one type, or tell them apart by `if`, `not` or `weight`")
            else:
                problem = f"{word!r} is claimed by {first[0].type} too, under the same conditions"
                yield file.warning(where, problem, "the lighter one never wins: take it out, or give it another `if`")


def _loads(files: list[TypeFile], faulty: set[str]) -> Iterator[Finding]:
    """Yield what the loader would stumble over and no other check saw."""
    for file in files:
        if str(file.path) not in faulty:
            filler = dict.fromkeys(("id", "name", "group", "definition"), file.type) if file.adds else {}
            try:
                read_type(file.path, filler | file.data)
            except CodebookError as error:
                yield file.error((), str(error).removeprefix(f"{file.path}: "), "see docs/codebook.md for the form")


def _examples(files: list[TypeFile]) -> "Iterator[tuple[TypeFile, Where, dict[str, object]]]":
    for file in files:
        for at, example in enumerate(file.data.get("examples") or ()):
            if isinstance(example, dict) and example.get("text"):
                yield file, ("examples", at), example


def _flat(conditions: object) -> str:
    """Return conditions as text that does not depend on their order."""
    if not isinstance(conditions, dict):
        return ""
    values = {slot_text(k): v if isinstance(v, list) else [v] for k, v in conditions.items()}
    return "; ".join(f"{slot}: {','.join(sorted(map(slot_text, values[slot])))}" for slot in sorted(values))
