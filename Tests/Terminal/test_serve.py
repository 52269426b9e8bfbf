"""`tally serve --stdio`: one process for many questions, for programs and for agents."""

import asyncio
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import time

import pytest

from served import Served

QUESTION = "removals by fy since 2020"


@pytest.fixture
def served(world):
    with Served(world) as served:
        yield served


def test_answers_are_those_of_the_command_line(world, served):
    """JSON comes as JSON, everything else as a text, and both are what the program writes itself."""
    for format in ["report", "json", "vega"]:
        result = served.result("ask", question=QUESTION, format=format)
        assert result == {"format": format, "value": json.loads(world.run("--format", format, QUESTION).output)}
    for format in ["table", "csv", "jsonl", "markdown", "html", "svg", "sql", "chart"]:
        result = served.result("ask", question=QUESTION, format=format)
        assert result == {"format": format, "text": world.run("--format", format, QUESTION).output}
    assert served.result("ask", question=QUESTION)["format"] == "report"
    # What the question says itself counts for more.
    assert served.result("ask", question=QUESTION + " | csv", format="json")["format"] == "csv"


def test_the_other_methods(world, served):
    statement = "removals in fy2022 = 108733"
    checked = served.result("check", statement=statement)
    assert checked["value"] == json.loads(world.run(f"check {statement} | json").output)
    assert served.result("check", statement="check " + statement) == checked
    told = served.result("check", statement=statement, format="report")
    assert told["format"] == "report" and "figures agree" in told["text"]

    measures = served.result("show", kind="measures")["value"]
    assert measures == json.loads(world.run("show measures | json").output)
    assert served.result("show", kind="show measures")["value"] == measures

    page = served.result("describe", name="removals")
    assert page == {"format": "text", "text": world.run("describe removals").output}

    text = "There were 108,733 removals in fiscal year 2022. In fiscal year 2021 there were 10 removals."
    read = served.result("read", text=text, name="note.txt", date="2024-01-02")["value"]
    path = world.write("note.txt", text)
    assert read == json.loads(world.run("read", path.name, "--date", "2024-01-02", "--format", "json").output)
    assert [one["verdict"] for one in read] == ["holds", "fails"]


def test_people_in_their_own_words(served):
    """Read only where that is wanted, and said."""
    line = "how many people were removed in fiscal year 2022?"
    assert "try" in served.error("ask", question=line)["data"]
    result = served.result("ask", question=line, format="csv", free=True)
    assert "108733" in result["text"] and result["messages"][0].startswith("read as: removals")
    report = served.result("ask", question=line, free=True)["value"]
    assert report["asked"] == line and report["question"].startswith("removals")


def test_mistakes(world, served):
    """Each is what `--errors json` says, and the next request is answered."""
    for question in ["removals by sinse 2010", "removls in fy2022", "removals in fy1800", "", "removals | xml"]:
        error = served.error("ask", question=question)
        assert error["code"] == 1 and error["message"] == error["data"]["message"]
        if question:
            told = world.run("--errors", "json", "-c", question)
            assert json.loads(told.errors) == error["data"]
    assert served.result("ask", question="removals in fy2022 | json")["value"] == [{"removals": 108733}]


@pytest.mark.parametrize("method, parameters", [
    ("ask", {"question": QUESTION, "format": "xlsx"}), ("ask", {"question": QUESTION + " | xlsx"}),
    ("show", {"kind": "measures", "format": "xlsx"}), ("describe", {"name": "removals", "format": "xlsx"}),
])
def test_workbooks_are_no_replies(served, method, parameters):
    """A file that is no text is told as such, however often it is asked for; what writes it is named."""
    for _ in range(2):
        error = served.error(method, **parameters)
        assert "makes a file that is no text" in error["message"] and "answer.xlsx" in error["data"]["hint"]
    assert served.result("ask", question="removals in fy2022", format="csv")["text"] == "removals\n108733\n"


def test_describe_as_rows(world, served):
    """A page in a format of lists is what the command line writes."""
    for form in ["json", "csv", "markdown"]:
        page = served.result("describe", name="removals", format=form)
        told = world.run("-c", f"describe removals | {form}").output
        assert page["format"] in (form, "text") and (page.get("text") == told or page.get("value") == json.loads(told))


