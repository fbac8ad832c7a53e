"""What is built is what is read."""

import unittest

from generate.case import EVERY, make
from lab.frame import _checksum, _crc32c, build, parse

ENDS = {4: ("100.65.0.50", "8.8.8.8"), 6: ("fd00:65::32", "2001:4860:4860::8888")}


class Frames(unittest.TestCase):
    def test_a_packet_comes_back_from_its_bytes(self):
        for family, (src, dst) in ENDS.items():
            for proto in ("tcp", "udp", "sctp", "icmp" if family == 4 else "icmpv6"):
                for reply in (False, True):
                    packet = {"src": src, "dst": dst, "proto": proto, "sport": 20000, "dport": 80}
                    seen = parse(build(packet, 4711, reply))
                    assert seen is not None
                    self.assertEqual((seen.number, seen.proto, seen.src, seen.dst, seen.sport), (4711, proto, src, dst, 20000))
                    if "icmp" not in proto:
                        self.assertEqual(seen.dport, 80)
                    if proto != "udp":
                        self.assertEqual(seen.reply, reply)

    def test_checksums_are_those_of_the_standards(self):
        self.assertEqual(_crc32c(b"123456789"), 0xE3069283)
        packet = {"src": "10.0.0.1", "dst": "10.0.0.2", "proto": "icmp", "sport": 1}
        self.assertEqual(_checksum(build(packet, 1)[:20]), 0)
        self.assertEqual(_checksum(build(packet, 1)[20:]), 0)

    def test_a_seed_makes_the_same_case_for_ever(self):
        for index in range(len(EVERY)):
            for family in (4, 6):
                self.assertEqual(make(1, index, family, "N1", EVERY), make(1, index, family, "N1", EVERY))


if __name__ == "__main__":
    unittest.main()
