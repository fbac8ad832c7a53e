"""
What several packets of one flow do, shown on the kernel with the engine's answers as the prediction.

`snat eval` answers for the first packet of a flow. Everything that follows is bound by that answer,
so each law asks the engine about first packets and then holds the kernel to it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from judge.engine import Engine
from lab.flows import Arrived, collect, discard
from lab.frame import build
from lab.kernel import Kernel
from lab.lab import Lab, built
from lab.shape import N1, of_family

HEAD = "*nat\n:PREROUTING ACCEPT [0:0]\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n"
PROTOCOLS = {4: ("tcp", "udp", "sctp", "icmp"), 6: ("tcp", "udp", "sctp", "icmpv6")}


@dataclass(frozen=True)
class Words:
    """The same story in two IP versions."""

    family: int
    pod: str
    other_pod: str
    server: str
    second_server: str
    service: str
    source: str


WORDS = (
    Words(4, "100.65.0.50", "100.65.0.150", "8.8.8.8", "10.200.7.7", "10.96.0.10", "10.9.9.9"),
    Words(
        6, "fd00:65::32", "fd00:65::96", "2001:4860:4860::8888", "2001:db8:c8::7", "fd00:10::10", "fd09::9"
    ),
)


class Broken(Exception):
    """The kernel did otherwise than the engine and the law say."""


class Story:
    """One law being told in one IP version."""

    def __init__(self, engine: Engine, kernel: Kernel, words: Words) -> None:
        self.engine, self.kernel, self.words = engine, kernel, words

    def predicted(self, rules: str, packets: list[dict]) -> list[dict]:
        case = {"id": "law", "node": of_family(N1, self.words.family), "rules": rules, "packets": packets}
        if self.words.family == 6:
            case["family"] = 6
        answer = self.engine.ask(case)
        if "verdicts" not in answer:
            raise Broken(f"the engine refused {rules}: {answer.get('error')}")
        return answer["verdicts"]

    def packets(self, dst: str, sport: int, src: str | None = None) -> list[dict]:
        """One of each protocol, from the first Pod unless another is named."""
        link = "pod1" if src == self.words.other_pod else "pod0"
        kinds = PROTOCOLS[self.words.family]
        return [
            {"src": src or self.words.pod, "dst": dst, "proto": kind, "in": link, "sport": sport}
            | ({} if kind.startswith("icmp") else {"dport": 80})
            for kind in kinds
        ]

    def passed(self, packet: dict, by: str | None, reply: bool = False) -> Arrived | None:
        """One packet, sent without forgetting any flow."""
        lab: Lab = self.kernel.lab
        discard(lab)
        number = self.kernel.number()
        lab.send(by, build(packet, number, reply))
        return collect(lab, {number}, patience=0.3).get(number)

    def must_leave_as(self, packet: dict, verdict: dict) -> Arrived:
        arrived = self.passed(packet, packet["in"])
        if arrived is None:
            raise Broken(f"{packet} did not leave, {verdict} was predicted")
        said = (verdict["src"], verdict["dst"], verdict["out"])
        if (arrived.seen.src, arrived.seen.dst, arrived.out) != said:
            raise Broken(f"{packet} left as {arrived}, {verdict} was predicted")
        return arrived


def masquerade(words: Words) -> str:
    return f"{HEAD}-A POSTROUTING -d {words.server} -j MASQUERADE\nCOMMIT\n"


def source_nat(words: Words) -> str:
    return f"{HEAD}-A POSTROUTING -d {words.server} -j SNAT --to-source {words.source}\nCOMMIT\n"


def reply_comes_back(story: Story) -> None:
    """A reply is un-translated, and counted by no rule."""
    words = story.words
    rules = (
        f"{HEAD}-A PREROUTING -d {words.service} -j DNAT --to-destination {words.second_server}\n"
        f"-A PREROUTING -s {words.second_server} -j DNAT --to-destination {words.service}\n"
        "-A POSTROUTING -j MASQUERADE\nCOMMIT\n"
    )
    packets = story.packets(words.server, 31001) + story.packets(words.service, 31002)
    verdicts = story.predicted(rules, packets)
    with story.kernel.loaded(words.family, rules):
        for packet, verdict in zip(packets, verdicts):
            left = story.must_leave_as(packet, verdict)
            counted = story.kernel.counters(words.family)
            seen = left.seen
            answer = {"src": seen.dst, "dst": seen.src, "proto": seen.proto, "sport": seen.dport, "dport": seen.sport}
            if seen.proto.startswith("icmp"):
                answer["sport"] = seen.sport
            back = story.passed(answer, left.out, reply=True)
            if back is None or (back.seen.src, back.seen.dst, back.out) != (packet["dst"], packet["src"], packet["in"]):
                raise Broken(f"the reply to {packet} came back as {back}")
            ports = (back.seen.sport, back.seen.dport)
            if "dport" in packet and ports != (packet["dport"], packet["sport"]):
                raise Broken(f"the reply to {packet} came back with ports {ports}")
            if story.kernel.counters(words.family) != counted:
                raise Broken(f"a rule counted the reply to {packet}")


def old_flow_keeps_its_answer(story: Story) -> None:
    """After a change of rules the same five-tuple keeps its answer, a new one gets the new answer."""
    words = story.words
    before, after = source_nat(words), masquerade(words)
    known, fresh = story.packets(words.server, 31003), story.packets(words.server, 31004)
    first, second = story.predicted(before, known), story.predicted(after, fresh)
    if any(a["src"] == b["src"] for a, b in zip(first, second)):
        raise Broken("both tables give the same source: nothing to see")
    with story.kernel.loaded(words.family, before):
        for packet, verdict in zip(known, first):
            story.must_leave_as(packet, verdict)
        story.kernel.replace(words.family, after)
        for packet, verdict in zip(known, first):
            story.must_leave_as(packet, verdict)
        for packet, verdict in zip(fresh, second):
            story.must_leave_as(packet, verdict)


def untranslated_flow_stays_so(story: Story) -> None:
    """A flow that no rule translated stays so, even when a rule for it appears."""
    words = story.words
    before, after = f"{HEAD}COMMIT\n", masquerade(words)
    known = story.packets(words.server, 31005)
    first = story.predicted(before, known)
    with story.kernel.loaded(words.family, before):
        for rules in (before, after):
            story.kernel.replace(words.family, rules)
            for packet, verdict in zip(known, first):
                story.must_leave_as(packet, verdict)


def forgotten_flow_asks_again(story: Story) -> None:
    """Once conntrack has forgotten a flow, the same five-tuple gets the new answer."""
    words = story.words
    before, after = source_nat(words), masquerade(words)
    known = story.packets(words.server, 31006)
    first, second = story.predicted(before, known), story.predicted(after, known)
    with story.kernel.loaded(words.family, before):
        for packet, verdict in zip(known, first):
            story.must_leave_as(packet, verdict)
        story.kernel.replace(words.family, after)
        story.kernel.forget_flows()
        for packet, verdict in zip(known, second):
            story.must_leave_as(packet, verdict)


def later_packets_are_not_counted(story: Story) -> None:
    """Ten packets of one flow count as one."""
    words = story.words
    packet = story.packets(words.server, 31007)[0]
    rules = masquerade(words)
    verdict = story.predicted(rules, [packet])[0]
    with story.kernel.loaded(words.family, rules):
        for _ in range(10):
            story.must_leave_as(packet, verdict)
        counted = story.kernel.counters(words.family)
    if "\n[1:" not in counted or ":PREROUTING ACCEPT [1:" not in counted:
        raise Broken(f"ten packets were counted as\n{counted}")


def second_flow_gives_way(story: Story) -> None:
    """Two Pods with the same source port: the second gets another, of the class that the engine says."""
    words = story.words
    rules = masquerade(words)
    for sport, (lo, hi) in ((31008, (1024, 65535)), (600, (600, 1023)), (500, (1, 511))):
        one, two = (story.packets(words.server, sport, src)[0] for src in (words.pod, words.other_pod))
        said = story.predicted(rules, [one, two])
        with story.kernel.loaded(words.family, rules):
            first, second = (story.must_leave_as(*each) for each in zip((one, two), said))
        if said[0].get("sport") != first.seen.sport or first.seen.sport != sport:
            raise Broken(f"{one} left with port {first.seen.sport}, {said[0]} was predicted")
        first_port, last_port = said[1].get("sportRange", [0, 0])
        narrow = lo <= first_port <= second.seen.sport <= last_port <= hi
        if second.seen.sport == sport or not narrow:
            raise Broken(f"{two} left with port {second.seen.sport}, {said[1]} was predicted")


LAWS: tuple[Callable[[Story], None], ...] = (
    reply_comes_back,
    old_flow_keeps_its_answer,
    untranslated_flow_stays_so,
    forgotten_flow_asks_again,
    later_packets_are_not_counted,
    second_flow_gives_way,
)


def keep(engine: Engine) -> tuple[int, int]:
    """How many laws held and how many did not, each counted once for each IP version."""
    held = 0
    with built(N1) as lab:
        kernel = Kernel(lab)
        for law in LAWS:
            for words in WORDS:
                start = time.monotonic()
                try:
                    law(Story(engine, kernel, words))
                    held += 1
                    print(f"law held, IPv{words.family}, {time.monotonic() - start:.1f} s: {law.__doc__}")
                except Broken as broken:
                    print(f"LAW BROKEN, IPv{words.family}: {law.__doc__}\n  {broken}", flush=True)
    return held, len(LAWS) * len(WORDS) - held
