"""Tab offers what may come next."""

import re

import pytest

from prompt import DOWN, ENTER, TAB, UP, control, plain


def completed(prompt, keys):
    """The line after keys, as the program reads it."""
    prompt.type(keys + control("e"))
    return prompt.line_after("")


@pytest.mark.parametrize(
    "typed, line",
    [
        ("remo", "removals "),
        ("REMO", "removals "),
        ("border patrol ag", "border patrol agents "),
        ("H-2A v", "H-2A visas "),
        ("removals by fy sin", "removals by fy since "),
        ("removals for mex", "removals for Mexico "),
        ("encounters for el sal", "encounters for El Salvador "),
        ("removals | js", "removals | json"),
        ("removals | cs", "removals | csv "),
        ("nothing like it", "nothing like it"),
        ("sh", "show "),
        ("show meas", "show measures "),
        ("show values of bor", "show values of border "),
        ("describe resc", "describe rescues "),
        ("describe dhs-fact-sheet-2024-06-0", "describe dhs-fact-sheet-2024-06-04 "),
        ("help peri", "help periods "),
        ("help inadm", "help inadmissibles "),
        ("explain inadm", "explain inadmissibles "),
        ("check inadm", "check inadmissibles "),
        ("check claim nov_2024_d", "check claim nov_2024_down_18 "),
        ("let mine = inadm", "let mine = inadmissibles "),
        ("encounters(venez", "encounters(Venezuela "),
        ("average(encounters by mon", "average(encounters by month "),
        ("removals in 2019", "removals in 2019"),
        ("removals in jul 202", "removals in jul 202"),
        ("removals in fy2022 ", "removals in fy2022 "),
        (".mode js", ".mode json"),
        (".timer of", ".timer off "),
        (".sql inadm", ".sql inadmissibles "),
        (".help pag", ".help pager "),
    ],
)
def test_tab_completes(world, typed, line):
    """The only candidate is put in with a space, what several share without; else nothing changes."""
    prompt = world.prompt()
    assert completed(prompt, typed + TAB) == line.rstrip()


@pytest.mark.parametrize("typed, line", [(".m", ".mode "), (".q", ".quit "), (".h", ".help ")])
def test_commands_are_completed(world, typed, line):
    """A dot and a letter become a command."""
    prompt = world.prompt()
    prompt.type(typed + TAB)
    prompt.expect_text(line.removeprefix(typed))


def listed(world, typed, wanted):
    """The screen after two Tabs at the end of `typed`, once it shows `wanted`."""
    screen = world.screen(rows=50)
    screen.wait_for_last("tally>")
    screen.type(typed)
    screen.wait(lambda lines: lines[-1].rstrip() == ("tally> " + typed).rstrip())
    screen.press("Tab", "Tab")
    return screen, screen.wait_for(wanted)


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("re", "returns"),
        ("removals by c", "citizenship"),
        ("removals by fy, ", "citizenship"),
        ("removals in fy20", "fy2024"),
        ("removals where citizenship = m", "Mexico"),
        ("removals by ", "citizenship"),
        ("removals in ", "fy2024"),
        ("removals | ", "jsonl"),
        ("removals for mexico ", "since"),
        ("", "encounters +events, FY1925–FY2026"),
        ("show ", "measures +what can be counted"),
        (".", r"\.pager"),
        ("encounters(", "Venezuela"),
        ("encounters(where ", "citizenship"),
        ("removals since 196", "fy1969"),
        ("removals by fy with ", "rolling +sum or mean"),
        ("removals by fy as of ", "dec 2024 +OHSS"),
        ("check removals in fy2022 is ", "lowest since"),
        ("encounters in first 3 months of ", "fy2024"),
        ("encounters in last 2 quarters of trump", "Trump .first term"),
    ],
)
def test_second_tab_lists(world, typed, wanted):
    """Two Tabs list what may come next, below the line, which is then drawn again."""
    screen, lines = listed(world, typed, wanted)
    screen.wait_for_last("tally> " + typed.rstrip())
    screen.wait_for_cursor(len("tally> " + typed))


@pytest.mark.parametrize(
    "typed, never",
    [
        ("removals by citizenship with ", "change|running|yoy|others"),
        ("removals where ", "administration|source"),
        ("removals by fy as of ", "fy2024|cy2024"),
        ("check removals in fy2022 ", "top|by |limit|order|across|rose|doubled"),
        ("removals in fy2022 | ", "claimreview"),
        ("removals by fy with share, ", "share"),
        ("removals by fy ", r"^versus|^after"),
    ],
)
def test_what_leads_nowhere_is_not_offered(world, typed, never):
    """What the answer could not have is not in the list."""
    screen, lines = listed(world, typed, "since|region|rank|2024|csv")
    screen.wait_for_last("tally> " + typed.rstrip())
    assert not [line for line in lines if re.search(f"^({never})", line)]


def test_most_used_comes_first(world):
    """What somebody typed often is above what was typed never."""
    prompt = world.prompt()
    for question in ("rescues by fy", "rescues in fy2020", "rescues by fy since 2015"):
        prompt.ask(question)
    prompt.leave()
    screen, lines = listed(world, "re", "removals")
    names = [line.split("  ")[0] for line in lines]
    assert names.index("rescues") < names.index("removals") < names.index("repatriations")


