"""The prompt: it answers, stays when something is given up, and leaves when told to."""

import os
import pathlib
import re
import signal
import stat
import subprocess
import unicodedata

import pytest

from prompt import CONTROL, ENTER, control, plain

REMOVALS_2012 = "415,579"
MONTHS = "encounters by month, citizenship in fy2024"


def test_first_prompt_stands_alone(world):
    """Nothing is written before the prompt: no greeting, no escape but the switch for pastes."""
    prompt = world.prompt()
    assert prompt.first == ""
    assert prompt.shown == "tally> "
    assert prompt.written_within(0.1) == ""


def test_question_is_answered(world):
    """A line is a question; the next prompt follows its answer."""
    prompt = world.prompt()
    answer = plain(prompt.ask("removals in fy2012"))
    assert REMOVALS_2012 in answer
    assert "Yearbook of Immigration Statistics" in answer
    assert prompt.shown == "tally> "


def test_mistake_is_explained_and_the_prompt_stays(world):
    """A mistake costs an explanation, not the session."""
    prompt = world.prompt()
    answer = plain(prompt.ask("remuvls in fy2012"))
    assert "error: no measure is called `remuvls`\n  remuvls in fy2012\n  ^^^^^^^\n" in answer
    assert "lists what can be counted" in answer
    assert REMOVALS_2012 in prompt.ask("removals in fy2012")
    assert prompt.leave() == 0


def test_several_questions_on_one_line(world):
    """`;` separates questions; the first mistake ends the line."""
    prompt = world.prompt()
    line = "returns in fy2012 | csv; removals in fy2012 | csv; nonsense; removals in fy2013"
    answer = plain(prompt.ask(line))
    assert "231105\nremovals\n415579\n" in answer
    assert "nonsense" in answer
    assert "432" not in answer


@pytest.mark.parametrize(
    "line, read",
    [
        ("encounters in 2023; by month", "read as: encounters by month in fy2023"),
        ("how many removals of mexicans; in 2019", "read as: removals for mexico in fy2019"),
    ],
)
def test_semicolon_of_speech_does_not_cut_the_line(world, line, read):
    """A part that is nothing by itself belongs to the line that it was typed in."""
    prompt = world.prompt()
    answer = plain(prompt.ask(line))
    assert read in answer
    assert "error:" not in answer


@pytest.mark.parametrize(
    "line, parts",
    [
        ("removals in fy2012; returns in fy2012", 2),
        ("how many removals in 2012; how many returns in 2012", 2),
        ("removals in fy2012; remuvls in fy2013", 1),
    ],
)
def test_semicolon_between_questions_cuts_the_line(world, line, parts):
    """Each is answered by itself, and a mistake in one of them is told of it alone."""
    prompt = world.prompt()
    answer = plain(prompt.ask(line))
    assert REMOVALS_2012 in answer
    assert answer.count(" · October 2011 – September 2012") == parts


def test_let_in_is_no_definition(world):
    """`let` without its sign is a word of speech."""
    prompt = world.prompt()
    answer = plain(prompt.ask("let in under biden"))
    assert "not held: people released into the country" in answer
    assert "try:" in answer


def test_enter_alone_shows_where_to_start(world):
    """Enter alone, and spaces, show one screen to start from, and are not remembered; a comment shows nothing."""
    prompt = world.prompt()
    for line in ("", "   "):
        screen = plain(prompt.ask(line))
        assert "removals by fy since 2010" in screen
        assert len(screen.splitlines()) <= 24
    assert plain(prompt.ask("# a comment")) == ""
    assert not world.history.exists() or b"comment" in world.history.read_bytes()


def test_mode_holds_for_the_session(world):
    """`.mode` changes how answers are written from then on."""
    prompt = world.prompt()
    prompt.ask(".mode json")
    assert '{"removals": 415579}' in prompt.ask("removals in fy2012")
    assert plain(prompt.ask("removals in fy2012 | csv")) == "removals\n415579\n"


