"""One flow on its way over one node: real machines at both ends, the node's tools asked in between."""

import ipaddress
import shlex
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from lab.kernel import TOOLS
from lab.lab import Lab, built
from lab.shape import links
from lab.stack import Stack, wait_for, whole_checksums
from probes.flow import answer, begun, listening
from probes.wire import on_wire

Lines = list[str]


@dataclass
class Heard:
    """What was printed: of each command at each stage, with the seconds since the flow's last packet."""

    printed: dict[tuple[str, str], tuple[Lines, float]] = field(default_factory=dict)
    wire: list[str] = field(default_factory=list)


class Refused(Exception):
    """The tools do not take what the playground writes."""


def play(passage: dict) -> Heard:
    """The stages at which both sides can be asked, and what the kernel's side says there."""
    network = passage["network"]
    with built(network, mute=False) as lab:
        for device in links(network):
            whole_checksums(lab.node, device)
        lab.node.sysctl(netfilter__nf_conntrack_acct=0, netfilter__nf_conntrack_timestamp=0)
        load(lab, passage)
        return Play(lab, passage).whole()


def load(lab: Lab, passage: dict) -> None:
    if passage["sets"]:
        _must(lab, ("ipset", "restore"), passage["sets"])
    for family, rules in passage["rules"].items():
        _must(lab, (f"{TOOLS[int(family)]}-restore",), rules)


def _must(lab: Lab, command: tuple[str, ...], text: str) -> None:
    done = lab.node.run(*command, text=text)
    if done.returncode != 0:
        raise Refused(f"{' '.join(command)}: {done.stderr.strip()}")


class Play:
    def __init__(self, lab: Lab, passage: dict) -> None:
        self.lab, self.passage = lab, passage
        self.heard = Heard()
        self.sends, self.takes = passage["own"]["sends"], passage["own"]["takes"]
        self.back = passage["comesBack"]
        self.came, self.left = exact(passage["came"]), exact(passage["left"])
        self.enters = device_to(passage["network"], self.came["src"])
        self._since = time.monotonic()

    def whole(self) -> Heard:
        self.ask("before")
        with ExitStack() as ends:
            client = None if self.sends else ends.enter_context(self._stack(self.came["src"], "client"))
            server = None if self.takes else ends.enter_context(self._stack(self.left["dst"], "server"))
            at_client = self.lab.node if client is None else client.namespace
            at_server = self.lab.node if server is None else server.namespace
            arrived = {**self.left, "dport": self.left["dport"]}
            listener = None
            if self.back in ("answer", "all"):
                listener = ends.enter_context(listening(at_server, arrived))
            ends.enter_context(begun(at_client, self.came))
            self._first(client)
            self._further(client, server, listener)
        return self.heard

    def _first(self, client: Stack | None) -> None:
        if client is not None:
            self._into_node(self.enters, client.sent())
        if not self.takes:
            self.exits, self.packet = self._out_of_node()
            self.ask("begun")

    def _further(self, client: Stack | None, server: Stack | None, listener: socket.socket | None) -> None:
        if self.back == "nothing":
            self.ask("over")
            return
        if server is not None:
            server.deliver(self.packet)
        answer(listener, self.left)
        if server is not None:
            self._into_node(self.exits, server.sent())
        if client is not None:
            back = self._out_of_node()[1]
            # When a refusal comes, a probe tells at once what is left of the flow.
            if self.back != "refusal":
                self.ask("answered")
            if self.back == "all":
                client.deliver(back)
        if self.back == "all" and self.came["proto"] == "tcp":
            self._third(client)
        self.ask("over")

    def _third(self, client: Stack | None) -> None:
        """The handshake's last packet, of which no probe tells."""
        if client is not None:
            self.lab.send(self.enters, client.sent())
        if not self.takes:
            wait_for([(self.exits, self.lab.far[self.exits])])
        self._since = time.monotonic()

    def _into_node(self, device: str, packet: bytes) -> None:
        self.lab.send(device, packet)
        self._saw(device, "In", packet)

    def _out_of_node(self) -> tuple[str, bytes]:
        device, packet = wait_for(list(self.lab.far.items()))
        self._saw(device, "Out", packet)
        return device, packet

    def _saw(self, device: str, way: str, packet: bytes) -> None:
        self._since = time.monotonic()
        self.heard.wire.append(f"{device} {way} {on_wire(packet)}")

    @contextmanager
    def _stack(self, address: str, wire: str) -> Iterator[Stack]:
        stack = Stack(self.lab, address, wire)
        try:
            yield stack
        finally:
            stack.close()

    def ask(self, stage: str) -> None:
        for each in self.passage["prints"]:
            if each["tool"] == "tcpdump":
                continue
            # A refusal goes to stderr, and so does the line by which conntrack counts.
            done = self.lab.node.run(*shlex.split(each["command"]))
            lines = [*done.stdout.splitlines(), *done.stderr.splitlines()]
            self.heard.printed[each["command"], stage] = (lines, time.monotonic() - self._since)


def exact(sent: dict) -> dict:
    """Of a port that a kernel picked before, the first that it may be."""
    return sent | {name: sent[name] and sent[name][0] for name in ("sport", "dport")}


def device_to(network: dict, address: str) -> str:
    """By which of the node's devices an address is reached, and so comes from."""
    at = ipaddress.ip_address(address)
    routes = [(ipaddress.ip_network(route["to"], strict=False), route["dev"]) for route in network["routes"]]
    fitting = [(to.prefixlen, dev) for to, dev in routes if to.version == at.version and at in to]
    # The first of the longest.
    return max(fitting, key=lambda each: each[0])[1] if fitting else links(network)[0]
