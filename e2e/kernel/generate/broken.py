"""Tables with a line that the tool may refuse. Whether it does is the tool's to say, never ours."""

from dataclasses import dataclass

from generate.space import Space
from generate.table import BUILT_IN

COMMON = r"""
-A POSTROUTING -m nosuch -j MASQUERADE
-A POSTROUTING -j NOSUCH
-A POSTROUTING -g NOSUCH
-A POSTROUTING -g MASQUERADE
-A POSTROUTING -j
-A POSTROUTING -j MASQUERADES
-A POSTROUTING -j masquerade
-A NOCHAIN -j MASQUERADE
-A POSTROUTING -j MASQUERADE -j ACCEPT
-A POSTROUTING -j DROP
-A POSTROUTING -j REJECT
-A POSTROUTING -j QUEUE
-A POSTROUTING ! -j MASQUERADE
-A POSTROUTING -d -j MASQUERADE
-A POSTROUTING ! -j ACCEPT
-A POSTROUTING extra -j MASQUERADE
POSTROUTING -j MASQUERADE
-A -j MASQUERADE
-A POSTROUTING -j SNAT
-A POSTROUTING -j MASQUERADE --to-source {address}
-A POSTROUTING -j ACCEPT --random
-A POSTROUTING -j RETURN --to-ports 5
-A POSTROUTING -j MASQUERADE --to-ports 1024-2048
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 2048-1024
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 70000
-A POSTROUTING -p tcp -j MASQUERADE --to-ports abc
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 0
-A POSTROUTING -p icmp -j MASQUERADE --to-ports 1024-2048
-A POSTROUTING ! -p tcp -j MASQUERADE --to-ports 1024-2048
-A POSTROUTING -j MASQUERADE --random --random-fully
-A POSTROUTING -j MASQUERADE --random --random
-A POSTROUTING -j DNAT --to-destination {address}
-A POSTROUTING -j REDIRECT
-A INPUT -j MASQUERADE
-A INPUT -j DNAT --to-destination {address}
-A INPUT -j SNAT --to-source {address}
-A INPUT -j NETMAP --to {network}
-A OUTPUT -j MASQUERADE
-A OUTPUT -j SNAT --to-source {address}
-A OUTPUT -j REDIRECT
-A PREROUTING -j MASQUERADE
-A PREROUTING -j SNAT --to-source {address}
-A PREROUTING -j DNAT
-A PREROUTING -j DNAT --to-destination
-A PREROUTING -j DNAT --to-destination {address} --to-destination {address}
-A PREROUTING -p tcp -j REDIRECT --to-ports 99999
-A PREROUTING -j REDIRECT --to-ports 80
-A PREROUTING -j NETMAP
-A PREROUTING -j NETMAP --to {address}/99999
-A POSTROUTING -i {link} -j MASQUERADE
-A OUTPUT -i {link} -j ACCEPT
-A PREROUTING -o {link} -j ACCEPT
-A INPUT -o {link} -j ACCEPT
-A POSTROUTING -o averyveryverylonginterface -j MASQUERADE
-A POSTROUTING -o fifteencharactr -j MASQUERADE
-A POSTROUTING -o sixteencharacter -j MASQUERADE
-A POSTROUTING -o + -j MASQUERADE
-A POSTROUTING ! -o + -j MASQUERADE
-A POSTROUTING -o eth0:1 -j MASQUERADE
-A POSTROUTING -d {address}/129 -j MASQUERADE
-A POSTROUTING -d {address}/ -j MASQUERADE
-A POSTROUTING -d {address}/-1 -j MASQUERADE
-A POSTROUTING -d {address}/0 -j MASQUERADE
-A POSTROUTING ! -d {address}/0 -j MASQUERADE
-A POSTROUTING -s {network} -s {network} -j MASQUERADE
-A POSTROUTING -s {network} ! -s {network} -j MASQUERADE
-A POSTROUTING ! ! -s {network} -j MASQUERADE
-A POSTROUTING -d {network},{address} -j MASQUERADE
-A POSTROUTING ! -d {network},{address} -j MASQUERADE
-A POSTROUTING -p tcp -p udp -j MASQUERADE
-A POSTROUTING -p nosuchprotocol -j MASQUERADE
-A POSTROUTING -p 256 -j MASQUERADE
-A POSTROUTING -p 255 -j MASQUERADE
-A POSTROUTING -p 6 -j MASQUERADE
-A POSTROUTING -p TCP -j MASQUERADE
-A POSTROUTING -p all -j MASQUERADE
-A POSTROUTING ! -p all -j MASQUERADE
-A POSTROUTING -p 0 -j MASQUERADE
-A POSTROUTING --dport 443 -j MASQUERADE
-A POSTROUTING -p tcp --dport 70000 -j MASQUERADE
-A POSTROUTING -p tcp --dport 65536 -j MASQUERADE
-A POSTROUTING -p tcp --dport 65535 -j MASQUERADE
-A POSTROUTING -p tcp --dport -1 -j MASQUERADE
-A POSTROUTING -p tcp --dport 90:80 -j MASQUERADE
-A POSTROUTING -p tcp --dport 80: -j MASQUERADE
-A POSTROUTING -p tcp --dport 80,443 -j MASQUERADE
-A POSTROUTING -p tcp --dport 0 -j MASQUERADE
-A POSTROUTING -p tcp --dport 80 --dport 81 -j MASQUERADE
-A POSTROUTING -p udp -m tcp --dport 80 -j MASQUERADE
-A POSTROUTING -m tcp --dport 80 -j MASQUERADE
-A POSTROUTING ! -p tcp -m tcp --dport 80 -j MASQUERADE
-A POSTROUTING ! -p udp --sport 20000:20040 -j MASQUERADE
-A POSTROUTING ! -p sctp -m sctp ! --dport 443 -j MASQUERADE
-A POSTROUTING -p icmp --dport 80 -j MASQUERADE
-A POSTROUTING -m multiport --dports 80 -j MASQUERADE
-A POSTROUTING -p icmp -m multiport --dports 80 -j MASQUERADE
-A POSTROUTING ! -p tcp -m multiport --dports 80 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 90:80 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 80:90,70000 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 80 --sports 81 -j MASQUERADE
-A POSTROUTING -p tcp -m multiport --dports 80, -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type LOCALE -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type local -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type LOCAL,UNICAST -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type BROADCAST -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type PROHIBIT -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type THROW,NAT,XRESOLVE -j MASQUERADE
-A POSTROUTING -m addrtype -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type LOCAL --dst-type UNICAST -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type LOCAL --limit-iface-in -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type UNICAST --limit-iface-out -j MASQUERADE
-A PREROUTING -m addrtype --dst-type LOCAL --limit-iface-out -j ACCEPT
-A PREROUTING -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT
-A PREROUTING -m addrtype --dst-type LOCAL --limit-iface-in --limit-iface-out -j ACCEPT
-A POSTROUTING -m set --match-set nosuchset dst -j MASQUERADE
-A POSTROUTING -m set --match-set nets both -j MASQUERADE
-A POSTROUTING -m set --match-set nets -j MASQUERADE
-A POSTROUTING -m set --match-set nets dst,dst -j MASQUERADE
-A POSTROUTING -m set --match-set nets dst,dst,dst,dst,dst,dst -j MASQUERADE
-A POSTROUTING -m set --match-set nets dst,dst,dst,dst,dst,dst,dst -j MASQUERADE
-A POSTROUTING -m set --match-set services dst -j MASQUERADE
-A POSTROUTING -m set --match-set other dst -j MASQUERADE
-A POSTROUTING -m set -j MASQUERADE
-A POSTROUTING -m mark -j MASQUERADE
-A POSTROUTING -m mark --mark -j MASQUERADE
-A POSTROUTING -m mark --mark xyz -j MASQUERADE
-A POSTROUTING -m mark --mark 0x100000000 -j MASQUERADE
-A POSTROUTING -m mark --mark 0xffffffff -j MASQUERADE
-A POSTROUTING -m mark --mark 010/017 -j MASQUERADE
-A POSTROUTING -m mark --mark 1/ -j MASQUERADE
-A POSTROUTING -m mark --mark 1 --mark 2 -j MASQUERADE
-A POSTROUTING -j MARK
-A POSTROUTING -j MARK --set-mark
-A POSTROUTING -j MARK --set-mark 1 --or-mark 2
-A POSTROUTING -j MARK --set-xmark 0x1ffffffff
-A POSTROUTING -j CONNMARK
-A POSTROUTING -j CONNMARK --save-mark --restore-mark
-A POSTROUTING -j CONNMARK --set-mark 1 --save-mark
-A POSTROUTING -m conntrack --ctstate NOSUCH -j MASQUERADE
-A POSTROUTING -m conntrack --ctstate new -j MASQUERADE
-A POSTROUTING -m conntrack --ctstate NEW, -j MASQUERADE
-A POSTROUTING -m conntrack -j MASQUERADE
-A POSTROUTING -m state --state SNAT -j MASQUERADE
-A POSTROUTING -m state --state NEW -j MASQUERADE
-A POSTROUTING -m state -j MASQUERADE
-A POSTROUTING -m iprange -j MASQUERADE
-A POSTROUTING -m iprange --dst-range {address} -j MASQUERADE
-A POSTROUTING -m iprange --dst-range {high}-{low} -j MASQUERADE
-A POSTROUTING -m iprange --dst-range {low}-x -j MASQUERADE
-A POSTROUTING -m iprange --dst-range {network} -j MASQUERADE
-A POSTROUTING -m comment -j MASQUERADE
-A POSTROUTING -m comment --comment -j MASQUERADE
-A POSTROUTING -m comment --comment "" -j MASQUERADE
-A POSTROUTING -m comment --comment "unclosed -j MASQUERADE
-A POSTROUTING -m comment --comment two words -j MASQUERADE
-A POSTROUTING -m comment --comment {long255} -j MASQUERADE
-A POSTROUTING -m comment --comment {long256} -j MASQUERADE
-A POSTROUTING ! -m comment --comment x -j MASQUERADE
-A POSTROUTING -m statistic -j MASQUERADE
-A POSTROUTING -m statistic --mode nth -j MASQUERADE
-A POSTROUTING -m statistic --mode nth --every 0 -j MASQUERADE
-A POSTROUTING -m statistic --mode nth --every 3 --packet 3 -j MASQUERADE
-A POSTROUTING -m statistic --mode nth --every 3 --packet 2 -j MASQUERADE
-A POSTROUTING -m statistic --mode random --probability 1.5 -j MASQUERADE
-A POSTROUTING -m statistic --mode random --every 3 -j MASQUERADE
-A POSTROUTING -m statistic --mode random -j MASQUERADE
-A POSTROUTING -m statistic --mode sometimes -j MASQUERADE
-A POSTROUTING -j LOG --log-prefix
-A POSTROUTING -j LOG --log-level 9
-A POSTROUTING -j LOG --log-level nosuch
-A POSTROUTING -j LOG --log-level debug
-A POSTROUTING -j LOG --log-prefix "a prefix that is thirty chars"
-A POSTROUTING -j LOG --log-prefix "a prefix that is thirty characters"
-A POSTROUTING -p tcp -j SNAT --to-source {address}:1024-512
-A POSTROUTING -j SNAT --to-source {address}-{address}
-A POSTROUTING -j SNAT --to-source {high}-{low}
-A POSTROUTING -j SNAT --to-source {network}
-A POSTROUTING -j SNAT --to-source nosuch
-A POSTROUTING -j SNAT --to-source {address} --to-source {address}
-A POSTROUTING -m nosuch --nosuch -j MASQUERADE
-A POSTROUTING --nosuch -j MASQUERADE
-A POSTROUTING -z -j MASQUERADE
-A POSTROUTING -p tcp --syn -j MASQUERADE
-A POSTROUTING -p tcp --tcp-flags SYN,ACK SYN -j MASQUERADE
-A POSTROUTING -p tcp --tcp-flags SYN -j MASQUERADE
-A POSTROUTING -p tcp --tcp-flags SYN,NOSUCH SYN -j MASQUERADE
:POSTROUTING ACCEPT
:POSTROUTING
:POSTROUTING RETURN [0:0]
:POSTROUTING ACCEPT [a:b]
:POSTROUTING ACCEPT [5:6]
:NEW - [0:0]
:NEW ACCEPT [0:0]
:MASQUERADE - [0:0]
:ACCEPT - [0:0]
:averyveryverylongchainnamethat29 - [0:0]
:averyveryverylongchainnamethatis31chars - [0:0]
:-bad - [0:0]
:!bad - [0:0]
[3:4] -A POSTROUTING -j MASQUERADE
[3] -A POSTROUTING -j MASQUERADE
[a:b] -A POSTROUTING -j MASQUERADE
*nat
*nosuch
*filter
COMMIT
nonsense
""".strip("\n").split("\n")

