"""What a person reads when the two disagree."""

import json

from judge.compare import Difference


def mismatch(case: dict, found: list[Difference], smaller: dict | None, left: list[Difference]) -> str:
    lines = [f"MISMATCH {case['id']}: {len(found)} differences"]
    lines += [f"  {each.kind}: {each.said}" for each in found[:3]]
    if smaller is not None:
        lines += ["  shrunken to", *(f"    {line}" for line in _shown(smaller))]
        lines += [f"  {each.kind}: {each.said}" for each in left[:3]]
    return "\n".join(lines)


def _shown(case: dict) -> list[str]:
    shown = [f"# {case['id']}, IPv{case.get('family', 4)}, node {_named(case['node'])}"]
    shown += case.get("sets", "").strip().splitlines()
    shown += case["rules"].strip().splitlines()
    return shown + [json.dumps(packet) for packet in case["packets"]]


def _named(node: dict) -> str:
    links = ", ".join(
        f"{each['name']} {' '.join(each['addresses'])}".strip() for each in node["interfaces"]
    )
    return f"({links})"
