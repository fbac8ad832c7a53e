"""One case from a seed: a node, a table, packets for it."""

from random import Random

from generate import broken
from generate.families import FAMILIES, networks_set, service_entries
from generate.packets import Traffic, packets
from generate.space import Space
from generate.table import Table
from lab.shape import SHAPES, of_family

BROKEN = "broken"
EVERY = (*FAMILIES, BROKEN)
PACKETS = 40
REFUSED_PACKETS = 8
OUTPUT = {"nat": 0.3, "kube": 0.25, "marks": 0.2, "thin": 0.3, "types": 0.3, "odd": 0.1}
"""Share of packets that the node itself sends, in families that write to OUTPUT or look at LOCAL."""
UNRECORDED = ("odd", "crowded", "chance")
"""Families whose answers a recording has no words for."""
RECORDED = tuple(kind for kind in EVERY if kind not in UNRECORDED)


def make(
    seed: int, index: int, family: int, shape: str, kinds: tuple[str, ...] = RECORDED,
    count: int = PACKETS, local: bool = True,
) -> dict:  # fmt: skip
    """The `index`-th case of a seed: the same for ever, whatever ran before it."""
    kind = kinds[index % len(kinds)]
    space = _space(f"{seed}/{index}", family, shape)
    if kind == BROKEN:
        return _broken(space, f"{kind}-{seed}-{index}", broken.one_of(space), REFUSED_PACKETS)
    table = Table()
    FAMILIES[kind](space, table)
    case = _case(space, f"{kind}-{seed}-{index}", table.text(), table.sets_text())
    traffic = Traffic(OUTPUT.get(kind, 0.0) if local else 0.0, 0.5 if kind == "odd" else 0.0, kind == "crowded")
    aim = case["rules"] + case.get("sets", "")
    return case | {"packets": packets(space, aim, count, traffic)}


def refusal(seed: int, index: int, family: int, shape: str, line: broken.Line) -> dict:
    """A table around one known line of trouble, with packets in case the tool takes it."""
    name = f"{BROKEN}-{seed}-{family}-{index}"
    return _broken(_space(f"{seed}/{BROKEN}/{index}", family, shape), name, line, PACKETS)


def _space(seed: str, family: int, shape: str) -> Space:
    return Space(Random(f"{seed}/{family}/{shape}"), family, of_family(SHAPES[shape], family))


def _case(space: Space, name: str, rules: str, sets: str) -> dict:
    case = {"id": name, "node": space.node, "rules": rules}
    if space.family == 6:
        case["family"] = 6
    return case | {"sets": sets} if sets else case


def _broken(space: Space, name: str, line: broken.Line, count: int) -> dict:
    rules = broken.table(space, line)
    sets = Table()
    if line.in_sets or "--match-set" in rules:
        _sets(space, sets)
    case = _case(space, name, rules, sets.sets_text() + broken.set_line(space, line))
    if line.beyond:
        case["beyond"] = True
    return case | {"packets": packets(space, rules, count, Traffic())}


def _sets(space: Space, table: Table) -> None:
    other = 6 if space.family == 4 else 4
    networks_set(space, table, "nets", [])
    table.set("hosts", "hash:ip", space.family, [space.anywhere()])
    table.set("services", "hash:net,port", space.family, service_entries(space))
    table.set("other", "hash:net", other, [])
