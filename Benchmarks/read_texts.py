#!/usr/bin/env python3
"""How well `tally read` reads texts whose statements are known.

For a folder of annotated texts (NAME.txt beside NAME.json, or a list of sentences) it prints
precision and recall of spans, how often the right check comes first, how often the verdict is that
of a careful reader, how many of the `fails` are wrong, by kind, and the numbers that are no
statistic and were judged all the same.

    Benchmarks/read_texts.py --tally PATH ../shared/examples/texts [--list]

A check is right where it has the verdict and the value of one of the checks of the annotation, or
is spelled alike. The annotations were made before the language could say `4 times`, `every month`
or `in a row`; a second rate also counts a check that is equal in meaning to one of them, or to the
form that an annotator wanted and could not have: `is 4 times` for `>= 300%`, `every month` for
`max(… by month)`, the value of any check of a statement that makes several.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def read(tally, path, date):
    command = [tally, "read", str(path), "--format", "json"] + (["--date", date] if date else [])
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{path}: {run.stderr}")
    return json.loads(run.stdout)


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def pairs(gold, found, right=lambda g, f: False):
    """Spans that overlap, one to one: those that are right first, then those that share most. A
    statement is often found in parts, of which one makes the check that the annotation has."""
    ranked = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = overlap(g, f)
            if shared > 0:
                union = max(g["end"], f["end"]) - min(g["start"], f["start"])
                is_part = shared >= 0.8 * (f["end"] - f["start"])
                ranked.append((is_part and right(g, f), shared / union, i, j))
    ranked.sort(reverse=True)
    taken, pairing = set(), {}
    for _, _, i, j in ranked:
        if i not in pairing and j not in taken:
            pairing[i] = j
            taken.add(j)
    return pairing


def plain(check):
    """A check with its numbers, hedges and order of values as one spelling."""
    text = check.lower().replace(",", " , ")
    text = re.sub(r"(\d) , (\d{3})\b", r"\1\2", text)
    text = re.sub(r"\bis (about|nearly) ", "= ", text)
    text = re.sub(r"\b(\d+(?:\.\d+)?)m\b", lambda m: str(int(float(m[1]) * 1_000_000)), text)
    text = re.sub(r"\b(\d+(?:\.\d+)?)k\b", lambda m: str(int(float(m[1]) * 1_000)), text)
    return " ".join(text.split())


def judged(tally, check, known={}):
    """The value and the verdict of a check, as the program has them."""
    if check not in known:
        run = subprocess.run([tally, "--format", "json", check], capture_output=True, text=True)
        try:
            row = json.loads(run.stdout)[0]
            known[check] = (row.get("value"), row.get("verdict"))
        except (ValueError, IndexError):
            known[check] = (None, None)
    return known[check]


def alike(a, b):
    """Whether two values are one; a share is a ratio in one edition and a percentage in another."""
    return any(abs(x - y) <= 1e-6 * max(1e-3, abs(y)) for x, y in ((a, b), (100 * a, b), (a, 100 * b)))


def is_right(tally, gold, found):
    wanted = gold.get("check") or []
    if not wanted or not found.get("check"):
        return False
    if any(plain(found["check"]) == plain(w) for w in wanted):
        return True
    for ran in gold.get("ran") or []:
        value, own = ran.get("value"), found.get("value")
        if value is None or own is None:
            continue
        if alike(float(own), float(value)):
            return True
    own = found.get("value")
    for check in wanted if own is not None else []:
        value, verdict = judged(tally, check)
        if value is not None and verdict == found.get("first", found["verdict"]) and alike(float(own), float(value)):
            return True
    return False


def numbers(tally, check):
    """What a check comes to, as the numbers that can mean it: a factor is also a percentage."""
    value, verdict = judged(tally, check)
    if value is None:
        return verdict, []
    value = float(value)
    is_factor = re.search(r"\b(times|doubled|tripled|quadrupled|halved)\b", check)
    return verdict, [value, 100 * (value - 1)] if is_factor else [value]


def spanned(check):
    """What `max(Q by month) … in P < V` and `Q every month in P is less than V` both say of."""
    check = check.lower().replace(" from ", " in ").replace(" to ", "..")
    fold = re.match(r"check (?:max|min)\((.*) by (month|fy|cy|quarter)\)(.*) (?:in|from) (\S+ ?\S*)", check)
    every = re.match(r"check (.*) every (month|fy|cy|quarter) in (\S+ ?\S*)", check)
    if fold:
        return (fold[1] + fold[3]).split(" for ")[0], fold[2]
    return (every[1].split(" for ")[0], every[2]) if every else None


def is_equal(tally, gold, found):
    """Whether one of the checks found is equal in meaning to one that is wanted."""
    wanted = list(gold.get("check") or [])
    more = gold.get("wanted") or []
    wanted += ["check " + w for w in (more if isinstance(more, list) else [more])]
    for own in found.get("checks") or []:
        verdict, values = numbers(tally, own["check"])
        for check in wanted:
            other, expected = numbers(tally, check)
            if other is None:
                continue
            if other == verdict and spanned(check) and spanned(check) == spanned(own["check"]):
                return True
            close = {other, verdict} <= {"holds", "close"}
            for a in values:
                if any(abs(a - b) <= 1e-6 * max(1, abs(b)) for b in expected) and (
                    other == verdict or close
                ):
                    return True
    return False


WORST = ["fails", "depends", "undecided", "no data", "close", "holds"]


def worst(gold, own, found):
    """The verdict of a statement that was found in parts: all of them must hold."""
    parts = [
        f["verdict"] for f in found
        if f["check"] and overlap(f, gold) >= 0.8 * (f["end"] - f["start"])
    ]
    known = [v for v in WORST if v in parts]
    return known[0] if own["check"] and known else own["verdict"]


def is_verdict_right(gold, found):
    return found["verdict"] in {gold["expected"], *as_list(gold.get("also_ok"))}


def as_list(value):
    return value if isinstance(value, list) else [value] if value else []


def documents(folder):
    folder = pathlib.Path(folder)
    if folder.is_file():
        for sentence in json.loads(folder.read_text()):
            with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
                file.write(sentence["sentence"])
                file.flush()
                yield sentence["id"], pathlib.Path(file.name), sentence["date"], [sentence], []
        return
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text())
        if "statements" in gold:
            date = gold["date"] if not gold.get("date_in_text") else None
            page = path.with_suffix(".html")
            text = page if page.exists() else path.with_suffix(".txt")
            yield path.stem, text, date, gold["statements"], gold["negatives"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=["../shared/examples/texts"])
    parser.add_argument("--tally", default="tally")
    parser.add_argument("--list", action="store_true", help="each statement that is not right")
    options = parser.parse_args()
    for folder in options.folders:
        if not pathlib.Path(folder).exists():
            print(f"{folder}: not there, skipped")
            continue
        measure(folder, options)


def measure(folder, options):
    count = collections.Counter()
    kinds = collections.defaultdict(collections.Counter)
    for name, path, date, gold, negatives in documents(folder):
        found = read(options.tally, path, date)
        pairing = pairs(gold, found, lambda g, f: is_right(options.tally, g, f))
        matched = set(pairing.values())
        count["gold"] += len(gold)
        count["found"] += len(found)
        count["matched"] += len(pairing)
        for index, statement in enumerate(gold):
            kind = kinds[statement["kind"]]
            kind["gold"] += 1
            own = found[pairing[index]] if index in pairing else None
            if own:
                own = {**own, "verdict": worst(statement, own, found), "first": own["verdict"]}
            told(options, name, statement, own, count, kind)
        for index, own in enumerate(found):
            wrong = index not in matched
            # A part of an annotated span that is found a second time is no false alarm.
            if wrong and any(overlap(own, g) > 0 for g in gold):
                count["second"] += 1
                wrong = False
            if wrong:
                if own["verdict"] == "fails":
                    count["fails"] += 1
                    count["wrong fails"] += 1
                if options.list:
                    print(f"{name}: EXTRA {own['verdict']}: {own['text']!r} {own['check']}")
        for negative in negatives:
            if any(
                overlap(own, negative) > 0 and own["check"]
                and not any(overlap(own, g) > 0 for g in gold)
                for own in found
            ):
                count["lenient judged" if negative.get("lenient") else "negatives judged"] += 1
    report(folder, count, kinds)


def told(options, name, gold, own, count, kind):
    is_judgeable = bool(gold.get("check"))
    count["judgeable"] += is_judgeable
    if own is None:
        if options.list:
            print(f"{name}: MISSED {gold['text']!r} {(gold.get('check') or [None])[0]}")
        return
    kind["matched"] += 1
    if is_judgeable:
        right = is_right(options.tally, gold, own)
        count["right"] += right
        count["equal"] += right or is_equal(options.tally, gold, own)
        kind["right"] += right
        count["checkable found"] += 1
        if options.list and not right:
            print(
                f"{name}: CHECK {gold['text']!r}\n    {own['check']} {own['verdict']} "
                f"{own['why'] or ''}\n    {gold['check'][0]} {gold['expected']}"
            )
    if own["check"]:
        good = is_verdict_right(gold, own)
        count["judged"] += 1
        count["verdict"] += good
        if own["verdict"] == "fails":
            count["fails"] += 1
            if not good:
                count["wrong fails"] += 1
                print(f"{name}: WRONG FAILS {gold['text']!r}\n    {own['check']}\n    "
                      f"{(gold.get('check') or [None])[0]} {gold['expected']}")
        elif options.list and not good:
            print(f"{name}: VERDICT {own['verdict']} for {gold['expected']}: {gold['text']!r}"
                  f"\n    {own['check']}")


def rate(part, whole):
    return f"{part}/{whole} = {part / whole:.2f}" if whole else "–"


def report(folder, count, kinds):
    print(f"\n{folder}")
    print(f"  spans: precision {rate(count['matched'] + count['second'], count['found'])}, "
          f"recall {rate(count['matched'], count['gold'])}")
    print(f"  right check first, of those that can be judged: {rate(count['right'], count['judgeable'])}"
          f"; of those found: {rate(count['right'], count['checkable found'])}")
    print(f"  right or equal in meaning, of those that can be judged: "
          f"{rate(count['equal'], count['judgeable'])}")
    print(f"  verdict right, of those judged: {rate(count['verdict'], count['judged'])}")
    print(f"  fails that are wrong: {rate(count['wrong fails'], count['fails'])}")
    print(f"  numbers that are no statistic, judged: {count['negatives judged']}; lenient ones: "
          f"{count['lenient judged']}")
    for kind, own in sorted(kinds.items(), key=lambda item: -item[1]["gold"]):
        print(f"    {kind:14} {own['gold']:3}  found {own['matched']:3}  right {own['right']:3}")


if __name__ == "__main__":
    main()
