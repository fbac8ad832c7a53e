"""What a rule looks at: one function for each kind of match, each the text of a clause."""

from collections.abc import Callable

from generate.space import PODS, Space
from generate.table import Table

PORTS = (1, 22, 53, 79, 80, 81, 443, 1023, 1024, 8080, 20010, 20020, 32767, 32768, 65534, 65535)
COMMENTS = ("x", '"a b"', '"to the office"', "cali:O3lYWMrLQYEMJtB5", '"say \\"no\\""', "it's")
TYPES = {
    4: "UNICAST LOCAL BROADCAST MULTICAST ANYCAST UNSPEC BLACKHOLE UNREACHABLE PROHIBIT".split(),
    6: "UNICAST LOCAL MULTICAST UNSPEC".split(),
}
STATES = ("NEW", "NEW,ESTABLISHED", "ESTABLISHED,RELATED", "INVALID", "NEW,UNTRACKED", "SNAT", "DNAT", "NEW,SNAT")


def negated(space: Space, chance: float = 0.25) -> str:
    return "! " if space.rng.random() < chance else ""


def source(space: Space) -> str:
    pods = space.rng.random() < 0.75
    what = space.rng.choice(PODS[space.family]) if pods else space.written()
    return f"{negated(space)}-s {what}"


def destination(space: Space) -> str:
    if space.rng.random() < 0.02:
        return f"-d {space.written()},{space.network()}"
    return f"{negated(space, 0.15)}-d {space.written()}"


def interface(space: Space, option: str, links: list[str]) -> str:
    name = space.rng.choice(links)
    kind = space.rng.random()
    if kind < 0.25:
        name = f"{name[: space.rng.randint(1, len(name))]}+"
    elif kind < 0.3:
        name = name[:-1]
    return f"{negated(space)}{option} {name}"


def interfaces(space: Space, chain: str) -> str:
    """`-i` or `-o`, as the hook allows; a user chain may ask for either and see neither."""
    every = [*space.pod_links, *space.uplinks, "lo"]
    if chain in ("PREROUTING", "INPUT"):
        return interface(space, "-i", every)
    if chain in ("OUTPUT", "POSTROUTING"):
        return interface(space, "-o", every)
    return interface(space, space.rng.choice(("-o", "-o", "-i")), every)


def ports(space: Space, at_most: int = 65535) -> str:
    rng = space.rng
    if rng.random() < 0.55:
        return str(rng.choice(PORTS))
    lo = rng.randint(0, at_most)
    hi = rng.randint(lo, at_most)
    kind = rng.random()
    if kind < 0.08:
        return f":{hi}"
    if kind < 0.16:
        return f"{lo}:"
    return f"{lo}:{hi}"


def protocol(space: Space) -> str:
    """`-p`, with the options of its own module or without."""
    rng = space.rng
    name = rng.choice(("tcp", "tcp", "udp", "udp", "sctp", "icmp"))
    if name == "icmp":
        return icmp(space) if rng.random() < 0.6 else f"{negated(space)}-p {icmp_name(space)}"
    kind = rng.random()
    if kind < 0.3:
        return f"{negated(space)}-p {name}"
    if kind < 0.4:
        return multiport(space, name)
    if kind < 0.45 and name == "tcp":
        flags = rng.choice(("--syn", "--tcp-flags SYN,ACK SYN", "--tcp-flags FIN,SYN,RST,ACK ACK", "--tcp-flags ALL SYN"))
        return f"-p tcp -m tcp {negated(space)}{flags}"
    module = f"-m {name} " if rng.random() < 0.7 else ""
    match rng.random():
        case chance if chance < 0.65:
            return f"-p {name} {module}{negated(space)}--dport {ports(space)}"
        case chance if chance < 0.85:
            return f"-p {name} {module}{negated(space)}--sport {source_ports(space)}"
        case _:
            return f"-p {name} {module}--sport {source_ports(space)} {negated(space)}--dport {ports(space)}"


def source_ports(space: Space) -> str:
    lo = 20000 + space.rng.randint(0, 40)
    return f"{lo}:{lo + space.rng.randint(0, 20)}" if space.rng.random() < 0.7 else ports(space)


def icmp_name(space: Space) -> str:
    return "icmp" if space.family == 4 else space.rng.choice(("ipv6-icmp", "icmpv6"))


def icmp(space: Space) -> str:
    rng = space.rng
    if space.family == 4:
        kind = rng.choice(("8", "8/0", "echo-request", "8/1", "0", "13", "3/4", "any"))
        return f"-p icmp -m icmp {negated(space)}--icmp-type {kind}"
    kind = rng.choice(("128", "128/0", "echo-request", "129", "128/1", "1"))
    return f"-p {icmp_name(space)} -m icmp6 {negated(space)}--icmpv6-type {kind}"


