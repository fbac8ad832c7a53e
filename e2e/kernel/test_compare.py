"""A difference is found, and what is none is not."""

import unittest

from judge.compare import differences

PACKET = {"src": "10.0.0.1", "dst": "8.8.8.8", "proto": "tcp", "in": "pod0", "sport": 20000, "dport": 80}
LEFT = {"src": "10.1.1.10", "dst": "8.8.8.8", "out": "eth0", "sport": 20000, "dport": 80}
COUNTERS = "*nat\n:POSTROUTING ACCEPT [0:0]\n[1:40] -A POSTROUTING -j MASQUERADE\nCOMMIT"


def kinds(real: dict, said: dict, rules: str = "-j MASQUERADE", counters: str = COUNTERS) -> list[str]:
    case = {"rules": rules, "packets": [PACKET]}
    kernel = {"verdicts": [real], "counters": COUNTERS}
    return [each.kind for each in differences(case, kernel, {"verdicts": [said], "counters": counters})]


class Comparing(unittest.TestCase):
    def test_the_same_is_no_difference(self):
        self.assertEqual(kinds(LEFT, LEFT), [])

    def test_every_member_of_a_verdict_counts(self):
        for member, other in (("src", "10.0.0.1"), ("dst", "8.8.4.4"), ("out", None), ("sport", 5), ("dport", 5)):
            self.assertEqual(kinds(LEFT, LEFT | {member: other}), [f"packet: {member}"])

    def test_a_range_must_hold_the_port_and_must_be_called_for(self):
        picked = {key: LEFT[key] for key in ("src", "dst", "out", "dport")}
        inside, outside = picked | {"sportRange": [1024, 65535]}, picked | {"sportRange": [1, 511]}
        self.assertEqual(kinds(LEFT, inside, "-j MASQUERADE --random"), [])
        self.assertEqual(kinds(LEFT, outside, "-j MASQUERADE --random"), ["packet: sport"])
        self.assertEqual(kinds(LEFT, inside, "-j MASQUERADE"), ["packet: sport"])

    def test_one_of_several_ways_is_enough_where_chance_decides(self):
        kept = LEFT | {"src": "10.0.0.1"}
        rules = "-m statistic --mode random --probability 0.5 -j MASQUERADE"
        self.assertEqual(kinds(LEFT, kept | {"alternatives": [kept, LEFT]}, rules), [])
        self.assertEqual(kinds(LEFT, kept | {"alternatives": [kept]}, rules), ["packet: src"])

    def test_packet_counts_and_the_text_of_rules_count_and_bytes_do_not(self):
        self.assertEqual(kinds(LEFT, LEFT, counters=COUNTERS.replace("[1:40]", "[1:99]")), [])
        self.assertEqual(kinds(LEFT, LEFT, counters=COUNTERS.replace("[1:40]", "[2:40]")), ["counters"])
        self.assertEqual(kinds(LEFT, LEFT, counters=COUNTERS.replace("-j", "-g")), ["counters"])

    def test_dropped_is_not_delivered(self):
        self.assertEqual(kinds({"out": None, "dropped": True}, {"out": None}), ["packet: dropped"])

    def test_a_refusal_by_one_alone_is_a_difference(self):
        case = {"rules": "", "packets": []}
        loaded = {"verdicts": [], "counters": ""}
        for kernel, engine in (({"error": "no"}, loaded), (loaded, {"error": "no"})):
            self.assertEqual(len(differences(case, kernel, engine)), 1)
        self.assertEqual(differences(case, {"error": "a"}, {"error": "b"}), [])


if __name__ == "__main__":
    unittest.main()
