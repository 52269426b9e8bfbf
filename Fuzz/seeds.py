"""Where each target begins: lines of the pages and of the tests, and the cases that were found.

    Fuzz/seeds.py FOLDER
"""

import hashlib
import pathlib
import re
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[1]
TARGETS = ("language", "phrases", "texts", "tables", "workbooks", "seed", "completion", "scripts")


def questions():
    """What is typed in the pages."""
    for page in sorted(PROJECT.glob("docs/**/*.md")):
        for statement in re.findall(r"^tally> (.+(?:\n  \.\.\.> .+)*)", page.read_text(), re.MULTILINE):
            yield statement.replace("\n  ...> ", "\n  ")


def phrases():
    """Lines in people's own words, of the tests."""
    for path in sorted(PROJECT.glob("Tests/ReadingTests/Pairs/*.tsv")):
        for line in path.read_text().splitlines():
            if line and not line.startswith("#"):
                yield line.split("\t")[0]


def texts():
    """Articles, as plain text and as a page."""
    for path in sorted(PROJECT.glob("docs/examples/*.txt")):
        for paragraph in path.read_text().split("\n\n"):
            yield "\0" + paragraph
            yield "\2<p>" + paragraph + "</p>"


def tables():
    """Small tables that are declared in each way."""
    yield "\1Month,Country,Count\n2024-05,Mexico,999\n2024-06,\"El Salvador\",5\n"
    yield "\2FY;Country;Count\r\n2022;Mexico;5\r\n2022;<18;7\r\n"
    yield "\3Country,2021,2022,Notes\nMexico,5,6,x\nCuba,7,\" 8 \",y\nTotal,12,14,\n"
    yield "\4Date\n2024-05-01\n05/02/2024\n"
    yield "\5a title\n,Count\nMonth,\n2024-05,1.250\n2024-06,NA\n2024-07,*\n"
    yield "\6Date\tCourt\tCount\n2024-05-01\tA\t10\n2024-05-02\t*\t20\n"
    yield '\1{"Month":"2024-05","Country":"Mexico","Count":5}\n'
    for path in sorted(PROJECT.glob("seed/formats/*.csv")):
        yield "\0" + path.read_text()[:2000]


def workbooks():
    """The sheet, then the texts that its cells name."""
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{column}{row}" {kind}<v>{value}</v></c>' for column, kind, value in cells) + "</row>"
        for row, cells in enumerate(
            [
                [("A", 't="s">', 0), ("B", 't="str">', "FY"), ("C", 't="s">', 2)],
                [("A", 't="s">', 1), ("B", ">", 2022), ("C", ">", 5)],
                [("A", 't="inlineStr"><is><t>Cuba</t></is>', ""), ("B", ">", 2022), ("C", ">", "7E1")],
            ],
            start=1,
        )
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    for kind in "\1\2\3\4\5\6":
        yield f'{kind}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'


def seed_files():
    """The tests' small seed: names and contents, in the order of the names."""
    text = (PROJECT / "Tests/TestSupport/TinySeed.swift").read_text()
    files = re.findall(r'^  "([^"]+)": """\n(.*?)\n?  """', text, re.MULTILINE | re.DOTALL)
    short = re.findall(r'^  "([^"]+)": "([^"\n]+)"', text, re.MULTILINE)
    return sorted(
        [(name, re.sub(r"^  ", "", contents, flags=re.MULTILINE)) for name, contents in files]
        + [(name, contents.replace("\\n", "\n")) for name, contents in short]
    )


def seed():
    """Each file, after the number of its place."""
    for place, (_, contents) in enumerate(seed_files()):
        yield chr(place) + contents


def scripts():
    """Several statements each, with headings and parameters."""
    for path in sorted(PROJECT.glob("docs/**/*.tally")):
        yield path.read_text()[:4000]
    lines = list(questions())
    for place in range(0, len(lines) - 4, 40):
        yield "\n".join(lines[place : place + 4]) + "\n"


def main(folder):
    made = {
        "language": questions(),
        "phrases": phrases(),
        "texts": texts(),
        "tables": tables(),
        "workbooks": workbooks(),
        "seed": seed(),
        "completion": ("\x7f" + line for line in questions()),
        "scripts": scripts(),
    }
    for target in TARGETS:
        (folder / target).mkdir(parents=True, exist_ok=True)
        cases = [case.encode() for case in made[target]]
        cases += [path.read_bytes() for path in sorted((PROJECT / "Fuzz/Corpus" / target).glob("*"))]
        for case in cases:
            (folder / target / hashlib.sha1(case).hexdigest()).write_bytes(case)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
