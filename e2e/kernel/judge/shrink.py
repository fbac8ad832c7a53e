"""
The smallest case that still differs: fewer packets, then fewer rules, sets and matches.

Knows nothing of kernels: it is given a question that a case answers with yes or no.
"""

import re
from collections.abc import Callable, Iterator

CLAUSE = re.compile(r'(?<!!) (?=(?:! )?-)(?=(?:[^"]*"[^"]*")*[^"]*$)')


def shrink(case: dict, fails: Callable[[dict], bool]) -> dict:
    """A case that fails, none of whose candidates does."""
    while (smaller := next(filter(fails, candidates(case)), None)) is not None:
        case = smaller
    return case


def candidates(case: dict) -> Iterator[dict]:
    """Every way to make the case a step smaller, the largest steps first."""
    yield from _fewer(case, "packets", case["packets"])
    rules = case["rules"].split("\n")
    removable = [i for i, line in enumerate(rules) if _is_removable(line, rules)]
    yield from _fewer_lines(case, "rules", rules, removable)
    if "sets" in case:
        sets = case["sets"].split("\n")
        yield from _fewer_lines(case, "sets", sets, [i for i, line in enumerate(sets) if line])
    for i, line in enumerate(rules):
        for shorter in _shorter(line):
            yield case | {"rules": "\n".join([*rules[:i], shorter, *rules[i + 1 :]])}


def _is_removable(line: str, lines: list[str]) -> bool:
    """Rules, and user chains that no rule names."""
    if line.startswith((":", "*")) or line in ("", "COMMIT"):
        name = line[1:].split(" ")[0]
        user = line.startswith(":") and " - " in line
        return user and not any(name in other.split(" ") for other in lines if other != line)
    return True


def _fewer(case: dict, key: str, items: list) -> Iterator[dict]:
    for kept in _without_chunks(list(range(len(items)))):
        if kept:
            yield case | {key: [items[i] for i in kept]}


def _fewer_lines(case: dict, key: str, lines: list[str], removable: list[int]) -> Iterator[dict]:
    for kept in _without_chunks(removable):
        gone = set(removable) - set(kept)
        yield case | {key: "\n".join(line for i, line in enumerate(lines) if i not in gone)}


def _without_chunks(items: list[int]) -> Iterator[list[int]]:
    """The list without one half, one quarter, … one element."""
    size = max(1, len(items) // 2)
    while items:
        for start in range(0, len(items), size):
            yield items[:start] + items[start + size :]
        if size == 1:
            return
        size //= 2


def _shorter(line: str) -> Iterator[str]:
    """A rule without one of its clauses; a match module goes with all of its options."""
    if not line.startswith("-A "):
        return
    parts = _modules(CLAUSE.split(line))
    for i in range(1, len(parts)):
        if not parts[i].startswith(("-j", "-g")):
            yield " ".join(parts[:i] + parts[i + 1 :])


def _modules(parts: list[str]) -> list[str]:
    """Joins the long options to the clause that they belong to."""
    joined: list[str] = []
    for part in parts:
        if joined and part.startswith(("--", "! --")) and not joined[-1].startswith("-A "):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined
