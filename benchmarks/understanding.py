"""Measure how messages are understood: those of each set beside their labels, and questions, which record nothing.

`python -m benchmarks.understanding`; `--failures` lists what is wrong, `--set NAME` measures one set of messages alone,
`--set questions` the questions alone. What fails of a held-out set is shown only when it is asked for by name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from benchmarks.messages import HELD_OUT, OF_OTHERS, OWN, Row, Understood, meant, messages, understood
from benchmarks.routing import SPLITS, astray, routed, show_routes
from knowledge.language.heard import hear
from knowledge.language.meaning import Update
from knowledge.language.requests import OWN_SCHOOL


def show(every: Sequence[Understood]) -> None:
    """Print a line for each set."""
    head = ("n", "intent", "near", "updates", "errors", "recorded", "p50 ms", "p95 ms")
    print(f"{'messages':16}" + "".join(f"{each:>10}" for each in head))
    for name in dict.fromkeys(each.row["set"] for each in every):
        several = [each for each in every if each.row["set"] == name]
        shares = [
            _share(each.intent_right for each in several),
            _share(each.intent_near for each in several),
            _share(each.updates_right for each in several),
            _share(each.error_right for each in several),
        ]
        times = sorted(each.time for each in several)
        p50, p95 = (times[int(len(times) * share)] for share in (0.5, 0.95))
        row = f"{name:16}{len(several):10}" + "".join(f"{share:10.4f}" for share in shares)
        print(f"{row}{sum(each.recorded for each in several):10}{p50:10.2f}{p95:10.2f}")


def show_others(rows: Iterable[Row]) -> None:
    """Print how many reports are recorded where they are said of a school that is not the speaker's."""
    reports = [row for row in rows if row["updates"] and row["role"] == "principal" and not _own(row["text"])]
    said = [form.format(row["text"]) for form in OF_OTHERS for row in reports]
    meant_so = [meant({"text": text, "role": "principal", "level": "TH", "own": OWN}) for text in said]
    print(f"\nof other schools  {len(said)} reports, recorded {sum(bool(each.updates) for each in meant_so)}")


def _own(text: str) -> bool:
    return bool(OWN_SCHOOL.search(hear(text).plain))


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return sum(every) / len(every)


def failures(every: Iterable[Understood]) -> list[str]:
    """List what was understood otherwise than labelled."""
    return [_difference(one) for one in every if not (one.intent_right and one.updates_right and one.error_right)]


def _difference(one: Understood) -> str:
    wanted = f"{one.row.get('intent', 'not ' + one.row.get('not_intent', ''))} {one.row['updates']}"
    wanted += " error" * bool(one.row.get("error"))
    found = f"{one.meaning.intent} {list(map(_shown, one.meaning.updates))} {one.meaning.error or ''}"
    return f"{one.row['set']}, {one.row['role']}: {one.row['text']!r}\n    wanted {wanted}\n    found  {found}"


def _shown(update: Update) -> str:
    values = (update.status, update.percent, update.rating)
    return " ".join([update.target, *(str(value) for value in values if value is not None)])


def main() -> None:
    """Measure and print."""
    options = sys.argv[1:]
    only = options[options.index("--set") + 1] if "--set" in options[:-1] else None
    every = understood(row for row in messages() if only in (None, row["set"]))
    show(every)
    if only is None:
        show_others(one.row for one in every)
    if "--failures" in options:
        print("\n".join(failures(one for one in every if only or one.row["set"] not in HELD_OUT)))
    for split in SPLITS if only is None else SPLITS if only == "questions" else ():
        found = routed(split)
        if split == SPLITS[0]:
            print(f"\n{'questions':20}{'n':>7}{'recorded':>10}{'in scope':>10}{'elsewhere':>10}")
        show_routes(split, found)
        if "--failures" in options and split == "tune":
            print("\n".join(astray(found)))


if __name__ == "__main__":
    main()
