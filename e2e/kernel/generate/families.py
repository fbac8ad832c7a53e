"""Kinds of tables, each after something that writes nat tables on real nodes, or after one part of them."""

from collections.abc import Callable

from generate import clauses as ask
from generate import targets as do
from generate.space import BACKENDS, PODS, SOURCES, Space
from generate.table import BUILT_IN, Table

Family = Callable[[Space, Table], None]


def add(space: Space, table: Table, chain: str, target: str, thin: float = 1.0) -> None:
    asked = ask.clauses(space, table, chain, thin)
    if target.startswith("-p "):
        asked = ask.without_protocol(asked)
    if space.rng.random() < 0.04:
        asked.insert(0, target)
        target = ""
    table.rule(chain, *asked, target)


def agent(space: Space, table: Table) -> None:
    """ip-masq-agent, alone or beside another writer."""
    rng = space.rng
    said = '-m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE"'
    chain = table.chain(rng.choice(("IP-MASQ", "IP-MASQ-AGENT")))
    if rng.random() < 0.3:
        add(space, table, "POSTROUTING", do.deciding(space, "POSTROUTING"))
    table.rule("POSTROUTING", said, "-m addrtype ! --dst-type LOCAL", f"-j {chain}")
    if space.family == 4:
        table.rule(chain, "-d 169.254.0.0/16", said, "-j RETURN")
    for _ in range(rng.randint(1, 30)):
        table.rule(chain, f"-d {space.network()}", said, "-j RETURN")
    table.rule(chain, said, f"-j MASQUERADE{rng.choice(('', ' --random-fully'))}")
    if rng.random() < 0.5:
        add(space, table, "POSTROUTING", do.deciding(space, "POSTROUTING"), 0.5)


def manual(space: Space, table: Table) -> None:
    """Rules by hand in POSTROUTING."""
    for _ in range(space.rng.randint(1, 16)):
        target = do.log(space) if space.rng.random() < 0.12 else do.deciding(space, "POSTROUTING")
        add(space, table, "POSTROUTING", target)


def thin(space: Space, table: Table) -> None:
    """Rules that ask little, so that order decides."""
    for chain in BUILT_IN:
        for _ in range(space.rng.randint(0, 5)):
            passes = space.rng.random() < 0.5
            target = do.passing(space) if passes else do.deciding(space, chain)
            add(space, table, chain, target, 0.4)
            if space.rng.random() < 0.1:
                table.rule(chain, *ask.clauses(space, table, chain, 0.4))


def chains(space: Space, table: Table) -> None:
    """Jumps and gotos between user chains, each only to later ones."""
    rng = space.rng
    names = [table.chain(f"C{i}") for i in range(rng.randint(1, 7))]
    for i, chain in enumerate(["POSTROUTING", *names]):
        for _ in range(rng.randint(0 if i else 2, 6)):
            later = names[i:]
            target = do.deciding(space, "POSTROUTING")
            if later and rng.random() < 0.6:
                target = f"{rng.choice(('-j', '-j', '-g'))} {rng.choice(later)}"
            elif rng.random() < 0.2:
                target = do.passing(space)
            add(space, table, chain, target, rng.choice((0.4, 0.8)))


def marks(space: Space, table: Table) -> None:
    """kube-proxy's masquerade mark, set in PREROUTING or OUTPUT, read in POSTROUTING."""
    rng = space.rng
    table.chain("KUBE-MARK-MASQ")
    table.chain("KUBE-POSTROUTING")
    table.rule("KUBE-MARK-MASQ", "-j MARK --set-xmark 0x4000/0x4000")
    for _ in range(rng.randint(1, 6)):
        chain = rng.choice(("PREROUTING", "PREROUTING", "OUTPUT"))
        target = "-j KUBE-MARK-MASQ" if rng.random() < 0.5 else do.passing(space)
        add(space, table, chain, target, rng.choice((0.4, 0.8)))
    if rng.random() < 0.8:
        table.rule("POSTROUTING", "-j KUBE-POSTROUTING")
    for _ in range(rng.randint(0, 4)):
        target = do.passing(space) if rng.random() < 0.4 else do.deciding(space, "POSTROUTING")
        table.rule("POSTROUTING", ask.mark(space), *ask.without_protocol(ask.clauses(space, table, "POSTROUTING", 0.2)), target)
    table.rule("KUBE-POSTROUTING", "-m mark ! --mark 0x4000/0x4000", "-j RETURN")
    table.rule("KUBE-POSTROUTING", "-j MARK --xor-mark 0x4000")
    table.rule("KUBE-POSTROUTING", f"-j MASQUERADE{rng.choice(('', ' --random-fully'))}")


