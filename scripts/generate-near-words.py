#!/usr/bin/env python3
"""Writes seed/catalog/near-words.csv: English words that are one letter away from a word of the catalog, and none.

    python3 scripts/generate-near-words.py tally.db WORDS > seed/catalog/near-words.csv

WORDS has an English word a line, such as Debian's package `wamerican` (SCOWL, free to use). Such a word is never
read as a slip of the catalog's. Run it again when many names or words are added.
"""

import re
import sqlite3
import sys
import unicodedata

SHORTEST = 5


def folded(text):
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in letters if not unicodedata.combining(char))


def keys(word):
    return {word} | {word[:i] + word[i + 1:] for i in range(len(word))}


def is_slip(one, other):
    """Whether a letter too many, too few or another, or two that changed places, make one the other."""
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return short in keys(long)
    places = [i for i in range(len(one)) if one[i] != other[i]]
    swapped = len(places) == 2 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == 1 or swapped and places[1] == places[0] + 1


def forms(word):
    """A word with and without its plural, since the program folds it."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)}


connection = sqlite3.connect(sys.argv[1])
catalog = set()
for (text,) in connection.execute("SELECT text FROM spelling"):
    for word in re.findall("[a-z]+", folded(text)):
        catalog |= forms(word)
near = {}
for word in catalog:
    if len(word) >= SHORTEST - 1:
        for key in keys(word):
            near.setdefault(key, set()).add(word)
found = set()
with open(sys.argv[2], encoding="utf-8") as file:
    for line in file:
        word = folded(line.strip())
        if not word.isalpha() or not word.isascii() or len(word) < SHORTEST or forms(word) & catalog:
            continue
        long = [form for form in forms(word) if len(form) >= SHORTEST - 1]
        if any(is_slip(form, other) for form in long for key in keys(form) for other in near.get(key, ())):
            found.add(word)
print("word")
print("\n".join(sorted(found)))