def multiport(space: Space, name: str | None = None) -> str:
    rng = space.rng
    side = rng.choice(("--dports", "--dports", "--sports", "--ports"))
    many: list[str] = []
    room = rng.randint(1, 15)
    while room > 0:
        lo = rng.choice((*PORTS, rng.randint(1, 65534), 20000 + rng.randint(0, 40)))
        if rng.random() < 0.3 and room >= 2 and lo < 65535:
            many.append(f"{lo}:{rng.randint(lo + 1, 65535)}" if lo < 20000 else f"{lo}:{min(lo + 9, 65535)}")
            room -= 2
        else:
            many.append(str(lo))
            room -= 1
    which = name or rng.choice(("tcp", "udp", "sctp"))
    return f"-p {which} -m multiport {negated(space)}{side} {','.join(many)}"


def address_type(space: Space) -> str:
    rng = space.rng
    side = rng.choice(("--dst-type", "--dst-type", "--src-type"))
    kinds = rng.sample(TYPES[space.family], rng.choice((1, 1, 1, 2)))
    if rng.random() < 0.4:
        kinds = ["LOCAL"]
    first = f"-m addrtype {negated(space, 0.4)}{side} {','.join(kinds)}"
    if rng.random() > 0.1:
        return first
    other = "--src-type" if side == "--dst-type" else "--dst-type"
    return f"{first} {negated(space)}{other} {rng.choice(('UNICAST', 'LOCAL'))}"


def mark(space: Space) -> str:
    kind = "mark" if space.rng.random() < 0.75 else "connmark"
    return f"-m {kind} {negated(space)}--mark {masked_number(space)}"


def masked_number(space: Space) -> str:
    rng = space.rng
    value = rng.choice((0, 1, 2, 3, 0x4000, 0x8000, 0x4001, 0xFFFFFFFF, rng.getrandbits(32)))
    text = hex(value) if rng.random() < 0.7 else str(value)
    if rng.random() < 0.3:
        return text
    mask = rng.choice((1, 2, 3, 0x4000, 0xC000, 0xFF, 0xFFFFFFFF, rng.getrandbits(32)))
    return f"{text}/{hex(mask)}"


def state(space: Space) -> str:
    if space.rng.random() < 0.2:
        return f"-m state {negated(space)}--state {space.rng.choice(STATES[:4])}"
    return f"-m conntrack {negated(space)}--ctstate {space.rng.choice(STATES)}"


def address_range(space: Space) -> str:
    side = "--dst-range" if space.rng.random() < 0.8 else "--src-range"
    first = f"-m iprange {negated(space)}{side} {space.span()}"
    if space.rng.random() > 0.1:
        return first
    other = "--src-range" if side == "--dst-range" else "--dst-range"
    return f"{first} {negated(space)}{other} {space.span()}"


def comment(space: Space) -> str:
    return f"-m comment --comment {space.rng.choice(COMMENTS)}"


def nth(space: Space) -> str:
    every = space.rng.randint(1, 6)
    packet = space.rng.randrange(every)
    return f"-m statistic --mode nth {negated(space)}--every {every} --packet {packet}"


def member(space: Space, table: Table) -> str:
    """A match on one of the table's sets, or nothing where it has none."""
    made = [line.split()[1:3] for line in table.sets if line.startswith("create ")]
    if not made:
        return ""
    name, kind = space.rng.choice(made)
    side = space.rng.choice(("src", "dst", "dst"))
    sides = f"{side},{space.rng.choice(('src', 'dst', side))}" if "," in kind else side
    return f"-m set {negated(space)}--match-set {name} {sides}"


Clause = Callable[[Space], str]
EXTRA: list[tuple[float, Clause]] = [
    (0.45, protocol),
    (0.14, address_type),
    (0.06, mark),
    (0.08, state),
    (0.1, address_range),
    (0.2, comment),
]


def clauses(space: Space, table: Table, chain: str, thin: float = 1.0) -> list[str]:
    """
    What a rule of a chain asks, in any order that the tool takes. `thin` below 1 asks for less, so
    that more packets match.
    """
    rng = space.rng
    asked: list[str] = []
    if rng.random() < 0.35 * thin:
        asked.append(source(space))
    if rng.random() < 0.75 * thin:
        asked.append(destination(space))
    if rng.random() < 0.2 * thin:
        asked.append(interfaces(space, chain))
    asked.extend(clause(space) for chance, clause in EXTRA if rng.random() < chance * thin)
    if rng.random() < 0.4 * thin:
        asked.append(member(space, table))
    if rng.random() < 0.15:
        rng.shuffle(asked)
    return asked


def without_protocol(asked: list[str]) -> list[str]:
    """For a target that brings a `-p` of its own, which a rule may hold once."""
    return [each for each in asked if not each.startswith(("-p ", "! -p "))]