ONLY = {
    4: r"""
-A POSTROUTING -d 10.0.0.300 -j MASQUERADE
-A POSTROUTING -d 10.0.0 -j MASQUERADE
-A POSTROUTING -d 10 -j MASQUERADE
-A POSTROUTING -d 10.0.0.0.0 -j MASQUERADE
-A POSTROUTING -d 010.0.0.1 -j MASQUERADE
-A POSTROUTING -d 10.0.0.0/33 -j MASQUERADE
-A POSTROUTING -d 10.0.0.0/255.255.255 -j MASQUERADE
-A POSTROUTING -d 10.0.0.0/255.0.255.0 -j MASQUERADE
-A POSTROUTING -d 10.0.0.0/8.0.0.0 -j MASQUERADE
-A POSTROUTING -d 2001:db8::1 -j MASQUERADE
-A POSTROUTING -p icmp -m icmp --icmp-type nosuch -j MASQUERADE
-A POSTROUTING -p icmp -m icmp --icmp-type 256 -j MASQUERADE
-A POSTROUTING -p icmp -m icmp --icmp-type 8/ -j MASQUERADE
-A POSTROUTING -p icmp -m icmp -j MASQUERADE
-A POSTROUTING -p icmp -m icmp --icmp-type ping -j MASQUERADE
-A POSTROUTING -p tcp -m icmp --icmp-type 8 -j MASQUERADE
-A POSTROUTING -m icmp --icmp-type 8 -j MASQUERADE
-A POSTROUTING -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j MASQUERADE
-A POSTROUTING -j SNAT --to-source 10.9.9.9:1024-2048
-A POSTROUTING -p tcp -j SNAT --to-source 10.9.9.9:70000
-A POSTROUTING -p tcp -j SNAT --to-source 10.9.9.9:
-A POSTROUTING -p icmp -j SNAT --to-source 10.9.9.9:5
-A POSTROUTING -p tcp -j SNAT --to-source :5
-A PREROUTING -j DNAT --to-destination 10.9.9.9:80
-A PREROUTING -p tcp -j DNAT --to-destination :80
-A PREROUTING -p tcp -j DNAT --to-destination 10.9.9.9:80-70
-A PREROUTING -p tcp -j DNAT --to-destination 10.9.9.9:0
-A POSTROUTING -j NETMAP --to 10.9.9.0/33
-A POSTROUTING -j NETMAP --to 10.9.9.7/24
-A POSTROUTING -m set --match-set nets6 dst -j MASQUERADE
""".strip().split("\n"),
    6: r"""
-A POSTROUTING -d 2001:db8::/129 -j MASQUERADE
-A POSTROUTING -d 2001:db8:::1 -j MASQUERADE
-A POSTROUTING -d 2001:db8::12345 -j MASQUERADE
-A POSTROUTING -d 10.1.2.3 -j MASQUERADE
-A POSTROUTING -d 2001:db8:1:2:3:4:5:6:7 -j MASQUERADE
-A POSTROUTING -d ::ffff:10.1.2.3 -j MASQUERADE
-A POSTROUTING -p icmp -m icmp --icmp-type 8 -j MASQUERADE
-A POSTROUTING -p icmp -j MASQUERADE
-A POSTROUTING -p ipv6-icmp -m icmp6 --icmpv6-type nosuch -j MASQUERADE
-A POSTROUTING -p ipv6-icmp -m icmp6 --icmpv6-type 256 -j MASQUERADE
-A POSTROUTING -p ipv6-icmp -m icmp6 -j MASQUERADE
-A POSTROUTING -p icmpv6 --icmpv6-type echo-request -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type BLACKHOLE -j MASQUERADE
-A POSTROUTING -m addrtype --dst-type ANYCAST -j MASQUERADE
-A POSTROUTING -j SNAT --to-source 2001:db8::9:5
-A POSTROUTING -j SNAT --to-source [2001:db8::9]:5
-A POSTROUTING -p tcp -j SNAT --to-source [2001:db8::9]:5
-A POSTROUTING -p tcp -j SNAT --to-source [2001:db8::9:5
-A POSTROUTING -j SNAT --to-source [2001:db8::9]
-A PREROUTING -p tcp -j DNAT --to-destination [2001:db8::9]:80-70
-A PREROUTING -p tcp -j DNAT --to-destination 10.1.2.3
-A POSTROUTING -j NETMAP --to 2001:db8::/129
-A POSTROUTING -j NETMAP --to 2001:db8::7/64
-A POSTROUTING -p hopopt -j MASQUERADE
-A POSTROUTING -p 58 -j MASQUERADE
""".strip().split("\n"),
}

