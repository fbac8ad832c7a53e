import unittest

from probes.same import differences, is_same, within_bounds

ENTRY = "tcp      6 {} SYN_SENT src=10.8.0.5 dst=8.8.8.8 sport=40012 dport=443 [UNREPLIED] src=8.8.8.8 dst={} sport=443 dport={} mark={} use={}"


class Same(unittest.TestCase):
    def test_a_picked_port_lies_within_its_bounds(self) -> None:
        self.assertTrue(within_bounds("dport=<1024-65535> (x)", "dport=1024 (x)"))
        for real in ("dport=1023 (x)", "dport=65536 (x)", "dport= (x)", "sport=1024 (x)", "dport=1024 (y)"):
            self.assertFalse(within_bounds("dport=<1024-65535> (x)", real))

    def test_a_time_out_ticks_and_nothing_else_may(self) -> None:
        said = ENTRY.format(119, "10.1.1.10", "<1024-65535>", 0, 1)
        for seconds, passed, same in ((119, 0, True), (120, 0, True), (116, 2.5, True), (116, 0.1, False), (59, 2, False)):
            real = ENTRY.format(seconds, "10.1.1.10", 40012, 0, 2)
            self.assertEqual(is_same("conntrack", said, real, passed), same, real)
        self.assertFalse(is_same("conntrack", said, ENTRY.format(119, "10.1.1.11", 40012, 0, 1), 0))
        self.assertFalse(is_same("conntrack", said, ENTRY.format(119, "10.1.1.10", 40012, 128, 1), 0))

    def test_conntrack_counts_whatever_its_version(self) -> None:
        said = "conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown."
        self.assertTrue(is_same("conntrack", said, said.replace("1.4.7", "1.4.8"), 0))
        self.assertFalse(is_same("conntrack", said, said.replace("1 flow", "0 flow"), 0))

    def test_counters_and_text_of_a_rule_count_in_every_version(self) -> None:
        said = "    1    60 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0            random-fully"
        self.assertTrue(is_same("iptables", said, said, 0))
        self.assertTrue(is_same("iptables", said, said.replace("0    --", "all  --"), 0, "1.8.10"))
        self.assertTrue(is_same("iptables", said, said.replace("0    --", "all    "), 0, "1.8.7"))
        self.assertFalse(is_same("iptables", said, said.replace("0    --", "all  --"), 0))
        for wrong in (said.replace("60", "84"), said.replace("1 ", "2 "), said.replace(" random-fully", "")):
            for version in ("1.8.9", "1.8.10"):
                self.assertFalse(is_same("iptables", said, wrong, 0, version))

    def test_of_a_set_the_members_count_in_any_order(self) -> None:
        head = ["Name: s", "Type: hash:net", "Revision: 7", "Header: family inet initval <chance>"]
        said = [*head, "Size in memory: 552", "References: 1", "Number of entries: 2", "Members:", "10.0.0.0/8", "192.0.2.0/24"]
        real = [*said[:3], "Header: family inet initval 0x5", *said[4:8], said[9], said[8]]
        self.assertEqual(differences("ipset", said, real, 0), [])
        self.assertEqual(len(differences("ipset", said, [*real[:4], "Size in memory: 600", *real[5:]], 0)), 2)
        self.assertEqual(len(differences("ipset", said, real[:-1], 0)), 3)
        unsized = [*said[:4], "Size in memory: <unknown>", *said[5:]]
        self.assertEqual(differences("ipset", unsized, real, 0), [])


if __name__ == "__main__":
    unittest.main()
