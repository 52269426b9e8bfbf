"""Every cell of the tables that were gathered beside the project, as the program answers it: by source, today, and on
the day of its publication. Not collected where that folder is not there."""

import collections
import csv
import io

import pytest

from conftest import ADDITIONS, PROJECT

SEED = PROJECT / "seed/catalog"


def records(path):
    with path.open() as file:
        return list(csv.DictReader(file))


def parts(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def gathered():
    """The tables beside the project, by id, as the seed describes them today."""
    shipped = {row["id"]: row for row in records(SEED / "datasets.csv")}
    return {row["id"]: shipped[row["id"]] for row in records(ADDITIONS / "datasets_add.csv")}


TABLES = gathered()
SOURCES = {row["id"]: row for row in records(SEED / "sources.csv")}
MEASURES = {row["id"]: row["name"] for row in records(SEED / "measures.csv")}
MEMBERS = {(row["dimension"], row["id"]): row["name"] for row in records(SEED / "members.csv")}

# Cells that are not taken over, with the number of them and why.
LEFT_OUT = {
    # The sheet of 8 April 2023 repeats another.
    "ice-atd": 4,
}
# Tables of which a newer edition of the same source has corrected some cells.
CORRECTED = {"cbp-aor-usbp-month": 8}


class Gathered:
    """A table, its cells, and the questions that ask for them."""

    def __init__(self, key):
        self.key, self.table = key, TABLES[key]
        self.rows = records(ADDITIONS / f"datasets/{key}.csv")
        self.dimensions = parts(self.table["dimensions"])
        self.source = SOURCES[self.table["source"]]
        self.is_of_spans = self.table["time"] == "span"

    def spans(self):
        return sorted({(row["start"], row["end"]) for row in self.rows}) if self.is_of_spans else [None]

    def question(self, measure, span, *, by_source=False, as_of=""):
        time = [] if self.is_of_spans else [self.table["time"]]
        keys = time + [name.replace("_", " ") for name in self.dimensions] + ["source"] * by_source
        scope = [part.split("=") for part in parts(self.table["scope"])]
        tests = [f'{name.replace("_", " ")} = "{MEMBERS[name, value]}"' for name, value in scope]
        words = [f'"{MEASURES[measure]}"']
        words += ["by " + ", ".join(keys)] if keys else []
        words += ["where " + " and ".join(tests)] if tests else []
        words += ["from {} to {}".format(*span)] if span else []
        words += [f"as of {as_of}"] if as_of else []
        return " ".join(words) + " with sources"

    def cells(self, measure, span):
        """The place of each cell in an answer, and its figure as the file has it; empty where there is none."""
        for row in self.rows:
            if span and (row["start"], row["end"]) != span:
                continue
            time = [] if self.is_of_spans else [row[self.table["time"]]]
            place = (*time, *(MEMBERS[name, row[name]] for name in self.dimensions))
            yield place, plain("" if row[measure] == "D" else row[measure])

    def answer(self, world, measure, question):
        """What an answer has at each place: figures with their sources."""
        result = world.run("--format", "csv", question)
        assert result.status == 0, (question, result.errors)
        found = collections.defaultdict(list)
        for row in csv.DictReader(io.StringIO(result.output)):
            time = [] if self.is_of_spans else [row[self.table["time"]]]
            place = (*time, *(row[name] for name in self.dimensions))
            found[place].append((row["sources"].split("; "), plain(row[measure])))
        return found


def plain(figure):
    return figure.rstrip("0").rstrip(".") if "." in figure else figure


def days(published):
    """A day on which a publication was there: its own, or the end of its month or year."""
    return published if len(published) > 4 else f"{published}-12"


@pytest.mark.parametrize("key", TABLES)
def test_each_cell_is_answered(world, key):
    """Each cell is answered from its own source, whichever of three questions reaches it; and where another source
    answers instead today, the answer says so."""
    own = Gathered(key)
    unanswered, contradicted = [], []
    for measure in parts(own.table["measures"]):
        for span in own.spans():
            asked = [own.question(measure, span, by_source=True), own.question(measure, span)]
            if own.table["status"] == "superseded":
                asked[1] = own.question(measure, span, as_of=days(own.source["published"]))
            answers = [own.answer(world, measure, question) for question in asked]
            for place, figure in own.cells(measure, span):
                found = [cell for answer in answers for cell in answer.get(place, [])]
                from_own = [value for sources, value in found if own.source["id"] in sources]
                if figure in from_own or figure == "" and not from_own:
                    continue
                (contradicted if from_own else unanswered).append((place, figure, found))
    expected = LEFT_OUT.get(key, 0)
    assert len(contradicted) == CORRECTED.get(key, 0), contradicted[:5]
    # An edition of which another of the same day and source says the same.
    unanswered = [cell for cell in unanswered if not any(value == cell[1] for _, value in cell[2])]
    assert len(unanswered) == expected, unanswered[:5]


@pytest.mark.parametrize("start", range(0, len(TABLES), 32))
def test_each_table_is_described_with_its_source_and_note(world, start):
    for key in list(TABLES)[start:start + 32]:
        said = " ".join(world.run("describe", key).output.split())
        assert " ".join(TABLES[key]["note"].split()) in said, key
        assert SOURCES[TABLES[key]["source"]]["title"].split(",")[0] in said, key