# What the tool takes and the engine names and refuses: nothing of it is met on a cluster's node.
BEYOND = {
    4: ("-A POSTROUTING -f -j MASQUERADE", ":POSTROUTING DROP [0:0]"),
    6: (":POSTROUTING DROP [0:0]",),
}

SETS = """
add nosuch {network}
add nets {address}/0
add nets nonsense
add nets {network}
create nets hash:net family inet
create bad hash:nosuch family inet
create bad hash:net family nosuch
create bad
add hosts {network}
add hosts {address} nomatch
add services {address}
add services {address},80
add services {address},tcp:80
add services {address},tcp:70000
add services {address},nosuch:80
add services {address},tcp:90-80
nonsense
add nets {address}/129
create averyveryverylongnameofasetofnets hash:net family inet
""".strip().split("\n")

GRAPHS = (
    (("POSTROUTING", "A"), ("A", "A")),
    (("POSTROUTING", "A"), ("A", "B"), ("B", "A")),
    (("A", "B"), ("B", "A")),
    (("POSTROUTING", "A"), ("A", "POSTROUTING")),
    (("POSTROUTING", "PREROUTING"),),
    (("POSTROUTING", "POSTROUTING"),),
)

# At the end of a chain that a hook reaches by way of another.
FAR = """
-A B -j MASQUERADE
-A B -j DNAT --to-destination {address}
-A B -j SNAT --to-source {address}
-A B -j REDIRECT
-A B -j NETMAP --to {network}
-A B -i {link} -j ACCEPT
-A B -o {link} -j ACCEPT
-A B -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT
-A B -m addrtype --dst-type LOCAL --limit-iface-out -j ACCEPT
""".strip().split("\n")