def test_format_option_opens_the_prompt_with_it(world):
    """`--format` on the command line is the session's first format."""
    prompt = world.prompt("--format", "csv")
    assert plain(prompt.ask("removals in fy2012")) == "removals\n415579\n"


def test_sql_of_the_last_question(world):
    """`.sql` alone shows the SQL of the question before it."""
    prompt = world.prompt()
    prompt.ask("removals in fy2012")
    assert "SELECT" in prompt.ask(".sql")


# MARK: Giving up and leaving


def test_interrupt_clears_the_line_and_stays(world):
    """Ctrl-C gives the line up; what was typed is neither asked nor remembered."""
    prompt = world.prompt()
    prompt.type("removals in fy20" + control("c"))
    assert plain(prompt.next_prompt()).endswith("^C\n")
    prompt.type(control("c"))
    prompt.next_prompt()
    assert REMOVALS_2012 in prompt.ask("removals in fy2012")
    assert world.history.read_bytes() == b"_HiStOrY_V2_\nremovals\\040in\\040fy2012\n"
    assert prompt.leave() == 0


def test_end_of_input_leaves(world):
    """Ctrl-D on an empty line leaves with status 0, on a row of its own, pastes switched off."""
    prompt = world.prompt()
    assert prompt.leave() == 0
    assert prompt.rest.endswith("\x1b[?2004l")
    assert "\r\n" in prompt.rest