def dnat(space: Space, table: Table) -> None:
    """Destinations changed before routing, then decided by what they became."""
    rng = space.rng
    for _ in range(rng.randint(1, 5)):
        add(space, table, "PREROUTING", do.destination_nat(space), 0.6)
    for _ in range(rng.randint(1, 5)):
        target = do.deciding(space, "POSTROUTING")
        if rng.random() < 0.4:
            which = f"-d {rng.choice(BACKENDS[space.family])}"
            table.rule("POSTROUTING", which, rng.choice(("", "-m conntrack --ctstate DNAT", "-m conntrack ! --ctstate DNAT")), target)
        else:
            add(space, table, "POSTROUTING", target)


def kube(space: Space, table: Table) -> None:
    """Services as kube-proxy writes them; endpoints are taken in turn instead of by chance."""
    rng = space.rng
    for name in ("KUBE-SERVICES", "KUBE-NODEPORTS", "KUBE-POSTROUTING", "KUBE-MARK-MASQ"):
        table.chain(name)
    for hook in ("PREROUTING", "OUTPUT"):
        table.rule(hook, '-m comment --comment "kubernetes service portals"', "-j KUBE-SERVICES")
    table.rule("POSTROUTING", '-m comment --comment "kubernetes postrouting rules"', "-j KUBE-POSTROUTING")
    table.rule("KUBE-MARK-MASQ", "-j MARK --set-xmark 0x4000/0x4000")
    table.rule("KUBE-POSTROUTING", "-m mark ! --mark 0x4000/0x4000", "-j RETURN")
    table.rule("KUBE-POSTROUTING", "-j MARK --set-xmark 0x4000/0x0")
    table.rule("KUBE-POSTROUTING", "-j MASQUERADE --random-fully")
    single = space.width
    for i in range(rng.randint(1, 5)):
        service(space, table, f"KUBE-SVC-{i:016d}", f"{space.anywhere()}/{single}", i)
    table.rule("KUBE-SERVICES", "-m addrtype --dst-type LOCAL", "-j KUBE-NODEPORTS")
    if rng.random() < 0.5:
        agent(space, table)


def service(space: Space, table: Table, chain: str, address: str, index: int) -> None:
    rng = space.rng
    table.chain(chain)
    proto = rng.choice(("tcp", "udp", "sctp"))
    port = rng.choice((53, 80, 443))
    backends = [rng.choice(BACKENDS[space.family]) for _ in range(rng.randint(1, 4))]
    table.rule("KUBE-SERVICES", f"-d {address}", f"-p {proto} -m {proto} --dport {port}", f"-j {chain}")
    if rng.random() < 0.5:
        table.rule("KUBE-NODEPORTS", f"-p {proto} -m {proto} --dport {port}", f"-j {chain}")
    table.rule(chain, f"! -s {rng.choice(PODS[space.family])}", f"-d {address}", "-j KUBE-MARK-MASQ")
    for i, backend in enumerate(backends):
        endpoint = table.chain(f"KUBE-SEP-{index:08d}{i:08d}")
        left = len(backends) - i
        turn = f"-m statistic --mode nth --every {left} --packet 0" if left > 1 else ""
        table.rule(chain, turn, f"-j {endpoint}")
        table.rule(endpoint, f"-s {backend}/{space.width}", "-j KUBE-MARK-MASQ")
        target = f"{do.bracketed(space, backend)}:{rng.choice((8080, port, 5353))}"
        table.rule(endpoint, f"-p {proto} -m {proto}", f"-j DNAT --to-destination {target}")