@dataclass(frozen=True)
class Line:
    """A line as written above, or the tail of a graph of chains."""

    text: str
    in_sets: bool = False
    graph: tuple[tuple[str, str], ...] = ()
    ends: bool = True
    """With COMMIT."""
    beyond: bool = False
    """The tool takes it, the engine refuses it by name."""


def lines(family: int) -> list[Line]:
    """All the trouble that is known, a line each."""
    deep = [
        tuple(("POSTROUTING" if i == 0 else f"D{i - 1}", f"D{i}") for i in range(depth))
        for depth in range(13, 20)
    ]
    far = [
        Line(target, graph=((hook, "A"), ("A", "B"))) for hook in (*BUILT_IN, "UNREACHED") for target in FAR
    ]
    return [
        *(Line(text) for text in (*COMMON, *ONLY[family])),
        *(Line(text, in_sets=True) for text in SETS),
        *(Line("", graph=graph) for graph in (*GRAPHS, *deep)),
        *(Line("-A D11 -j MASQUERADE", graph=graph) for graph in deep),
        *far,
        Line("-A POSTROUTING -j MASQUERADE", ends=False),
        Line("", ends=False),
        *(Line(text, beyond=True) for text in BEYOND[family]),
    ]


def one_of(space: Space) -> Line:
    return space.rng.choice([line for line in lines(space.family) if not line.beyond])


