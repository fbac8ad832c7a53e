"""The packets meet the edges that a table's text names."""

import unittest
from random import Random

from generate import edges


class Edges(unittest.TestCase):
    def found(self, text: str, family: int = 4) -> list[str]:
        return edges.addresses(text, family, Random(1))

    def test_of_a_range_are_its_ends_and_their_neighbours(self):
        found = self.found("-d 10.1.2.0/24 -j ACCEPT")
        for edge in ("10.1.1.255", "10.1.2.0", "10.1.2.255", "10.1.3.0"):
            self.assertIn(edge, found)

    def test_of_a_span_too(self):
        found = self.found("--dst-range 10.1.2.5-10.1.2.9")
        for edge in ("10.1.2.4", "10.1.2.5", "10.1.2.9", "10.1.2.10"):
            self.assertIn(edge, found)

    def test_a_mask_with_holes_is_left_by_one_bit(self):
        found = self.found("-d 10.0.0.5/255.0.255.255")
        kept = [each for each in found if each.startswith("10.") and each.endswith(".0.5")]
        self.assertTrue(kept)
        self.assertLess(len(kept), len(found))

    def test_ipv6_ranges_are_found_beside_ports_and_brackets(self):
        found = self.found("-A X -d 2001:db8::/32 -p tcp --dport 80 -j DNAT --to-destination [fd00::7]:8080", 6)
        for edge in ("2001:db8::", "2001:db9::", "fd00::7", "fd00::8"):
            self.assertIn(edge, found)

    def test_ports_come_with_their_neighbours_and_stay_ports(self):
        found = edges.ports("--dports 80,1000:2000 --sport 65535 add s 10.0.0.0/8,tcp:53")
        for edge in (79, 80, 81, 999, 1000, 1001, 1999, 2000, 2001, 65534, 65535, 52, 53, 54):
            self.assertIn(edge, found)
        self.assertNotIn(65536, found)


if __name__ == "__main__":
    unittest.main()