def cali(space: Space, table: Table) -> None:
    """Calico's outgoing NAT with its two sets."""
    rng = space.rng
    prefix = f"cali{space.family}0"
    masq = networks_set(space, table, f"{prefix}masq-ipam-pools", [rng.choice(PODS[space.family][:3])])
    every = networks_set(space, table, f"{prefix}all-ipam-pools", [PODS[space.family][0]])
    table.chain("cali-POSTROUTING")
    table.chain("cali-nat-outgoing")
    pair = f"-m set --match-set {masq} src -m set ! --match-set {every} dst"
    table.rule("POSTROUTING", '-m comment --comment "cali:O3lYWMrLQYEMJtB5"', "-j cali-POSTROUTING")
    table.rule("cali-POSTROUTING", "-j cali-nat-outgoing")
    if rng.random() < 0.4:
        proto = rng.choice(("tcp", "udp"))
        ports = rng.choice(do.WIDE)
        table.rule("cali-nat-outgoing", f"-p {proto}", pair, f"-j MASQUERADE --to-ports {ports}")
        table.rule("cali-nat-outgoing", f"-p {proto}", pair, "-j RETURN")
    table.rule("cali-nat-outgoing", pair, rng.choice(("-j MASQUERADE --random-fully", "-j MASQUERADE", f"-j SNAT --to-source {rng.choice(SOURCES[space.family])}")))
    if rng.random() < 0.3:
        add(space, table, "POSTROUTING", do.deciding(space, "POSTROUTING"), 0.5)


def networks_set(space: Space, table: Table, name: str, first: list[str]) -> str:
    entries = {*first, *(str(space.network()) for _ in range(space.rng.randint(0, 20)))}
    # The kernel takes a range of every length but none, unlike `-d`.
    return table.set(name, "hash:net", space.family, sorted(each for each in entries if not each.endswith("/0")))


def sets(space: Space, table: Table) -> None:
    """Sets of every type, with exceptions."""
    rng = space.rng
    nets = [space.network() for _ in range(rng.randint(1, 8))]
    inner = [space.network(str(each)) for each in nets if each.prefixlen and rng.random() < 0.6]
    outside = sorted({str(each) for each in nets if each.prefixlen} - {str(each) for each in inner})
    exceptions = sorted({f"{each} nomatch" for each in inner if each.prefixlen})
    table.set("nets", "hash:net", space.family, outside + exceptions)
    hosts = sorted({space.inside(space.network()) for _ in range(rng.randint(1, 20))})
    table.set("hosts", "hash:ip", space.family, hosts)
    table.set("services", "hash:net,port", space.family, service_entries(space))
    if rng.random() < 0.4:
        table.set("pairs", "hash:ip,port", space.family, sorted({f"{host},{port_word(space)}" for host in hosts}))
    for _ in range(rng.randint(2, 9)):
        chain = rng.choice(("POSTROUTING", "POSTROUTING", "PREROUTING"))
        passes = rng.random() < 0.2
        target = do.passing(space) if passes else do.deciding(space, chain)
        asked = [ask.member(space, table), *ask.clauses(space, table, chain, 0.15)]
        table.rule(chain, *(ask.without_protocol(asked) if target.startswith("-p ") else asked), target)


def service_entries(space: Space) -> list[str]:
    """Ranges with a port, and exceptions inside of some; no range twice."""
    entries: dict[str, str] = {}
    for _ in range(space.rng.randint(1, 10)):
        net, port = space.network(), port_word(space)
        entries.setdefault(str(net), port)
        if space.rng.random() < 0.2:
            entries.setdefault(str(space.network(str(net))), f"{port} nomatch")
    return [f"{net},{port}" for net, port in entries.items() if not net.endswith("/0")]


def port_word(space: Space) -> str:
    rng = space.rng
    proto = rng.choice(("tcp:", "tcp:", "udp:", "sctp:", ""))
    lo = rng.choice(ask.PORTS)
    if rng.random() < 0.25:
        return f"{proto}{lo}-{min(65535, lo + rng.randint(1, 8))}"
    if rng.random() < 0.1:
        return "icmp:8/0" if space.family == 4 else "icmpv6:128/0"
    return f"{proto}{lo}"


def ports(space: Space, table: Table) -> None:
    """Port and protocol edges, ports changed and ports kept."""
    rng = space.rng
    for _ in range(rng.randint(2, 12)):
        chain = rng.choice(("POSTROUTING", "POSTROUTING", "PREROUTING"))
        target = do.deciding(space, chain)
        asked = [] if target.startswith("-p ") else [ask.protocol(space)]
        if rng.random() < 0.4:
            asked.append(rng.choice((ask.source, ask.destination))(space))
        table.rule(chain, *asked, target)


