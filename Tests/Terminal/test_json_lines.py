"""Files of JSON with an object a line: what the one reader of JSON cannot hold is refused, and never lost."""

import pytest

DECLARED = ["--measure", "removals=n", "--by", "citizenship=c,fy=fy", "--dry-run"]


@pytest.mark.parametrize(
    "line, said",
    [
        ('{"c": "Mexico", "fy": 2022, "a\\"b": 5, "n": 7}', "has a name with quotes, which cannot be read"),
        ('{"c": "Mex\\u0000ico", "fy": 2022, "n": 7}', "holds U+0000, which is no part of a text"),
        ('{"c": "Mexico", "fy": 2022, "n": [7]}', "holds more than one value"),
        ("[1]", "is not one object of JSON"),
        ('{"c": "Mexico", "fy": 2022, "n": 07}', "is not one object of JSON"),
    ],
)
def test_refused(world, line, said):
    world.write("table.jsonl", '{"c": "Guatemala", "fy": 2022, "n": 5}\n' + line + "\n")
    result = world.run("import", "table.jsonl", *DECLARED)
    assert result.status == 1 and said in result.errors and "table.jsonl:2" in result.errors


def test_read(world):
    """Escapes, numbers as they are written, and a last line without its end."""
    world.write("table.jsonl", '{"c": "M\\u00e9xico", "fy": 2022, "n": 7}\n\n{"c": "Guate\\u006dala", "fy": 2022, "n": 5}')
    result = world.run("import", "table.jsonl", *DECLARED)
    assert result.status == 0 and "2 rows" in result.output, result.errors
