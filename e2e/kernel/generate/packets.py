"""Packets aimed at the edges of one table's ranges, each the first of a flow of its own."""

from generate import edges
from generate.space import USUAL, Space, sendable

DPORTS = (53, 80, 443, 8080)
FIRST_SPORT = 20000
LOW_SPORTS = (1, 511, 512, 599, 600, 1023, 1024, 65535)


def packets(space: Space, text: str, count: int, local: float) -> list[dict]:
    """`local` is the share of packets that a process of the node sends."""
    aim = _Aim(space, text)
    return [aim.packet(i, local) for i in range(count)]


class _Aim:
    def __init__(self, space: Space, text: str) -> None:
        self.space = space
        at_edges = edges.addresses(text, space.family, space.rng)
        self.edges = [each for each in at_edges if sendable(each)] or USUAL[space.family]
        self.ports = edges.ports(text) or list(DPORTS)
        self.used: set[int] = set()

    def packet(self, index: int, local: float) -> dict:
        link = self._link(local)
        packet = {
            "src": self._source(link),
            "dst": self._destination(link),
            "proto": self.space.rng.choice(("tcp", "tcp", "tcp", "udp", "udp", "icmp", "sctp")),
            "in": link,
            "sport": self._sport(index),
        }
        if packet["proto"] == "icmp":
            return packet | {"proto": "icmp" if self.space.family == 4 else "icmpv6"}
        rng = self.space.rng
        kind = rng.random()
        usual = rng.choice(self.ports) if kind < 0.45 else rng.choice(DPORTS)
        return packet | {"dport": usual if kind < 0.85 else rng.randint(1, 65535)}

    def _link(self, local: float) -> str | None:
        space, kind = self.space, self.space.rng.random()
        if kind < local:
            return None
        if kind > 0.9:
            return space.rng.choice(space.uplinks)
        return space.pod_links[0] if space.rng.random() < 0.7 else space.rng.choice(space.pod_links)

    def _source(self, link: str | None) -> str:
        space, rng = self.space, self.space.rng
        if link is None:
            return rng.choice(space.own)
        if link in space.uplinks:
            candidate = rng.choice((rng.choice(self.edges), space.anywhere(), rng.choice(USUAL[space.family])))
        elif rng.random() < 0.12:
            candidate = rng.choice(self.edges)
        else:
            candidate = space.pod(link)
        # A packet from outside that claims the node's own address is a martian.
        usable = sendable(candidate) and candidate not in space.own
        return candidate if usable else space.pod(space.pod_links[0])

    def _destination(self, link: str | None) -> str:
        space, rng = self.space, self.space.rng
        kind = rng.random()
        if link in space.uplinks and kind < 0.5:
            return space.pod(rng.choice(space.pod_links))
        if kind < 0.62:
            return rng.choice(self.edges)
        if kind < 0.7:
            return rng.choice(space.own)
        if kind < 0.76:
            return space.pod(rng.choice(space.pod_links))
        if kind < 0.88:
            return rng.choice(USUAL[space.family])
        return space.anywhere()

    def _sport(self, index: int) -> int:
        """No two flows of a table share one, so none takes another's port."""
        rng = self.space.rng
        port = FIRST_SPORT + index
        if rng.random() < 0.15:
            port = rng.choice((*LOW_SPORTS, *self.ports))
        while port in self.used or (FIRST_SPORT <= port < FIRST_SPORT + 100 and port != FIRST_SPORT + index):
            port = FIRST_SPORT + index
        self.used.add(port)
        return port
