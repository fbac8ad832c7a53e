"""A nat table in the making: chains of rule lines, sets beside them."""

BUILT_IN = ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING")


class Table:
    def __init__(self) -> None:
        self.chains: dict[str, list[str]] = {name: [] for name in BUILT_IN}
        self.sets: list[str] = []

    def chain(self, name: str) -> str:
        self.chains.setdefault(name, [])
        return name

    def rule(self, chain: str, *clauses: str) -> None:
        """Clauses are written one after the other; an empty one is left out."""
        self.chains[chain].append(" ".join(("-A", chain, *(each for each in clauses if each))))

    def set(self, name: str, kind: str, family: int, entries: list[str], options: str = "") -> str:
        words = f"create {name} {kind} family {'inet' if family == 4 else 'inet6'} {options}"
        self.sets.append(words.rstrip())
        self.sets.extend(f"add {name} {entry}" for entry in entries)
        return name

    def text(self) -> str:
        heads = [
            f":{name} {'ACCEPT' if name in BUILT_IN else '-'} [0:0]" for name in self.chains
        ]
        rules = [line for lines in self.chains.values() for line in lines]
        return "\n".join(("*nat", *heads, *rules, "COMMIT", ""))

    def sets_text(self) -> str:
        return "".join(f"{line}\n" for line in self.sets)