def table(space: Space, line: Line) -> str:
    """The line of trouble, good lines around it or not."""
    rng = space.rng
    good = f"-A POSTROUTING -s {space.network()} -j MASQUERADE"
    how = rng.choice(("-j", "-j", "-g"))
    rules = [f"-A {a} {how} {b}" for a, b in line.graph]
    rules += [] if line.in_sets or not line.text else [filled(space, line.text)]
    if rng.random() < 0.5 or not rules:
        rules.insert(0, good)
    if rng.random() < 0.5:
        rules.append(good)
    names = dict.fromkeys(end for edge in line.graph for end in edge)
    heads = [f":{name} ACCEPT [0:0]" for name in BUILT_IN]
    heads += [f":{name} - [0:0]" for name in names if name not in BUILT_IN]
    end = ["COMMIT"] if line.ends else []
    return "\n".join(["*nat", *heads, *rules, *end, ""])


def set_line(space: Space, line: Line) -> str:
    return f"{filled(space, line.text)}\n" if line.in_sets else ""


def filled(space: Space, line: str) -> str:
    network = space.network("10.0.0.0/8" if space.family == 4 else "fd00::/8")
    low, high = sorted((int(network.network_address), int(network.network_address) + 9))
    return (
        line.replace("{network}", str(network)).replace("{address}", space.inside(network))
        .replace("{low}", space.text(low)).replace("{high}", space.text(high))
        .replace("{link}", space.rng.choice(space.pod_links))
        .replace("{long255}", "x" * 255).replace("{long256}", "x" * 256)
    )  # fmt: skip

