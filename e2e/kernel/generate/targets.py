"""What a rule does: one function for each target, each the text of a clause."""

from generate.clauses import masked_number
from generate.space import BACKENDS, PODS, SOURCES, Space

WIDE = ("1024-65535", "32768-40000", "20000-29999", "40000-40999", "1-511", "600-1023")
"""So wide that two flows of one table seldom want the same port."""


def masquerade(space: Space) -> str:
    kind = space.rng.random()
    if kind < 0.6:
        return "-j MASQUERADE"
    return f"-j MASQUERADE {'--random' if kind < 0.8 else '--random-fully'}"


def masquerade_to_ports(space: Space) -> str:
    """Needs `-p`, which it brings along."""
    how = space.rng.choice(("", "", " --random", " --random-fully"))
    proto = space.rng.choice(("tcp", "udp", "sctp"))
    return f"-p {proto} -j MASQUERADE --to-ports {space.rng.choice(WIDE)}{how}"


def bracketed(space: Space, address: str) -> str:
    return f"[{address}]" if space.family == 6 else address


def source_nat(space: Space) -> str:
    rng = space.rng
    address = rng.choice(SOURCES[space.family])
    kind = rng.random()
    if kind < 0.12:
        return f"-j SNAT --to-source {space.span()}{rng.choice(('', '', ' --persistent'))}"
    if kind < 0.75:
        return f"-j SNAT --to-source {address}"
    if kind < 0.9:
        proto = rng.choice(("tcp", "udp", "sctp"))
        return f"-p {proto} -j SNAT --to-source {bracketed(space, address)}:{rng.choice(WIDE)}"
    return f"-j SNAT --to-source {address} {rng.choice(('--random', '--random-fully', '--persistent'))}"


def destination_nat(space: Space) -> str:
    rng = space.rng
    address = rng.choice(BACKENDS[space.family])
    kind = rng.random()
    if kind < 0.08:
        return f"-j DNAT --to-destination {space.span()}{rng.choice(('', '', ' --persistent'))}"
    if kind < 0.6:
        return f"-j DNAT --to-destination {address}"
    proto = rng.choice(("tcp", "udp", "sctp"))
    if kind < 0.9:
        port = rng.choice((80, 8080, 443, 53, 10250, 65535))
        return f"-p {proto} -j DNAT --to-destination {bracketed(space, address)}:{port}"
    lo = rng.randint(1, 65000)
    return f"-p {proto} -j DNAT --to-destination {bracketed(space, address)}:{lo}-{rng.randint(lo, 65535)}"


def redirect(space: Space) -> str:
    kind = space.rng.random()
    if kind < 0.4:
        return "-j REDIRECT"
    proto = space.rng.choice(("tcp", "udp", "sctp"))
    lo = space.rng.choice((80, 8080, 15001, 65535))
    return f"-p {proto} -j REDIRECT --to-ports {lo}" + (f"-{lo + 99}" if kind > 0.85 and lo < 65000 else "")


def netmap(space: Space, chain: str) -> str:
    """One to one; towards the Pods where it changes destinations."""
    if chain == "POSTROUTING" or space.rng.random() < 0.5:
        return f"-j NETMAP --to {space.network()}"
    return f"-j NETMAP --to {space.rng.choice(PODS[space.family][:3])}"


def set_mark(space: Space) -> str:
    rng = space.rng
    number = hex(rng.choice((0, 1, 2, 3, 0x4000, 0x8000, 0xFF, rng.getrandbits(32))))
    match rng.randrange(6):
        case 0:
            return f"-j MARK --set-mark {masked_number(space)}"
        case 1:
            return f"-j MARK --or-mark {number}"
        case 2:
            return f"-j MARK --and-mark {number}"
        case 3:
            return f"-j MARK --xor-mark {number}"
        case _:
            return f"-j MARK --set-xmark {masked_number(space)}"


def connection_mark(space: Space) -> str:
    rng = space.rng
    match rng.randrange(7):
        case 0:
            return f"-j CONNMARK --save-mark --nfmask {hex(rng.getrandbits(32))} --ctmask 0xffffffff"
        case 1 | 2:
            return f"-j CONNMARK --restore-mark{rng.choice(('', ' --mask 0xff', ' --nfmask 0xf0f0 --ctmask 0xffff'))}"
        case 3:
            return f"-j CONNMARK --set-mark {masked_number(space)}"
        case 4:
            return "-j CONNMARK --save-mark"
        case 5:
            return f"-j CONNMARK --{rng.choice(('or', 'and', 'xor'))}-mark {hex(rng.getrandbits(16))}"
        case _:
            return f"-j CONNMARK --set-xmark {masked_number(space)}"


def log(space: Space) -> str:
    return space.rng.choice(
        (
            "-j LOG",
            '-j LOG --log-prefix "seen: "',
            "-j LOG --log-prefix x --log-level 7",
            "-j LOG --log-level info --log-ip-options",
            "-j LOG --log-tcp-sequence --log-tcp-options --log-uid",
        )
    )


def passing(space: Space) -> str:
    """A target after which the packet goes on to the next rule."""
    return space.rng.choice((log, set_mark, set_mark, connection_mark))(space)


def deciding(space: Space, chain: str) -> str:
    """A target that a chain may end in, whatever hook it belongs to."""
    rng = space.rng
    if chain in ("PREROUTING", "OUTPUT"):
        kinds = (accept, back, destination_nat, destination_nat, redirect)
    elif chain == "INPUT":
        kinds = (accept, back, source_nat)
    else:
        kinds = (accept, back, back, masquerade, masquerade, masquerade_to_ports, source_nat)
    if rng.random() < 0.04 and chain in ("PREROUTING", "POSTROUTING", "OUTPUT"):
        return netmap(space, chain)
    return rng.choice(kinds)(space)


def accept(_: Space) -> str:
    return "-j ACCEPT"


def back(_: Space) -> str:
    return "-j RETURN"

