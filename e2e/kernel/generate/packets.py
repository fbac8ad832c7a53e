"""Packets aimed at the edges of one table's ranges, each the first of a flow of its own."""

from dataclasses import dataclass

from generate import edges
from generate.space import USUAL, Space, sendable

DPORTS = (53, 80, 443, 8080)
FIRST_SPORT = 20000
LOW_SPORTS = (1, 511, 512, 599, 600, 1023, 1024, 65535)
CROWDED_SPORTS = (500, 600, 1023, 1024, 20000)
ODD_DESTINATIONS = {
    4: "224.0.0.1 224.0.0.5 239.1.2.3 255.255.255.255 127.0.0.1 127.9.9.9 0.0.0.0 0.1.2.3".split(),
    6: "ff02::1 ff02::5 ff05::2 ff0e::1 ::1 fe80::1".split(),
}


@dataclass(frozen=True)
class Traffic:
    """Shares of the packets of a table."""

    local: float = 0.0
    """Sent by a process of the node."""
    odd: float = 0.0
    """To what is no unicast: broadcast, multicast, loopback. A process of the node sends none of these."""
    crowded: bool = False
    """Few sources, ports and destinations, so that one flow stands in the way of another."""


def packets(space: Space, text: str, count: int, traffic: Traffic) -> list[dict]:
    aim = _Aim(space, text, traffic)
    return [aim.packet(i) for i in range(count)]


class _Aim:
    def __init__(self, space: Space, text: str, traffic: Traffic) -> None:
        self.space, self.traffic = space, traffic
        at_edges = edges.addresses(text, space.family, space.rng)
        self.edges = [each for each in at_edges if sendable(each)] or USUAL[space.family]
        if traffic.crowded:
            self.edges = space.rng.sample(self.edges, min(2, len(self.edges)))
        self.ports = edges.ports(text) or list(DPORTS)
        self.used: set[int] = set()
        self.flows: set[tuple] = set()

    def packet(self, index: int) -> dict:
        """Drawn anew until it belongs to no flow that an earlier packet opened."""
        while True:
            packet = self._drawn(index)
            ends = frozenset(((packet["src"], packet["sport"]), (packet["dst"], packet.get("dport"))))
            flow = (packet["proto"], ends)
            if flow not in self.flows:
                self.flows.add(flow)
                return packet

    def _drawn(self, index: int) -> dict:
        rng = self.space.rng
        link = self._link()
        odd = link is not None and rng.random() < self.traffic.odd
        packet = {
            "src": self._source(link),
            "dst": self._odd_destination() if odd else self._believable(link),
            "proto": rng.choice(("tcp", "tcp", "tcp", "udp", "udp", "icmp", "sctp")),
            "in": link,
            "sport": rng.choice(CROWDED_SPORTS) if self.traffic.crowded else self._sport(index),
        }
        if packet["proto"] == "icmp":
            return packet | {"proto": "icmp" if self.space.family == 4 else "icmpv6"}
        if self.traffic.crowded:
            return packet | {"dport": rng.choice(DPORTS[:2])}
        kind = rng.random()
        usual = rng.choice(self.ports) if kind < 0.45 else rng.choice(DPORTS)
        return packet | {"dport": usual if kind < 0.85 else rng.randint(1, 65535)}

    def _link(self) -> str | None:
        space, kind = self.space, self.space.rng.random()
        if kind < self.traffic.local:
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
        # A packet from outside that claims the node's own address is a martian, which no Pod sends.
        return candidate if space.is_foreign(candidate) else space.pod(space.pod_links[0])

    def _odd_destination(self) -> str:
        space = self.space
        return space.rng.choice((*ODD_DESTINATIONS[space.family], *space.ends, *space.ends))

    def _believable(self, link: str | None) -> str:
        """A broadcast by the node itself would come back to it as well as leave."""
        space = self.space
        candidate = self._destination(link)
        if link is None and candidate not in space.own and not space.is_foreign(candidate):
            return space.pod(space.pod_links[0])
        return candidate

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
        if port in self.used or FIRST_SPORT <= port < FIRST_SPORT + 100:
            port = FIRST_SPORT + index
        self.used.add(port)
        return port
