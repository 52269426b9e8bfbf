"""What is written for other programs: schemas, and errors as JSON."""

import copy
import json
import re

import pytest

jsonschema = pytest.importorskip("jsonschema")

SCHEMAS = ["report", "check", "read", "error"]


def closed(schema):
    """The schema without room for members that it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {name: closed(part) for name, part in schema.items()}
    if "properties" in schema:
        schema.setdefault("additionalProperties", False)
    return schema


def published(project, name):
    return json.loads((project / f"docs/schemas/{name}.schema.json").read_text())


@pytest.fixture(scope="session")
def validate(project):
    """Validates against a schema; members that it does not name are an error here."""
    validators = {}
    for name in SCHEMAS:
        schema = published(project, name)
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[name] = jsonschema.Draft202012Validator(closed(schema))

    def validate(name, value):
        found = [f"{error.json_path}: {error.message}" for error in validators[name].iter_errors(value)]
        assert found == [], found[:5]

    return validate


@pytest.mark.parametrize("name", SCHEMAS)
def test_published(world, project, name):
    """The program prints what is published."""
    result = world.run("schema", name)
    assert (result.status, result.errors) == (0, "")
    assert result.output == (project / f"docs/schemas/{name}.schema.json").read_text()
    assert result.output.count('"$schema": "https://json-schema.org/draft/2020-12/schema"') == 1


def test_slips_of_schemas(world):
    result = world.run("schema", "reprot")
    assert result.status == 2 and result.errors.endswith("hint: tally schema report\n")
    assert "schemas are report, check, read, error" in world.run("schema", "x").errors


def typed(project, pages):
    """Every statement of one line on the pages, without its format, its file and what is said of it."""
    found = []
    for page in pages:
        lines = (project / page).read_text().splitlines()
        for line, after in zip(lines, [*lines[1:], ""]):
            if line.startswith("tally> ") and not after.startswith("  ...>"):
                found.append(re.split(r" \| | > \"| *#|;", line.removeprefix("tally> "))[0])
    return sorted(set(found) - {""})


def questions(project):
    """Those of the pages that a session answers with rows."""
    pages = sorted(path.relative_to(project) for path in (project / "docs/language").glob("*.md"))
    found = [line for line in typed(project, [*pages, "docs/questions.md", "README.md"]) if "$" not in line]
    # What opens a bracket or a quote goes on in the next line.
    found = [line for line in found if line.count("(") == line.count(")") and line.count('"') % 2 == 0]
    return [line for line in found if not re.match(r"(let|check|show|describe|explain|help|read)\b|\.|\d", line)]


def test_reports_of_many_questions(world, project, validate):
    """Whatever is asked on the pages, in `report`."""
    script = world.write("all.tally", "".join(f"{question} | report\n" for question in questions(project)))
    result = world.run("--keep-going", "-f", script, timeout=300)
    decoder, text, count = json.JSONDecoder(), result.output.strip(), 0
    kinds = set()
    while text:
        report, end = decoder.raw_decode(text)
        validate("report", report)
        kinds |= {note["kind"] for note in report["notes"]}
        names = {column["name"] for column in report["columns"]}
        assert all(set(row) == names for row in report["rows"])
        text, count = text[end:].lstrip(), count + 1
    print(count, kinds)
    assert count > 150 and len(kinds) >= 6


def test_reports_of_lists(world, validate):
    for kind in ["measures", "sources", "documents", "datasets"]:
        validate("report", json.loads(world.run(f"show {kind} | report").output))


def test_checks(world, project, validate):
    """Those of documents, of the pages and of a script, in both forms."""
    for line in ["check claims", "check document dhs-fact-sheet-2024-06-04", "check claim nov_2024_down_18"]:
        validate("check", json.loads(world.run(line + " | json").output))
    found = typed(project, ["docs/language/check.md", "docs/documents.md", "README.md"])
    found = [line for line in found if re.match(r"check (?!claims?|documents?|figures?|\")", line)]
    script = world.write("all.tally", "".join(f"{line} | jsonl\n" for line in found))
    result = world.run("--keep-going", "-f", script, timeout=120)
    lines = [json.loads(line) for line in result.output.splitlines()]
    validate("check", lines)
    assert len(lines) > 20 and {line["formatVersion"] for line in lines} == {1}


def test_texts(world, project, validate):
    path = project / "docs/examples/release.txt"
    for more in [[], ["--date-stamp"]]:
        value = json.loads(world.run("read", path, "--format", "json", *more).output)
        assert len(value) == 6
        validate("read", value)
    lines = world.run("read", path, "--format", "jsonl").output.splitlines()
    validate("read", [json.loads(line) for line in lines])
    texts = project.parent / "shared/examples/texts"
    if texts.is_dir():
        for text in sorted(texts.glob("*"))[:8]:
            validate("read", json.loads(world.run("read", text, "--format", "json", timeout=120).output))


# Errors.


def errors(result):
    """Every line on standard error, each an object."""
    return [json.loads(line) for line in result.errors.splitlines()]


def test_place_of_a_mistake(world, validate):
    result = world.run("--errors", "json", "removals by fy sinse 2010", "--strict")
    assert (result.status, result.output) == (1, "")
    [error] = errors(result)
    validate("error", error)
    assert error["kind"] == "mistake" and error["id"] == "unknown-clause"
    assert error["place"] == {"file": None, "line": 1, "column": 16, "length": 5, "text": "sinse"}
    assert error["try"] and all(world.run("-c", line).status == 0 for line in error["try"])


def test_place_in_a_script(world, validate):
    world.write("story.tally", "removals in fy2022\n\nencounters by fy,\n  citizenshp since 2020\nrémovals dé fy\n")
    result = world.run("--errors=json", "--keep-going", "-f", "story.tally")
    assert result.status == 1
    first, second = errors(result)
    validate("error", first)
    place = first["place"]
    assert (place["file"], place["line"], place["column"], place["text"]) == ("story.tally", 4, 3, "citizenshp")
    assert second["place"]["line"] == 5


@pytest.mark.parametrize(
    "arguments, status, kind",
    [
        (["removals in fy1800"], 1, "no data"),
        (["removals by moon in fy2022"], 1, "mistake"),
        (["removals by religion in fy2022"], 1, "not held"),
        (["--database", "nothing.db", "removals in fy2022"], 3, "database"),
        (["-f", "nothing.tally"], 2, "file"),
        (["--format", "jsn", "x"], 2, "call"),
        (["--formt", "json", "x"], 2, "call"),
        (["removals in fy2022 | csv > \"/nowhere/x.csv\""], 74, "output"),
        (["import", "nothing.csv"], 1, "file"),
        (["import", "bad.csv", "--measure", "removals=Count", "--by", "citizenship=Country,fy=FY"], 1, "file"),
        (["drop", "nothing"], 1, "file"),
        (["export", "folder", "removls in fy2022"], 1, "mistake"),
        (["export", "/nowhere/folder", "removals in fy2022"], 74, "output"),
        (["read", "nothing.txt"], 1, "file"),
        (["datasets", "extra"], 2, "call"),
        (["schema", "x"], 2, "call"),
        (["serve"], 2, "call"),
        (["build-database", "--seed", "/nowhere", "--schema", "/nowhere"], 3, "file"),
    ],
)
def test_kinds_of_errors(world, validate, arguments, status, kind):
    """Of every command: the status is that of the text, and the text is told too."""
    world.write("bad.csv", "Country,FY,Count\nMexico,2022,five\n")
    plain = world.run(*arguments)
    # Options are after a subcommand.
    first = arguments[0] if not arguments[0].startswith("-") and " " not in arguments[0] else None
    given = [first, "--errors", "json", *arguments[1:]] if first else ["--errors", "json", *arguments]
    result = world.run(*given)
    assert plain.status == result.status == status, (plain.errors, result.errors)
    assert plain.output == result.output
    lines = errors(result)
    for line in lines:
        validate("error", line)
        assert line["message"].split("\n")[0][:40] in plain.errors
    assert lines[0]["kind"] == kind, lines
    # A file is named where it is meant: in the message, or as the place.
    if kind == "file" and arguments[0] in ("import", "read"):
        file = (lines[0]["place"] or {}).get("file")
        assert file == arguments[1] or arguments[1] in lines[0]["message"], lines


def test_lines_of_a_file(world):
    world.write("bad.csv", "Country,FY,Count\nMexico,2022,five\n")
    arguments = ["bad.csv", "--measure", "removals=Count", "--by", "citizenship=Country,fy=FY"]
    [error] = errors(world.run("import", "--errors", "json", *arguments))
    assert error["place"]["line"] == 2 and error["place"]["file"].endswith("bad.csv")


def test_notes_are_told_apart(world, validate):
    """What is no error is one of the objects too."""
    world.write("story.tally", "check removals in fy2022 = 108733\ncheck removals in fy2022 = 5\n")
    result = world.run("--errors", "json", "--keep-going", "-f", "story.tally")
    assert result.status == 1
    [note] = errors(result)
    validate("error", note)
    assert note["kind"] == "note" and note["message"].startswith("2 checked")


def test_a_value_that_is_none(world):
    result = world.run("--errors", "xml", "removals in fy2022")
    assert result.status == 2 and "`--errors <errors>`" in result.errors
