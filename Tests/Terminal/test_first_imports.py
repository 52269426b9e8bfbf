"""Tables as people have them, imported by somebody who types no option: the line that is offered says of every column
what it is, and two more lines at most lead to the figures of the file."""

import datetime
import io
import re
import subprocess

import openpyxl
import pytest

BUDGET = '''"Department of Homeland Security: Budget by Component"
"(dollars in thousands)"

Component,FY 2023 Enacted,FY 2024 Enacted
U.S. Customs and Border Protection,"$17,447,350","$19,623,370"
Transportation Security Administration,"$9,308,000","$10,567,000"
Total,"$26,755,350","$30,190,370"
'''
FOOTNOTES = '''Country,FY,Visits
Mexico,2022,"56,000(1)"
Cuba,2022,120*
Haiti,2022,[2] 99
,,
(1) Includes returns.,,
* Preliminary.,,
'''


def book(rows, name="Data"):
    made = openpyxl.Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


PIVOT = book([
    ["Sum of Arrests", "Column Labels"], ["Row Labels", 2022, 2023, "Grand Total"], ["Cuba", 5, 6, 11],
    ["Mexico", 50, None, 50], ["Grand Total", 55, 6, 61],
])
MONTHS = book([["Arrests by office"], [], ["Office", "Date", "Arrests", "% change"]] + [
    [office, datetime.date(2024, month, 1), month * 10, 0.12] for office in ("Miami", "Dallas") for month in (1, 2, 3)
])

# The file, what it holds, a question, its answer, and the number of lines that are typed after the first.
TABLES = {
    "a budget": ("budget.csv", BUDGET, "figures here in fy2023", "26755350", 2),
    "a pivot table": ("pivot.xlsx", PIVOT, "figures here for cuba by fy", "2022,5 2023,6", 1),
    "months in a workbook": ("months.xlsx", MONTHS, "figures here by month", "2024-01,20 2024-02,40 2024-03,60", 1),
    "of Europe": ("euro.csv", "Land;Jahr;Anzahl;Anteil\nMexiko;2022;1.234;12,5 %\nKuba;2022;987;9,9 %\n",
                  "figures here in fy2022", "2221", 1),
    "of Mexico": ("mx.csv", "Fecha;País;Detenciones\n01/02/2024;México;12\n15/02/2024;Cuba;7\n",
                  "figures here for mexico by month", "2024-02,12", 1),
    "days in words": ("dates.csv", 'Date,Country,Arrests\n"March 5, 2024",Mexico,5\n12 April 2024,Cuba,7\n',
                      "figures here by month", "2024-03,5 2024-04,7", 1),
    "footnotes": ("foot.csv", FOOTNOTES, "figures here in fy2022", "56219", 1),
    "percents": ("percent.csv", "Year,Share of single adults\n2021,64.5%\n2022,71%\n", "figures here by fy",
                 "2021,64.5 2022,71", 1),
    "thousands with spaces": ("spaces.csv", "Pays,Année,Nombre\nMexico,2022,12 345\nCuba,2022,1 234 567\n",
                              "figures here in fy2022", "1246912", 1),
    "empty rows": ("empty.csv", "\nCountry,FY,Count\n\nMexico,2022,5\n\nCuba,2022,7\n\n", "figures here in fy2022",
                   "12", 1),
    "two headers": ("two.csv", ",2022,,2023,\nCountry,Men,Women,Men,Women\nMexico,5,6,7,8\nCuba,1,2,3,4\n",
                    "figures here by fy, sex", "2022,Female,8 2022,Male,6 2023,Female,12 2023,Male,10", 1),
    "sums": ("totals.csv", "Sector,FY2023,FY2024\nDel Rio,5,6\nEl Paso,7,8\nSouthwest Border Total,12,14\nBuffalo,1,2\n"
             "All sectors,13,16\n", "figures here by fy", "2023,13 2024,16", 1),
    "a column without a name": ("hd.csv", "Table 3. Visits by country\nFY 2021\n,Total,Criminal\nMexico,5,3\nCuba,6,1\n"
                                "Grand total,11,4\n", "figures here in fy2021", "11", 1),
    "months across": ("months.csv", "Fiscal Year,Oct,Nov\n2023,5,6\n2024,8,9\n", "figures here in fy2024 by month",
                      "2023-10,8 2023-11,9", 1),
    "quarters beside years": ("long.csv", "state,year,quarter,n_people\nTX,2023,Q1,12\nTX,2023,Q2,13\nCA,2023,Q1,5\n",
                              "figures here for texas by quarter", None, 1),
    "numbers of days": ("serial.csv", "Month,Arrests\n45292,5\n45323,6\n", "figures here by month",
                        "2024-01,5 2024-02,6", 1),
    "events": ("events.csv", "Date,Country,Outcome\n2024-03-01,Mexico,returned\n2024-03-02,Cuba,\n", "rows here by month",
               "2024-03,2", 2),
    "words among figures": ("na.csv", "Country,Month,Arrests,Note\nMexico,Jan-24,1 234,\nCuba,Jan-24,NA,x\n",
                            "figures here in 2024-01", "1234", 2),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_lines_that_are_offered_lead_to_the_figures(world, name):
    file, contents, question, answer, lines = TABLES[name]
    world.write(file, contents)
    folder = world.folder / "bin"
    folder.mkdir()
    (folder / "tally").symlink_to(world.tally)
    environment = {**world.environment(), "PATH": f"{folder}:{world.environment()['PATH']}"}

    def typed(line):
        return subprocess.run(
            ["sh", "-c", line], cwd=world.folder, env=environment, capture_output=True, text=True, timeout=60
        )

    done = typed(f"tally import {file}")
    for _ in range(lines):
        assert done.returncode == 1, done.stdout
        line = re.search(r"^try:  (.*)$", done.stderr, re.MULTILINE)
        assert line, done.stderr
        done = typed(line[1])
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    given = world.run(f"{question} | csv").output.split("\n")[1:-1]
    if answer is not None:
        assert " ".join(given) == answer
    else:
        assert [row.rsplit(",", 1)[1] for row in given] == ["12", "13"]


@pytest.mark.parametrize("rows, column", [
    ("Court,Figures\nBoston,5\nMiami,7\n", "Figures"), ("Court,Judge,Heard\nBoston,Ann,5\nMiami,Bo,7\n", "Heard"),
    ("Year,Court,2nd\n2022,Boston,5\n2023,Miami,7\n", "2nd"), ("Court,A,B\nBoston,x,5\nMiami,y,7\n", "B"),
    ("Court,Pct\nBoston,\nMiami,7\n", "Pct"),
])
def test_the_figures_are_taken_from_a_column_of_numbers(world, rows, column):
    world.write("table.csv", rows)
    line = re.search(r"^try:  (.*)$", world.run("import", "table.csv").errors, re.MULTILINE)[1]
    assert f"'figures here={column}'" in line


def test_thousands_of_columns_of_words_are_rows_that_count(world):
    names = [f"name {number}" for number in range(16_384)]
    world.write("wide.csv", ",".join(names) + "\n" + ",".join(f"w{number}" for number in range(16_384)) + "\n")
    said = world.run("import", "wide.csv", timeout=60).errors
    assert "and 16372 more" in said and "--count" in said and len(said.encode()) < 4_000
