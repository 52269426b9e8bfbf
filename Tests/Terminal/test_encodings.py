"""Files that are not written in UTF-8: their mark says so, or an option does; and nothing of them is lost."""

import gzip
import random

import pytest

from measured import run_measured
from test_everyday import figure, rows
from test_import import NEWEST, bring

OPTIONS = ["--measure", "removals=Número", "--by", "citizenship=País,fy=Año", "--prefer", *NEWEST]
TABLE = "País,Año,Número\r\nEspaña,2022,5\r\nMéxico,2022,1208\r\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_mark_says_how_a_file_is_written(world, encoding):
    bring(world, TABLE.encode(encoding), *OPTIONS)
    assert figure(world, "removals for Spain in fy2022") == "5"


@pytest.mark.parametrize("mark, encoding", [(b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")])
def test_both_orders_of_bytes_are_read(world, mark, encoding):
    bring(world, mark + TABLE.encode(encoding), *OPTIONS)
    assert figure(world, "removals for Mexico in fy2022") == "1208"


@pytest.mark.parametrize(
    "name, encoding",
    [
        ("windows-1252", "cp1252"), ("latin-1", "latin-1"), ("ISO-8859-1", "latin-1"), ("latin-9", "iso8859-15"),
        ("mac-roman", "mac-roman"), ("cp850", "cp850"), ("utf-16le", "utf-16-le"), ("utf-8", "utf-8"),
    ],
)
def test_an_encoding_is_declared(world, name, encoding):
    bring(world, TABLE.encode(encoding), *OPTIONS, "--encoding", name)
    assert figure(world, "removals for Spain in fy2022") == "5"


def test_a_mark_goes_before_what_is_declared(world):
    bring(world, TABLE.encode("utf-8-sig"), *OPTIONS, "--encoding", "windows-1252")
    assert figure(world, "removals for Spain in fy2022") == "5"


def test_the_next_file_needs_no_options_whatever_it_is_written_in(world):
    bring(world, TABLE.encode("cp1252"), *OPTIONS, "--encoding", "windows-1252")
    for count, encoding in ((6, "cp1252"), (7, "utf-8"), (8, "utf-16")):
        later = TABLE.replace(",5", f",{count}").encode(encoding)
        bring(world, later, "--published", f"2027-0{count}-01", name=f"{count}.csv")
        assert figure(world, "removals for Spain in fy2022") == str(count)


def test_letters_below_an_ascii_header_are_found_to_be_written_otherwise(world):
    options = ["--measure", "removals=Count", "--by", "citizenship=Country,fy=FY", "--prefer", *NEWEST]
    table = "Country,FY,Count\nEspaña,2022,5\n"
    bring(world, table.encode("cp1252"), *options, "--encoding", "windows-1252")
    bring(world, table.replace(",5", ",6").encode("cp1252"), "--published", "2027-01-01", name="later.csv")
    assert figure(world, "removals for Spain in fy2022") == "6"


def test_gzip_pipes_json_and_old_lines_are_read_in_other_encodings(world):
    bring(world, gzip.compress(TABLE.encode("utf-16")), *OPTIONS, name="t.csv.gz")
    lines = TABLE.replace("\r\n", "\r").replace(",5", ",6").encode("cp1252")
    bring(world, lines, *OPTIONS, "--encoding", "windows-1252", name="mac.csv")
    assert figure(world, "removals for Spain in fy2022") == "6"
    data = '[{"País":"España","Año":2022,"Número":9}]'.encode("utf-16")
    bring(world, data, *OPTIONS, name="t.json")
    piped = world.run("import", "-", *OPTIONS, "--dry-run", "--encoding", "latin-1", given=TABLE.encode("latin-1"))
    assert piped.status == 0, piped.errors


def test_an_encoding_that_is_none_is_refused(world):
    result = world.run("import", "t.csv", "--encoding", "windoze")
    assert result.status == 2 and "`--encoding` takes a name that iconv knows" in result.errors
    assert "--encoding windows-1252" in result.errors


@pytest.mark.parametrize("encoding, name", [("cp1252", "windows-1252"), ("utf-16", "")])
def test_every_row_of_a_file_of_many_pieces_is_read(world, encoding, name):
    """Letters of several bytes lie across the ends of the pieces that are decoded at once."""
    dice = random.Random(21)
    places = ["Ñuñoa", "à", "São", "x" * 40, "é"]
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    table, sums = ["Lugar,Día,Número,Nota"], {}
    for _ in range(40_000):
        place, day, count = dice.choice(places), dice.choice(days), dice.randrange(100)
        table.append(f"{place},{day},{count},{'é' * dice.randrange(9)}")
        sums[place] = sums.get(place, 0) + count
    options = ["--new-dimension", "lugar", "--new-measure", "stops here:events", "--measure", "stops here=Número"]
    options += ["--by", "lugar=Lugar,date=Día", "--add-values", *NEWEST]
    bring(world, "\n".join(table).encode(encoding), *options, *(["--encoding", name] if name else []))
    assert {place: int(count) for place, count in rows(world, "stops here by lugar")} == sums


def test_a_large_file_takes_little_memory(world):
    row = "España,2022-01-05,1,ñ" + "á" * 200 + "\n"
    path = world.write("large.csv", ("País,Día,Número,Nota\n" + row * 150_000).encode("cp1252"))
    options = ["--new-measure", "stops here:events", "--measure", "stops here=Número", "--by", "citizenship=País,date=Día"]
    result, use = run_measured(world, "import", path, *options, "--encoding", "windows-1252", timeout=60)
    assert result.status == 0, result.errors
    assert use.memory < 128 << 20, use
    assert figure(world, "stops here in jan 2022") == "150000"