@pytest.mark.parametrize(
    "method, parameters, said",
    [
        ("ask", {}, "`question` is missing"),
        ("ask", {"question": 5}, "`question` is a text"),
        ("ask", {"question": QUESTION, "formt": "csv"}, "there is no parameter `formt`; did you mean `format`?"),
        ("ask", {"question": QUESTION, "format": "cvs"}, "no format is called `cvs`; did you mean `csv`?"),
        ("ask", {"question": QUESTION, "free": "yes"}, "`free` is true or false"),
        ("ask", {"question": "show measures"}, "`ask` takes a question, and not `show`"),
        ("ask", {"question": "let x = removals"}, "`ask` takes a question, and not `let`"),
        ("ask", {"question": ".read story.tally"}, "`ask` takes a question, and no command of the prompt"),
        ("ask", {"question": "# a heading"}, "nothing was asked"),
        ("ask", {"question": "a\0b"}, "`question` holds U+0000, which is no part of a text"),
        ("read", {"text": "x", "date": "May"}, "`date` is a day such as 2025-01-14"),
        ("read", {"text": "x", "format": "svg"}, "no format of texts is called `svg`; formats are table, "),
        ("tools/call", {"name": "aks"}, "no tool is called `aks`; did you mean `ask`?"),
        ("tools/call", {}, "`name` is missing"),
    ],
)
def test_wrong_parameters(served, method, parameters, said):
    error = served.error(method, **parameters)
    assert error["code"] == -32602 and error["message"].startswith(said)


@pytest.mark.parametrize(
    "line, code, id",
    [
        (b"{", -32700, None),
        (b"removals in fy2022", -32700, None),
        (b'{"id": 1, "method": "ask",}', -32700, None),
        (b"\xff\xfe", -32700, None),
        (b"[" * 100_000, -32700, None),
        (b"5", -32600, None),
        (b'"ask"', -32600, None),
        (b"[]", -32600, None),
        (b"{}", -32600, None),
        (b'{"id": 7}', -32600, 7),
        (b'{"id": 7, "method": 3}', -32600, 7),
        (b'{"id": {"a": 1}, "method": "ping"}', -32600, None),
        (b'{"jsonrpc": "1.0", "id": "a", "method": "ping"}', -32600, "a"),
        (b'{"id": "\\u00e9\\"", "method": "nothing"}', -32601, 'é"'),
        (b'{"id": 1, "method": "aks"}', -32601, 1),
        (b'{"id": 2, "method": "ask", "params": ["removals"]}', -32602, 2),
        (b'{"id": 2, "method": "ask", "params": {"\\"": 1, "question": 3}}', -32602, 2),
        (b'{"id": 2.50, "method": "ask"}', -32602, 2.5),
        (b'{"id": 12345678901234567890, "method": "ask"}', -32602, 12345678901234567890),
        (b'{"id": null, "method": "ask"}', -32602, None),
    ],
)
def test_wrong_lines(served, line, code, id):
    """Each is answered, with its id where it has one, and ends nothing."""
    served.send(line)
    answer = served.receive()
    assert (answer["error"]["code"], answer["id"]) == (code, id)
    assert served.result("ping") == {}


def test_lines(served):
    """Blank lines and notifications are not answered; several requests in a line are, together."""
    served.send(b"\n  \r\n")
    served.send(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}\r')
    served.send(b'{"method": "ask", "params": {"question": "removals in fy2022"}}')
    served.send(b'[{"method": "ping"}]')
    served.send(b'[{"id": 1, "method": "ping"}, {"method": "ping"}, 5, {"id": "x", "method": "no"}]')
    answer = served.receive()
    assert [one["id"] for one in answer] == [1, None, "x"]
    assert answer[0]["result"] == {} and [one["error"]["code"] for one in answer[1:]] == [-32600, -32601]
    # Texts keep their line ends and spaces.
    text = served.result("ask", question="removals in fy2022", format="table")["text"]
    assert "\n\n removals · October 2021" in text


def test_endless_line(served):
    """Passed over without being held, and answered."""
    before = served.memory()
    for _ in range(50):
        served.process.stdin.write(b" " * (1 << 20))
    served.send(b"")
    assert served.receive()["error"]["code"] == -32600
    assert served.memory() < before + 60
    assert served.result("ping") == {}


def test_last_line_without_end(world):
    line = b'{"id": 1, "method": "ask", "params": {"question": "removals in fy2022 | json"}}'
    result = world.run("serve", "--stdio", given=line)
    assert (result.status, result.errors) == (0, "")
    assert json.loads(result.output)["result"]["value"] == [{"removals": 108733}]
    assert result.output.count("\n") == 1


def test_nothing_is_written(world, served):
    """Whoever sends lines cannot make files, run scripts or read them."""
    world.write("secret.txt", "In fiscal year 2022 there were 108,733 removals.")
    world.write("story.tally", "removals in fy2022")
    for method, parameters in [
        ("ask", {"question": 'removals in fy2022 > "out.csv"'}),
        ("ask", {"question": 'removals in fy2022 | csv > "out.csv"'}),
        ("ask", {"question": 'read "secret.txt"'}),
        ("ask", {"question": '.once out.csv'}),
        ("ask", {"question": 'explain removals in fy2022 > "out.csv"'}),
        ("check", {"statement": 'removals in fy2022 = 108733 > "out.csv"'}),
        ("show", {"kind": 'measures > "out.csv"'}),
        ("describe", {"name": 'removals > "out.csv"'}),
    ]:
        served.error(method, **parameters)
    names = {path.name for path in world.folder.iterdir()}
    assert names == {"home", "secret.txt", "story.tally"}