def types(space: Space, table: Table) -> None:
    """addrtype in every hook."""
    rng = space.rng
    for chain in BUILT_IN:
        for _ in range(rng.randint(0, 4)):
            passes = rng.random() < 0.6
            target = do.passing(space) if passes else do.deciding(space, chain)
            asked = [ask.address_type(space)]
            if rng.random() < 0.15:
                asked[0] += f" --limit-iface-{'in' if chain in ('PREROUTING', 'INPUT') else 'out'}"
            table.rule(chain, *asked, target)


def turns(space: Space, table: Table) -> None:
    """statistic nth: which of the packets that come by."""
    rng = space.rng
    for _ in range(rng.randint(1, 6)):
        chain = rng.choice(("POSTROUTING", "POSTROUTING", "PREROUTING"))
        passes = rng.random() < 0.3
        target = do.passing(space) if passes else do.deciding(space, chain)
        asked = [ask.nth(space), *ask.clauses(space, table, chain, 0.25)]
        table.rule(chain, *(ask.without_protocol(asked) if target.startswith("-p ") else asked), target)


def nat(space: Space, table: Table) -> None:
    """NETMAP, REDIRECT, SNAT and DNAT in every hook that has them."""
    rng = space.rng
    for _ in range(rng.randint(1, 5)):
        chain = rng.choice(("PREROUTING", "PREROUTING", "OUTPUT"))
        target = rng.choice((do.redirect, do.destination_nat, lambda s: do.netmap(s, chain)))(space)
        add(space, table, chain, target, 0.6)
    for _ in range(rng.randint(1, 4)):
        chain = rng.choice(("POSTROUTING", "POSTROUTING", "INPUT"))
        kinds = [do.source_nat, do.source_nat]
        if chain == "POSTROUTING":
            kinds += [do.masquerade_to_ports, lambda s: do.netmap(s, "POSTROUTING")]
        add(space, table, chain, rng.choice(kinds)(space), 0.6)


def odd(space: Space, table: Table) -> None:
    """Little asked, of packets that are seldom asked about: multicast, broadcast, martians."""
    thin(space, table)
    for chain in ("PREROUTING", "POSTROUTING"):
        if space.rng.random() < 0.5:
            table.rule(chain, ask.address_type(space), do.passing(space))


def crowded(space: Space, table: Table) -> None:
    """Flows that want the same port of the same address."""
    rng = space.rng
    if rng.random() < 0.3:
        proto = rng.choice(("tcp", "udp", "sctp"))
        table.rule("POSTROUTING", f"-p {proto}", rng.choice(("", "-o eth1")), f"-j MASQUERADE --to-ports {rng.choice(do.WIDE)}")
    if rng.random() < 0.3:
        add(space, table, "PREROUTING", do.destination_nat(space), 0.3)
    table.rule("POSTROUTING", rng.choice(("", ask.source(space))), rng.choice((do.masquerade, do.source_nat))(space))
    table.rule("POSTROUTING", do.masquerade(space))


def chance(space: Space, table: Table) -> None:
    """statistic random, as kube-proxy spreads a Service over its endpoints."""
    rng = space.rng
    for _ in range(rng.randint(1, 3)):
        chain = rng.choice(("POSTROUTING", "PREROUTING"))
        likely = f"-m statistic --mode random {ask.negated(space)}--probability {rng.choice(('0.5', '0.25', '0.33333333349', '0', '1'))}"
        target = do.passing(space) if rng.random() < 0.2 else do.deciding(space, chain)
        asked = [likely, *ask.clauses(space, table, chain, 0.15)]
        table.rule(chain, *(ask.without_protocol(asked) if target.startswith("-p ") else asked), target)
    if rng.random() < 0.5:
        add(space, table, "POSTROUTING", do.deciding(space, "POSTROUTING"), 0.4)


FAMILIES: dict[str, Family] = {
    family.__name__: family
    for family in (
        agent, manual, chains, marks, dnat, kube, cali, sets, ports, types, thin, turns, nat,
        odd, crowded, chance,
    )
}  # fmt: skip