@pytest.mark.parametrize(
    "arguments, changes, line",
    [
        (["--accessible"], {}, "removals: events, FY1892–FY2024"),
        ([], {"LC_ALL": "C"}, "removals            events, FY1892-FY2024"),
        (["--color", "never"], {}, "removals            events, FY1892–FY2024"),
    ],
)
def test_lists_are_as_answers_are(world, arguments, changes, line):
    """Without colors, signs or columns where answers have none."""
    prompt = world.prompt(*arguments, changes=changes)
    prompt.type("re" + TAB)
    shown = plain(prompt.expect_text("refugee ceiling"))
    assert "\n" + line + "\n" in shown


@pytest.mark.parametrize(
    "before, typed, line",
    [
        ("removals by fy,", "citiz", "removals by fy,\ncitizenship"),
        ("removals by fy |", "chart", "removals by fy |\nchart"),
        ("encounters(", "venez", "encounters(\nVenezuela"),
    ],
)
def test_later_lines_know_the_earlier(world, before, typed, line):
    """A line that goes on is completed as what it goes on with."""
    prompt = world.prompt()
    prompt.ask(before)
    prompt.type(typed)
    prompt.expect_text(typed)
    prompt.type(TAB)
    prompt.expect_text(line.split("\n")[1].lower().removeprefix(typed))


@pytest.mark.parametrize(
    "typed, line",
    [
        ("removals | json ", "removals | json"),
        ('encounters for "venez', 'encounters for "Venezuela"'),
        ("encounters(at por", "encounters(at ports"),
        ("removals by fy; inadm", "removals by fy; inadmissibles"),
        ("let x = removals ", "let x = removals"),
        ("removals by fy # inadm", "removals by fy # inadm"),
        ("check returns in fy2021 = 3 ", "check returns in fy2021 = 3"),
        ("show measures ab", "show measures about"),
        ("show measures | ts", "show measures | tsv"),
        ("explain che", "explain check"),
        ("explain sho", "explain sho"),
        ("help removals > ", "help removals >"),
    ],
)
def test_what_stands_there_stays(world, typed, line):
    """Nothing is taken away, and nothing added that cannot be."""
    prompt = world.prompt()
    assert completed(prompt, typed + TAB).rstrip() == line


def test_names_of_files(world):
    """After `>` and in commands, files and folders; a folder goes on with what lies in it."""
    world.write("out/one report.csv", "")
    world.write("out/.hidden", "")
    prompt = world.prompt()
    assert completed(prompt, 'removals | csv > "ou' + TAB) == 'removals | csv > "out/'
    prompt = world.prompt()
    assert completed(prompt, 'removals | csv > "out/' + TAB) == 'removals | csv > "out/one report.csv"'
    prompt = world.prompt()
    prompt.type(".read ou" + TAB + "o" + TAB + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "error" not in plain(prompt.next_prompt())


def test_names_that_the_asker_made(world):
    """A name made with `let` is offered from then on."""
    prompt = world.prompt()
    prompt.ask("let zebra share = encounters(at ports) / encounters")
    assert completed(prompt, "zeb" + TAB) == "zebra share"


def test_list_is_cut_to_the_screen(world):
    """A long list leaves room for the line and says how much is not shown."""
    screen = world.screen(rows=10, columns=50)
    screen.wait_for_last("tally>")
    screen.type("encounters for m")
    screen.press("Tab", "Tab")
    lines = screen.wait_for(r"… and \d+ more")
    assert len(lines) <= 10
    screen.wait_for_last("tally> encounters for m")


def test_typing_goes_on_after_a_list(world):
    """The list is only shown: the line goes on where it was."""
    prompt = world.prompt()
    prompt.type("re" + TAB + TAB)
    prompt.expect_text("returns")
    prompt.type("movals in fy2012" + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "415,579" in prompt.next_prompt()


def test_completion_amid_a_line(world):
    """What comes after the cursor stays."""
    prompt = world.prompt()
    prompt.type(" in fy2012" + control("a") + "remo" + TAB + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "415,579" in prompt.next_prompt()


def test_tab_puts_in_the_first_offer(world):
    """On an empty line Tab takes the first question offered under the last mistake."""
    prompt = world.prompt()
    assert "try:  removals under George H. W. Bush" in plain(prompt.ask("removals under bush"))
    assert completed(prompt, TAB) == "removals under George H. W. Bush"


def test_arrow_keys_find_what_is_offered(world):
    """The arrow down passes through the offers after an empty line, and up comes back."""
    prompt = world.prompt()
    prompt.ask("removals under bush")
    assert completed(prompt, DOWN) == "removals under George H. W. Bush"
    prompt.ask("removals under bush")
    assert completed(prompt, DOWN + DOWN) == "removals under George W. Bush"
    prompt.ask("removals under bush")
    assert completed(prompt, DOWN + DOWN + UP) == "removals under George H. W. Bush"
    prompt.ask("removals in fy2012")
    assert completed(prompt, DOWN) == ""


@pytest.mark.parametrize(
    "typed, line",
    [("deportac", "removals"), ("encounters for solo ad", "encounters for Single adults")],
)
def test_everyday_words_are_completed(world, typed, line):
    """A word that is known only as a word gives what it means."""
    assert completed(world.prompt(), typed + TAB) == line


def test_administrations_and_events_are_completed(world):
    """After `under` come administrations, after `since` events that begin as typed."""
    prompt = world.prompt()
    assert completed(prompt, "removals by fy under ob" + TAB) == "removals by fy under Obama"
    assert completed(prompt, "removals since title 42 en" + TAB) == "removals since Title 42 ends"