def test_requests_stand_alone(served):
    """What one leaves behind at the prompt, the next does not find."""
    error = served.error("ask", question="removals by fy sinse 2010")
    assert error["data"]["try"]
    assert served.error("ask", question="1")["code"] == 1
    served.result("ask", question=QUESTION, format="csv")
    assert served.result("ask", question=QUESTION)["format"] == "report"


def test_imports_are_seen(world, served):
    """A file that another process imports is there for the next request."""
    question = "removals for mexico in jan 2026 | json"
    assert served.error("ask", question=question)["data"]["kind"] == "no data"
    world.write("r.csv", "Country,Month,Count\nMexico,2026-01,5\n")
    done = world.run("import", "r.csv", "--measure", "removals=Count", "--by", "citizenship=Country,month=Month")
    assert done.status == 0, done.errors
    assert served.result("ask", question=question)["value"] == [{"removals": 5}]


def test_damaged_imports(world, served):
    """Told for each request, until they are there again."""
    # A server that opens the file while it is written keeps its log, and then looks only there for changes.
    assert served.result("ping") == {}
    world.write("r.csv", "Country,Month,Count\nMexico,2026-01,5\n")
    world.run("import", "r.csv", "--measure", "removals=Count", "--by", "citizenship=Country,month=Month")
    assert served.result("ask", question="removals for mexico in jan 2026 | json")["value"] == [{"removals": 5}]
    [path] = (world.home / "data").rglob("imported.db")
    whole = path.read_bytes()
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    assert served.error("ask", question=QUESTION)["code"] == 3
    assert served.result("ping") == {}
    path.write_bytes(whole)
    assert served.result("ask", question="removals for mexico in jan 2026 | json")["value"] == [{"removals": 5}]


def test_end_of_input_and_of_the_reader(world):
    with Served(world) as served:
        assert served.close() == (0, "")
    with Served(world) as served:
        served.process.stdout.close()
        served.send(b'{"id": 1, "method": "ping"}')
        # A shell tells both as 141.
        assert served.process.wait(20) in (141, -signal.SIGPIPE)


def test_calls(world):
    result = world.run("serve")
    assert (result.status, result.output) == (2, "")
    assert result.errors.endswith("hint: tally serve --stdio\n")
    missing = world.run("serve", "--stdio", "--database", "nothing.db", "--errors", "json")
    assert missing.status == 3 and json.loads(missing.errors)["kind"] == "database"


def test_random_lines(served):
    """Thousands of damaged requests: one answer each, and none is the end."""
    dice = random.Random(22)
    whole = [
        b'{"jsonrpc": "2.0", "id": 1, "method": "ask", "params": {"question": "removals by fy", "format": "csv"}}',
        b'{"id": "a", "method": "check", "params": {"statement": "removals in fy2022 = 5", "free": true}}',
        b'{"id": 3, "method": "tools/call", "params": {"name": "describe", "arguments": {"name": "removals"}}}',
    ]
    for _ in range(600):
        line = bytearray(dice.choice(whole))
        for _ in range(dice.randint(1, 4)):
            place = dice.randrange(len(line))
            if dice.random() < 0.5:
                line[place] = dice.randrange(256)
            else:
                del line[place]
        line = bytes(line).replace(b"\n", b" ")
        served.send(line + b"\n" + b'{"id": "end", "method": "ping"}')
        answers = [served.receive()]
        if answers[0] != {"jsonrpc": "2.0", "id": "end", "result": {}}:
            answers.append(served.receive())
        assert answers[-1]["id"] == "end" and len(answers) <= 2


def test_many_questions(served):
    """Prepared state is kept and nothing else: memory does not grow with the number of questions."""
    places = ["mexico", "guatemala", "honduras", "el salvador", "cuba", "haiti", "venezuela", "brazil"]
    questions = [f"removals for {place} in fy{year}" for place in places for year in range(2013, 2023)]
    times = []
    for index in range(1000):
        start = time.perf_counter()
        served.result("ask", question=questions[index % len(questions)])
        times.append(time.perf_counter() - start)
        if index == 200:
            early = served.memory()
    print(f"median {statistics.median(times) * 1000:.2f} ms, {served.memory():.1f} MiB")
    assert served.memory() < early + 3


