"""The smaller case is smaller, still differs, and is still a table."""

import unittest

from judge.shrink import candidates, shrink

CASE = {
    "id": "x",
    "rules": "\n".join(
        (
            "*nat",
            ":PREROUTING ACCEPT [0:0]",
            ":POSTROUTING ACCEPT [0:0]",
            ":C0 - [0:0]",
            ":C1 - [0:0]",
            "-A PREROUTING -d 10.0.0.0/8 -j MARK --set-xmark 0x1/0x1",
            '-A POSTROUTING ! -s 10.0.0.0/8 -p tcp -m tcp ! --dport 80 -m comment --comment "-d here" -j C0',
            "-A POSTROUTING -j C1",
            "-A C0 -d 10.1.0.0/16 -m mark ! --mark 0x1/0x1 -j MASQUERADE --random",
            "COMMIT",
            "",
        )
    ),
    "sets": "create a hash:net family inet\nadd a 10.0.0.0/8\nadd a 11.0.0.0/8\n",
    "packets": [{"sport": port} for port in range(20000, 20040)],
}


class Shrinking(unittest.TestCase):
    def test_leaves_only_what_the_difference_needs(self):
        def fails(case: dict) -> bool:
            return "-j MASQUERADE" in case["rules"] and {"sport": 20017} in case["packets"]

        small = shrink(CASE, fails)
        self.assertEqual(small["packets"], [{"sport": 20017}])
        self.assertEqual(small["sets"].strip(), "")
        rules = [line for line in small["rules"].split("\n") if line.startswith("-A")]
        self.assertEqual(rules, ["-A C0 -j MASQUERADE --random"])
        self.assertNotIn(":C1", small["rules"])
        self.assertIn(":C0", small["rules"])

    def test_keeps_packets_that_only_differ_together(self):
        together = [{"sport": 20003}, {"sport": 20031}]
        small = shrink(CASE, lambda case: all(each in case["packets"] for each in together))
        self.assertEqual(small["packets"], together)

    def test_a_match_goes_with_all_of_its_options(self):
        line = next(line for line in CASE["rules"].split("\n") if "--comment" in line)
        alone = {"id": "x", "packets": [{}], "rules": line}
        found = {each["rules"] for each in candidates(alone)} - {""}
        self.assertEqual(
            found,
            {
                '-A POSTROUTING -p tcp -m tcp ! --dport 80 -m comment --comment "-d here" -j C0',
                '-A POSTROUTING ! -s 10.0.0.0/8 -m tcp ! --dport 80 -m comment --comment "-d here" -j C0',
                '-A POSTROUTING ! -s 10.0.0.0/8 -p tcp -m comment --comment "-d here" -j C0',
                "-A POSTROUTING ! -s 10.0.0.0/8 -p tcp -m tcp ! --dport 80 -j C0",
            },
        )

    def test_never_takes_the_table_itself_away(self):
        for each in candidates(CASE):
            lines = each["rules"].split("\n")
            self.assertEqual(lines[0], "*nat")
            self.assertIn("COMMIT", lines)
            self.assertIn(":POSTROUTING ACCEPT [0:0]", lines)
            self.assertTrue(each["packets"])


if __name__ == "__main__":
    unittest.main()