def test_end_of_input_amid_a_line_does_not_leave(world):
    """Ctrl-D after a line does nothing, before its end it deletes."""
    prompt = world.prompt()
    prompt.type("removals in fy2012" + control("d"))
    prompt.type(control("a") + control("d") * 2 + "re" + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert REMOVALS_2012 in prompt.next_prompt()


@pytest.mark.parametrize("line", [".quit", ".QUIT", "removals in fy2012; .quit"])
def test_quit_leaves(world, line):
    """`.quit` leaves with status 0."""
    prompt = world.prompt()
    prompt.type(line + ENTER)
    assert prompt.end() == 0


def test_status_is_0_after_mistakes(world):
    """What went wrong at the prompt was told there; leaving is no failure."""
    prompt = world.prompt()
    prompt.ask("nonsense")
    assert prompt.leave() == 0


# MARK: More than one line


@pytest.mark.parametrize(
    "start", ["removals by fy,", "removals \\", "removals |", "removals where (", 'removals as "']
)
def test_open_line_goes_on(world, start):
    """A comma, a backslash, a bar, an open bracket or quote at the end asks for more."""
    prompt = world.prompt()
    assert plain(prompt.ask(start)) == ""
    assert prompt.shown == "  ...> "


def test_lines_are_one_question_and_one_entry(world):
    """A question over two lines is answered whole and comes back whole."""
    prompt = world.prompt()
    prompt.ask("returns, \\")
    answer = plain(prompt.ask("  removals in fy2012 | csv"))
    assert answer == "returns,removals\n231105,415579\n"
    assert world.history.read_bytes().count(b"\n") == 2
    prompt.type("\x1b[A" + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "231105,415579" in prompt.next_prompt()


def test_interrupt_gives_up_all_lines(world):
    """Ctrl-C amid a question of several lines gives up all of them."""
    prompt = world.prompt()
    prompt.ask("removals by fy,")
    prompt.type("mon" + control("c"))
    prompt.next_prompt()
    assert prompt.shown == "tally> "
    assert REMOVALS_2012 in prompt.ask("removals in fy2012")
    assert b"mon" not in world.history.read_bytes()


def test_end_of_input_amid_a_question_leaves(world):
    """Ctrl-D at the continuation prompt leaves too."""
    prompt = world.prompt()
    prompt.ask("removals by fy,")
    assert prompt.leave() == 0


# MARK: Kinds of terminals


def width(line):
    """The columns a line takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in line
    )


NARROW = [
    "removals by fy since 2020",
    "encounters by citizenship, month top 5 in fy2023",
    "removals in fy2012",
    "encounters for southwest, between ports in nov 2024",
]


def too_wide(answer, columns):
    return [line for line in plain(answer).split("\n") if width(line) > columns]


@pytest.mark.parametrize("question", NARROW)
@pytest.mark.parametrize("columns", [40, 60])
def test_narrow_terminal(world, question, columns):
    """No row of an answer is wider than the terminal."""
    prompt = world.prompt(columns=columns)
    assert too_wide(prompt.ask(question), columns) == []


# The column of periods takes the room of the titles.
def test_narrow_terminal_with_many_sources(world):
    """Nor is a list of the sources of several measures."""
    prompt = world.prompt(columns=40)
    assert too_wide(prompt.ask("removals, returns, refugees by fy since 2019"), 40) == []


def test_width_is_that_of_now(world):
    """A terminal made narrower during the session narrows the next answer."""
    prompt = world.prompt(columns=100)
    prompt.child.setwinsize(24, 40)
    assert too_wide(prompt.ask("removals by fy since 2010"), 40) == []


def test_colour_is_only_dim_and_bold(world):
    """Answers use weight, never colours that a background may swallow, and switch all of it off again."""
    prompt = world.prompt()
    answer = prompt.ask("removals by fy since 2020")
    assert set(re.findall(r"\x1b\[[0-9;]*m", answer)) == {"\x1b[1m", "\x1b[22m", "\x1b[2m"}


def test_no_color(world):
    """`NO_COLOR` takes the styles away, editing stays."""
    prompt = world.prompt(changes={"NO_COLOR": "1"})
    answer = prompt.ask("removals by fy since 2020")
    assert CONTROL.search(answer) is None
    assert "≈" in answer


def test_dumb_terminal(world):
    """`TERM=dumb` has a plain prompt: no editing, no escapes."""
    prompt = world.prompt(changes={"TERM": "dumb"}, is_plain=True)
    prompt.type("removals in fy2012\n" + control("d"))
    assert prompt.end() == 0
    assert REMOVALS_2012 in prompt.rest
    assert "\x1b" not in prompt.rest
    assert prompt.rest.count("tally> ") == 2


@pytest.mark.parametrize("changes", [{"LC_ALL": "C"}, {"LC_ALL": None}, {"LC_ALL": "POSIX"}])
def test_ascii_locale(world, changes):
    """Where the locale does not promise UTF-8, answers are plain ASCII."""
    prompt = world.prompt(changes=changes)
    for question in NARROW:
        answer = prompt.ask(question)
        assert answer.isascii(), answer


# The dash of "October 2013 – November 2025" is written as it is.
def test_ascii_locale_holds_for_messages(world):
    """What is said about a mistake is plain ASCII too where the locale does not promise UTF-8."""
    answer = world.prompt(changes={"LC_ALL": "C"}).ask("encounters in fy2012")
    assert answer.isascii(), answer


def test_unknown_terminal(world):
    """A terminal that the system does not know still gets a prompt and answers."""
    prompt = world.prompt(changes={"TERM": "no-such-terminal"})
    assert REMOVALS_2012 in prompt.ask("removals in fy2012")
    assert prompt.leave() == 0


def test_terminal_is_asked_nothing(world):
    """A terminal that never answers cannot hang the program: it is not asked."""
    prompt = world.prompt()
    written = prompt.ask("removals in fy2012")
    prompt.type("remo\t")
    written += prompt.expect_text("vals")
    prompt.type(control("c"))
    written += prompt.next_prompt()
    prompt.leave()
    written += prompt.rest
    # Where a source leads to (OSC 8) is told, and nothing asked.
    assert re.search(r"\x1b\[[0-9?>=]*[nc]|\x1bP|\x1b\](?!8;)|\x1bZ", written) is None


def test_output_to_a_pipe_has_no_prompt(world):
    """With output in a pipe, typed questions are read as a script."""
    answer = world.run(given=b"removals in fy2012\n")
    assert answer.status == 0
    assert "tally>" not in answer.output
    assert "\x1b" not in answer.output


def test_terminal_modes_are_given_back(world):
    """After the program the terminal is as it was."""
    command = f"stty -a > before; {world.tally}; stty -a > after; echo all over"
    screen = world.screen(["sh", "-c", command + "; sleep 60"])
    screen.wait_for_last("tally>")
    screen.press("C-d")
    screen.wait_for("all over")
    assert (world.folder / "before").read_text() == (world.folder / "after").read_text()


def test_timer(world):
    """`.timer on` says how long each answer took, until `.timer off`."""
    prompt = world.prompt()
    assert "answered in" not in plain(prompt.ask(".timer on"))
    assert re.search(r"answered in \d+\.\d ms", plain(prompt.ask("removals in fy2012 | csv")))
    prompt.ask(".timer off")
    assert "answered in" not in plain(prompt.ask("removals in fy2012 | csv"))


def test_width(world):
    """`.width` fits answers to fewer columns than the terminal has, until `.width auto`."""
    prompt = world.prompt(columns=120)
    widest = lambda text: max(len(line) for line in plain(text).splitlines())
    wide = widest(prompt.ask("removals by fy since 2020"))
    prompt.ask(".width 50")
    assert widest(prompt.ask("removals by fy since 2020")) <= 50 < wide
    prompt.ask(".width auto")
    assert widest(prompt.ask("removals by fy since 2020")) == wide


def test_read(world):
    """`.read` runs a script here; what it makes and sets stays, and a path is relative to the script."""
    world.write("inner/b.tally", "let mine = removals(guatemala)\n.mode csv\n")
    path = world.write("a.tally", ".read inner/b.tally\nremovals in fy2012\n")
    prompt = world.prompt()
    assert "removals\n415579\n" in plain(prompt.ask(f".read {path}"))
    assert "mine\n6802\n" in plain(prompt.ask("mine in fy2022"))


def test_read_stops_at_the_first_mistake(world):
    """The mistake is named with its file and line, and nothing after it runs."""
    path = world.write("a.tally", "removals in fy2012 | csv\nremuvls\nreturns in fy2012 | csv\n")
    answer = plain(world.prompt().ask(f".read {path}"))
    assert "415579" in answer and "231105" not in answer
    assert f"{path}:2: error: no measure is called `remuvls`" in answer


@pytest.mark.parametrize(
    "line, said",
    [
        (".read", "expected a file"),
        (".once", "expected a file"),
        (".output /nowhere/x.csv", "No such file"),
        (".read /nowhere", "No such file"),
        (".timer maybe", "`on` or `off`"),
        (".width 3", "a number from 20 to 1000"),
    ],
)
def test_commands_say_what_they_take(world, line, said):
    """A wrong word after a command is answered with what works."""
    assert said in plain(world.prompt().ask(line))


@pytest.mark.parametrize(
    "line, instead", [(".exit", ".quit"), (".columns", "show dimensions"), (".headers", ".mode csv"), (".maxrows 10", ".rows")]
)
def test_commands_of_other_shells(world, line, instead):
    """What other shells call something is answered with what it is here."""
    answer = plain(world.prompt().ask(line))
    assert "no command is called" in answer and instead in answer


@pytest.mark.parametrize(
    "question, contents",
    [
        ('removals in fy2012 | csv > "FILE"', "removals\n415579\n"),
        ('removals in fy2012 > "FILE"', '[\n  {"removals": 415579}\n]\n'),
        ('check removals in fy2012 >= 400,000 | csv > "FILE"', '"removals in fy2012 >= 400,000",holds,2012,415579'),
        ('show documents | csv > "FILE"', "dhs-fact-sheet-2024-06-04"),
        ('check claims | jsonl > "FILE"', '"verdict": "holds"'),
    ],
)
def test_answer_into_a_file(world, question, contents):
    """`>` writes one answer to a file, in the form that is named or that its name ends in; nothing is shown."""
    path = world.folder / "a file.json"
    result = world.run("-c", question.replace("FILE", path.name))
    assert (result.output, result.errors) == ("", "")
    assert contents in path.read_text()


def test_file_that_is_no_file(world):
    """A pipe or a device is written to, and never replaced."""
    pipe = world.folder / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert world.run("-c", 'removals in fy2012 | csv > "pipe"').status == 0
    assert reader.communicate(timeout=10)[0] == b"removals\n415579\n"
    assert stat.S_ISFIFO(os.stat(pipe).st_mode)
    assert world.run("-c", 'removals in fy2012 | csv > "/dev/full"').status == 74
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)
    assert world.run("-c", 'removals in fy2012 | csv > "/dev/stdout"').output == "removals\n415579\n"


def test_file_behind_a_link_and_its_permissions(world):
    """A link stays a link, and a file keeps its permissions."""
    target, link = world.folder / "target.csv", world.folder / "link.csv"
    target.write_text("as it was\n")
    target.chmod(0o600)
    link.symlink_to(target)
    assert world.run("-c", 'removals in fy2012 > "link.csv"').status == 0
    assert link.is_symlink() and target.read_text() == "removals\n415579\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("deadly", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_of_a_file_that_was_not_finished(world, deadly):
    """A session that is killed leaves no half file, under no name."""
    prompt = world.prompt()
    prompt.ask(".output out.csv")
    prompt.ask("removals in fy2012")
    prompt.child.kill(deadly)
    prompt.end()
    assert sorted(path.name for path in world.folder.iterdir()) == ["home"]


def test_once_is_for_one_answer(world):
    """A question that fails, or has a file of its own, does not use it up; `.output` goes on after it."""
    prompt = world.prompt()
    prompt.ask(".output all.csv")
    prompt.ask("removals in fy2012")
    prompt.ask(".once one.csv")
    prompt.ask("remuvls in fy2012")
    prompt.ask('returns in fy2012 > "own.csv"')
    prompt.ask("removals in fy2022")
    prompt.ask("returns in fy2012")
    prompt.ask(".output")
    assert (world.folder / "one.csv").read_text() == "removals\n108733\n"
    assert (world.folder / "own.csv").read_text() == "returns\n231105\n"
    assert (world.folder / "all.csv").read_text() == "removals\n415579\nreturns\n231105\n"


@pytest.mark.parametrize("line", [".output folder", '.output ""', ".once folder", ".output no/where"])
def test_place_that_cannot_be_written_is_refused_at_once(world, line):
    """Before a question is asked, and answers stay on the screen."""
    (world.folder / "folder").mkdir()
    prompt = world.prompt()
    assert "cannot be" in plain(prompt.ask(line))
    assert "415,579" in prompt.ask("removals in fy2012")


@pytest.mark.parametrize(
    "statement, contents",
    [
        ("explain removals in fy2022", "rows read: "),
        ("explain check removals in fy2022 = 3", "rows read: "),
        ("describe removals", "Confirmed departures"),
        (".sql removals in fy2022", "SELECT"),
    ],
)
def test_texts_into_files(world, statement, contents):
    """What is read as a page can be written to a file too."""
    result = world.run("-c", statement + ' > "text.txt"')
    assert (result.status, result.output, result.errors) == (0, "", "")
    assert contents in (world.folder / "text.txt").read_text()


def test_file_that_cannot_be_written(world):
    """It is named as it was typed, the old one stays, and the exit status says that output failed."""
    result = world.run("-c", 'removals in fy2012 > "no/folder/a.csv"')
    assert result.status == 74
    assert "no/folder/a.csv: cannot be created: No such file" in result.errors
    (world.folder / "folder").mkdir()
    assert world.run("-c", 'removals in fy2012 > "folder"').status == 74
    old = world.folder / "old.csv"
    old.write_text("as it was\n")
    assert world.run("-c", 'remuvls in fy2012 > "old.csv"').status == 1
    assert old.read_text() == "as it was\n"
    assert [path.name for path in world.folder.glob("*building*")] == []
    prompt = world.prompt()
    assert "cannot be created" in plain(prompt.ask('removals > "/nowhere/a"'))
    assert "415,579" in prompt.ask("removals in fy2012")


@pytest.mark.parametrize(
    "question", ["removals > a.csv", "removals >", 'removals > ""', "removals >> \"a\"", 'removals > "a" | csv', 'show claims > a']
)
def test_file_typed_wrongly(world, question):
    """The name of a file is in quotes at the end."""
    result = world.run("-c", question)
    assert result.status == 1 and result.errors.startswith("error: ") and result.output == ""
    assert sorted(path.name for path in world.folder.iterdir()) == ["home"]


def test_once_and_output(world):
    """`.once` takes one answer to a file, `.output` all until it is given alone; files are as for programs."""
    prompt = world.prompt(columns=40)
    prompt.ask(".once one.csv")
    assert "415579" not in plain(prompt.ask("removals in fy2012 | csv"))
    assert (world.folder / "one.csv").read_text() == "removals\n415579\n"
    assert "415,579" in plain(prompt.ask("removals in fy2012"))
    prompt.ask('.output "two files.txt"')
    for question in ("removals in fy2012 | csv", "remuvls", "returns in fy2012 | csv"):
        prompt.ask(question)
    assert not (world.folder / "two files.txt").exists()
    prompt.ask(".output")
    assert (world.folder / "two files.txt").read_text() == (
        "removals\n415579\nreturns\n231105\n"
    )
    prompt.ask(".once table.txt")
    prompt.ask("removals by fy since 2020")
    written = (world.folder / "table.txt").read_text()
    assert "\x1b" not in written and max(map(len, written.splitlines())) > 40


def test_what_fails_leaves_the_old_file(world):
    """A question that fails writes nothing, and a file that was there stays as it was."""
    path = world.write("old.csv", "as it was\n")
    prompt = world.prompt()
    prompt.ask(f".once {path}")
    assert "no measure is called" in plain(prompt.ask("remuvls"))
    assert pathlib.Path(path).read_text() == "as it was\n"
    assert sorted(child.name for child in pathlib.Path(path).parent.iterdir() if child.is_file()) == [
        "old.csv"
    ]


def test_output_of_a_script_is_whole_at_its_end(world):
    """A script that names a file and ends leaves the file behind, whole."""
    path = world.write("a.tally", ".output out.csv\n.mode csv\nremovals in fy2012\n")
    result = world.run("-f", path)
    assert (result.status, result.output, result.errors) == (0, "", "")
    assert (world.folder / "out.csv").read_text() == "removals\n415579\n"


def test_start_file(world):
    """Settings and names of the start file are there at the prompt, and nowhere else."""
    world.write("home/.config/tally/start.tally", ".mode csv\nlet mine = removals(guatemala)\n")
    assert "mine\n6802\n" in plain(world.prompt().ask("mine in fy2022"))
    one = world.run("removals in fy2012")
    assert "415,579" in one.output
    assert world.run("-c", "mine in fy2022").status == 1


def test_a_mistake_in_the_start_file_is_told(world):
    """It is named with its line, and the prompt opens all the same."""
    world.write("home/.config/tally/start.tally", "let mine = remuvls\n")
    prompt = world.prompt(is_plain=True)
    said = plain(prompt.next_prompt())
    assert "start.tally:1: error: no measure is called `remuvls`" in said
    assert "415579" in plain(prompt.ask("removals in fy2012 | csv"))