# The Model Context Protocol, spoken by its own client.


def talk(world, conversation, mode=None):
    """Runs a conversation with a client of the protocol."""
    mcp = pytest.importorskip("mcp")
    from mcp.client.stdio import StdioServerParameters, stdio_client

    async def run():
        parameters = StdioServerParameters(
            command=str(world.tally), args=["serve", "--stdio"], env=world.environment(), cwd=str(world.folder)
        )
        if mode is not None:
            async with mcp.Client(stdio_client(parameters), mode=mode) as client:
                return await conversation(client)
        async with stdio_client(parameters) as (reading, writing):
            async with mcp.ClientSession(reading, writing) as session:
                await session.initialize()
                return await conversation(session)

    return asyncio.run(asyncio.wait_for(run(), 60))


async def conversation(client):
    """What an agent does: looks, asks, errs, mends."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert list(tools) == ["ask", "check", "read", "describe", "show"]
    answer = await client.call_tool("ask", {"question": "removals in fy2022"})
    assert "108,733" in answer.content[0].text and "OHSS" in answer.content[0].text
    report = await client.call_tool("ask", {"question": "removals in fy2022", "format": "report"})
    wrong = await client.call_tool("ask", {"question": "removals by fy sinse 2020"})
    line = wrong.content[0].text.split("try:  ")[1].split("\n")[0]
    mended = await client.call_tool("ask", {"question": line})
    judged = await client.call_tool("check", {"statement": "removals in fy2022 = 108733"})
    slip = await client.call_tool("ask", {"qestion": "removals"})
    return tools, report, wrong, mended, judged, slip


def ways_of_speaking():
    """Those that the installed client knows: one that knows the revision of 2026 speaks as before it, too."""
    try:
        import mcp
    except ImportError:
        return [None]
    return [None, "auto", "legacy"] if hasattr(mcp, "Client") else [None]


@pytest.mark.parametrize("mode", ways_of_speaking())
def test_agents(world, mode):
    """A client of the protocol finds five tools, in its oldest way of speaking and in its newest."""
    tools, report, wrong, mended, judged, slip = talk(world, conversation, mode)
    structured = getattr(report, "structured_content", None) or report.structuredContent
    assert structured["rows"] == [{"removals": 108733}]
    failed = [getattr(one, "is_error", None) or getattr(one, "isError", False) for one in (wrong, mended, judged, slip)]
    assert failed == [True, False, False, True]
    assert "237,364" in mended.content[0].text and judged.content[0].text.lstrip().startswith("holds")
    assert "did you mean `question`?" in slip.content[0].text


@pytest.mark.parametrize(
    "asked, agreed",
    [("2024-11-05", "2024-11-05"), ("2025-06-18", "2025-06-18"), ("2031-01-01", "2025-11-25"), (None, "2025-11-25")],
)
def test_revisions(served, asked, agreed):
    """The revision that a client asks for, or the newest that can be agreed on."""
    parameters = {"capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    if asked:
        parameters["protocolVersion"] = asked
    result = served.result("initialize", **parameters)
    assert result["protocolVersion"] == agreed and result["serverInfo"]["name"] == "tally"
    assert "tools" in result["capabilities"]


def test_stateless_revision(served):
    """It names its version in each request; one that is not spoken is refused by what is."""
    key = "io.modelcontextprotocol/protocolVersion"
    found = served.result("server/discover", _meta={key: "2026-07-28"})
    assert "2026-07-28" in found["supportedVersions"] and found["resultType"] == "complete"
    listed = served.result("tools/list", _meta={key: "2026-07-28"})
    assert len(listed["tools"]) == 5 and listed["cacheScope"] == "public"
    error = served.error("server/discover", _meta={key: "2031-01-01"})
    assert error["code"] == -32022 and "2026-07-28" in error["data"]["supported"]


def test_page_for_programs(world, project):
    """The lines of shell and Python on the page run as they are."""
    page = (project / "docs/for-programs.md").read_text()
    path = f"{world.tally.parent}:{os.environ['PATH']}"
    world.write("release.txt", "There were 108,733 removals in fiscal year 2022.")
    for block in page.split("```sh\n")[1:]:
        done = subprocess.run(
            ["sh", "-c", block.split("```")[0]], cwd=world.folder, env=world.environment({"PATH": path}),
            capture_output=True, text=True,
        )
        assert "108733" in done.stdout or "sinse" in done.stderr, done
    python = page.split("```python\n")[1].split("```")[0]
    done = subprocess.run(
        [sys.executable, "-c", python], cwd=world.folder, env=world.environment({"PATH": path}),
        capture_output=True, text=True, timeout=60,
    )
    assert "(2022, 108733)" in done.stdout and "OHSS" in done.stdout, done.stderr
