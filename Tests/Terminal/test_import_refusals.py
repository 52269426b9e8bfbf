"""Every refusal of an import names its file, the line and the column where there are any, and offers a line that can
be typed; and every place in the code that refuses a file is reached by one of them."""

import gzip
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess

import pytest

import workbooks
from conftest import PROJECT
from moments import wait_until_open
from test_workbooks import with_part
from workbooks import HEAD, MAIN

REMOVALS = ["--measure", "removals=Count", "--by", "citizenship=Country,fy=FY"]
STOPS = ["--new-measure", "stops here:events", "--measure", "stops here=Count"]
TWO = "Country,FY,Count\nMexico,2022,5\nCuba,2022,7\n"
PLAIN = "Country,FY,Count\nMexico,2022,5\n"
HELD = ["--new-measure", "held here:people:stock", "--measure", "held here=Count", "--by"]
SHEET = ["--new-measure", "visits here:events", "--measure", "visits here=Count", "--by", "citizenship=Country,date=Day"]
MANY = "".join(f",c{number}" for number in range(30))
# A file of CBP, without its rows.
CBP = (
    "Fiscal Year,Month Grouping,Month (abbv),Component,Demographic,Citizenship Grouping,Title of Authority,"
    "Encounter Type,Encounter Count\n"
)
CBP_ROW = "2027,FYTD,OCT,U.S. Border Patrol,Single Adults,Mexico,Title 8,Apprehensions,5\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def part(contents):
    return with_part("xl/worksheets/sheet2.xml", contents)


def rows_of(xml):
    return part(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{xml}</sheetData></worksheet>')


def damaged(data, places):
    data = bytearray(data)
    for place in places:
        data[place] ^= 0x55
    return bytes(data)


def encrypted():
    """A workbook whose parts say that they are encrypted."""
    data = bytearray(workbooks.everyday())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def with_parts(**more):
    return workbooks.archive({name.replace("__", "/"): text for name, text in more.items()})


def without(name):
    return workbooks.archive({part: data for part, data in parts() if part != name})


def parts():
    from test_workbooks import unpacked
    return unpacked(workbooks.everyday())


def book(table, name="Table", **more):
    return workbooks.workbook({name: workbooks.sheet(table)}, **more)


def khsm(header, *rows):
    """A workbook that is called like one of OHSS's, with some rows on each of its sheets."""
    names = ["Count", "Region", "Rgn and Citp", "Rgn and Fam Status", "Citizenship", "Sector", "Family Status"]
    return workbooks.workbook({
        f"{unit} {name}": workbooks.sheet([header.split(","), *rows]) for unit in ("Monthly", "Annual") for name in names
    })


def twice():
    """A workbook of ICE with two sheets of one kind that are both shown."""
    import io
    import openpyxl
    path = PROJECT / "Tests/Terminal/Files/workbooks/FY26_detentionStats_04092026.xlsx"
    made = openpyxl.load_workbook(path)
    copied = made.copy_worksheet(next(sheet for sheet in made if sheet.title.startswith("Detention")))
    copied.title = "Detention old FY25"
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


# Every column has as many values as there are rows: together they are more than keys have bits for.
KEYS = [f"k{number}" for number in range(14)]
OWN_KEYS = [word for key in KEYS for word in ("--new-dimension", key)] + [
    "--new-measure", "own:events", "--measure", "own=Count", "--by", "fy=FY," + ",".join(f"{key}={key}" for key in KEYS),
    "--add-values",
]


def many_keys(halves):
    """Columns of 1,500 values each, in rows of one half of the file or of both."""
    def rows():
        yield ",".join(["FY", "Count", *KEYS])
        for number in range(1_500):
            yield ",".join(["2022", "1", *(f"v{number}" for _ in KEYS)])
    return "\n".join(rows()) + "\n"


OBJECT = '{"Country":"Mexico","FY":2022,"Count":5}\n'

# Name of the case: the file, what it holds, options, the place that is told (a line, or a line and a column).
CASES = {
    # How text is written.
    "latin-1 in the header": ("t.csv", b"Pa\xeds,FY,Count\nM\xe9xico,2022,5\n",
                            ["--measure", "removals=Count", "--by", "citizenship=País,fy=FY"], 1, "1"),
    "latin-1 in a key": ("t.csv", b"Country,FY,Count\nM\xe9xico,2022,5\n", REMOVALS, 2, "Country"),
    "latin-1 in a note": ("t.csv", b"Country,FY,Count,n\nMexico,2022,5,\xe9\n", REMOVALS, 2, "n"),
    "latin-1 in JSON": ("t.jsonl", b'{"Country":"M\xe9xico","FY":2022,"Count":5}\n', REMOVALS, 1, None),
    "UTF-16 without a mark": ("t.csv", PLAIN.encode("utf-16-le"), REMOVALS, None, None),
    "no UTF-16": ("t.csv", b"\xff\xfe" + PLAIN.encode("utf-16-le") + b"\x00\xd8", REMOVALS, 3, None),
    # What is no table.
    "nothing": ("t.csv", b"", REMOVALS, None, None),
    "nothing in gzip": ("t.csv.gz", gzip.compress(b""), REMOVALS, None, None),
    "half of a gzip": ("t.csv.gz", gzip.compress(PLAIN.encode() * 50)[:-30], REMOVALS, None, None),
    "a workbook in gzip": ("t.xlsx.gz", gzip.compress(workbooks.everyday()), REMOVALS, None, None),
    "zstd": ("t.csv.zst", b"\x28\xb5\x2f\xfd1234", REMOVALS, None, None),
    "xz": ("t.csv.xz", b"\xfd7zXZ\x001234", REMOVALS, None, None),
    "bzip2": ("t.csv.bz2", b"BZh91234", REMOVALS, None, None),
    "a PDF": ("t.pdf", b"%PDF-1.7\n1234", REMOVALS, None, None),
    "a database": ("t.db", b"SQLite format 3\0" + bytes(200), REMOVALS, None, None),
    "a Parquet file": ("the t.parquet", b"PAR1" + bytes(200), REMOVALS, None, None),
    "a workbook of 2003": ("t.xls", OLE, REMOVALS, None, None),
    "a password": ("t.xlsx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(80), REMOVALS, None, None),
    "an address": ("https://example.org/t.csv", None, REMOVALS, None, None),
    "no file": ("none.csv", None, REMOVALS, None, None),
    "a folder without tables": ("empty/note.md", b"x", REMOVALS, None, None),
    # Layout.
    "an empty line and no rows": ("t.csv", b"Country,FY,Count\n", REMOVALS, None, None),
    "too many lines skipped": ("t.csv", PLAIN, [*REMOVALS, "--skip", "9"], None, None),
    "too many columns": ("t.csv", "Country,FY,Count" + ",x" * 16_400 + "\n", REMOVALS, 1, None),
    "a control character in the header": ("t.csv", b"Country,F\x01Y,Count\n", REMOVALS, 1, None),
    "a control character": ("t.csv", b"Country,FY,Count\nMex\x01ico,2022,5\n", REMOVALS, 2, "Country"),
    "NUL": ("t.csv", b"Country,FY,Count\nMex\0ico,2022,5\n", REMOVALS, 2, "Country"),
    "a carriage return": ("t.csv", b"Country,FY,Count\nMex\rico,2022,5\n", REMOVALS, 2, "Country"),
    "a quote inside": ("t.csv", 'Country,FY,Count\nMex"ico,2022,5\n', REMOVALS, 2, "Country"),
    "an open quote": ("t.csv", 'Country,FY,Count\n"Mexico,2022,5\n', REMOVALS, 2, "Country"),
    "text after a quote": ("t.csv", 'Country,FY,Count\n"Mexico"x,2022,5\n', REMOVALS, 2, "Country"),
    "a control character in quotes": ("t.csv", b'Country,FY,Count\n"Mex\x01",2022,5\n', REMOVALS, 2, "Country"),
    "a record without end": ("t.csv", PLAIN + '"' + "x" * (9 << 20), REMOVALS, 3, None),
    "a row that is too short": ("t.csv", PLAIN + "Mexico,2022\n", REMOVALS, 3, None),
    "a note": ("t.csv", PLAIN + "Source: see the notes\n", REMOVALS, 3, None),
    "a row that is too long": ("t.csv", PLAIN + "Mexico,2022,5,6\n", REMOVALS, 3, None),
    "a text that is too long": ("t.csv", PLAIN + "x" * 5000 + ",2022,5\n", REMOVALS, 3, "Country"),
    # JSON.
    "no object": ("t.jsonl", OBJECT + "[1]\n", REMOVALS, 2, None),
    "no objects": ("t.json", "[]", REMOVALS, None, None),
    "an object in an object": ("t.jsonl", '{"FY":2022,"rows":{"a":1}}\n', REMOVALS, 1, "rows"),
    "a list in an object": ("t.json", '{"rows":[{"a":1}]}\n', REMOVALS, 1, "rows"),
    "a name with quotes": ("t.jsonl", '{"a\\"b":1,"FY":2022}\n', REMOVALS, 1, None),
    "U+0000": ("t.jsonl", '{"Country":"\\u0000","FY":2022,"Count":5}\n', REMOVALS, 1, None),
    "another field": ("t.jsonl", OBJECT + '{"Country":"Cuba","FY":2022,"Other":5}\n', REMOVALS, 2, None),
    "a list without end": ("t.json", "[" + OBJECT, REMOVALS, 2, None),
    "a comma missing": ("t.json", "[" + OBJECT + OBJECT + "]", REMOVALS, 2, None),
    "after the list": ("t.json", "[" + OBJECT + "]{}", REMOVALS, 2, None),
    "an object without end": ("t.json", '[{"a":"' + "x" * (5 << 20), REMOVALS, 1, None),
    # Options.
    "an unknown header": ("t.csv", PLAIN, [], None, None),
    "nothing counted": ("t.csv", PLAIN, ["--by", "fy=FY"], None, None),
    "no such column": ("t.csv", PLAIN, ["--measure", "removals=Number", "--by", "fy=FY"], None, None),
    "a slip in a column": ("t.csv", PLAIN, ["--measure", "removals=Cuont", "--by", "fy=FY"], None, None),
    "a slip in a list": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "citizenship=Cuontry,fy=FY"],
                         None, None),
    "a list without names": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "citizenship=FY,Country"],
                             None, None),
    "no measure": ("t.csv", PLAIN, ["--measure", "zebras=Count", "--by", "fy=FY"], None, None),
    "a slip in a measure": ("t.csv", PLAIN, ["--measure", "removls=Count", "--by", "fy=FY"], None, None),
    "a word of two measures": ("t.csv", PLAIN, ["--measure", "book-outs=Count", "--by", "fy=FY"], None, None),
    "a formula": ("t.csv", PLAIN, ["--measure", "apprehensions=Count", "--by", "fy=FY"], None, None),
    "a measure without a column": ("t.csv", PLAIN, ["--measure", "returns", "--by", "fy=FY"], None, None),
    "rows of a measure with a column": ("t.csv", PLAIN, [*REMOVALS, "--count"], None, None),
    "a measure twice": ("t.csv", PLAIN, [*REMOVALS, "--measure", "removals=FY"], None, None),
    "a column twice": ("t.csv", PLAIN, [*REMOVALS, "--measure", "returns=Count"], None, None),
    "a column as a dimension twice": ("t.csv", PLAIN, [*REMOVALS, "--by", "sex=Country"], None, None),
    "a dimension twice": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "fy=FY,fy=Country"], None, None),
    "no dimension": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "zebra=Country,fy=FY"], None, None),
    "a slip in a dimension": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "citizenshp=Country,fy=FY"],
                              None, None),
    "a slip in --scope": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "fy=FY", "--scope", "bordr=southwest"],
                          None, None),
    "a slip in --across": ("t.csv", "Country,2021\nMexico,5\n",
                           ["--measure", "removals", "--by", "citizenship=Country", "--across", "fyy"], None, None),
    "no value": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "fy=FY", "--scope", "citizenship=Zzz"],
                 None, None),
    "a slip in a value": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "fy=FY", "--scope",
                                           "citizenship=Mexcio"], None, None),
    "a scope without a value": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "fy=FY", "--scope",
                                                 "citizenship"], None, None),
    "a column and a scope": ("t.csv", PLAIN, [*REMOVALS, "--scope", "citizenship=Mexico"], None, None),
    "no period": ("t.csv", "Country,Count\nMexico,5\n", ["--measure", "removals=Count", "--by", "citizenship=Country"],
                  1, None),
    "a period that is not named": ("t.csv", PLAIN, ["--measure", "removals=Count", "--by", "citizenship=Country"],
                                   1, None),
    "two periods": ("t.csv", "FY,CY,Count\n2022,2022,5\n", ["--measure", "removals=Count", "--by", "fy=FY,cy=CY"],
                    1, None),
    "a period twice": ("t.csv", PLAIN, [*REMOVALS, "--scope", "fy=2022"], 1, None),
    "two periods of all rows": ("t.csv", "Country,Count\nMexico,5\n",
                                ["--measure", "removals=Count", "--by", "citizenship=Country", "--scope",
                                 "fy=2022", "--scope", "cy=2022"], None, None),
    "no period of all rows": ("t.csv", "Country,Count\nMexico,5\n",
                              ["--measure", "removals=Count", "--by", "citizenship=Country", "--scope", "fy=soon"],
                              None, None),
    "three names across": ("t.csv", "Country,2021\nMexico,5\n",
                           ["--measure", "removals", "--by", "citizenship=Country", "--across", "fy,sex,month"],
                           None, None),
    "a rule without a column": ("t.csv", PLAIN, [*REMOVALS, "--leave-out", "Total"], None, None),
    "no figure across": ("t.csv", "Country,Jan\nMexico,5\n",
                         ["--measure", "removals", "--by", "citizenship=Country", "--across", "month"], None, None),
    "short days across": ("t.csv", "Country,13/1/25,14/1/25\nMexico,5,6\n",
                          [*STOPS[:2], "--measure", "stops here", "--by", "citizenship=Country", "--across", "date"],
                          None, None),
    "a short day of all rows": ("t.csv", "Country,Count\nMexico,5\n",
                                [*STOPS, "--by", "citizenship=Country", "--scope", "date=13/1/25"], None, None),
    "no header": ("t.csv", "a,b\n1,2\n", [*REMOVALS, "--leave-out", "a=1"], None, None),
    "two columns of a name": ("t.csv", "Country,FY,Count,Count\nMexico,2022,5,6\n", REMOVALS, None, None),
    "two columns of a name in a cut": ("t.csv", "Country,FY,Count,Count\nMexico,2022,5,6\n",
                                       [*REMOVALS, "--leave-out", "Country=Total"], 1, None),
    "a declaration of five parts": ("t.csv", PLAIN, ["--new-measure", "a:b:flow:0:9", "--measure", "a=Count", "--by",
                                                     "fy=FY"], None, None),
    "a kind that is none": ("t.csv", PLAIN, ["--new-measure", "visits:events:flwo", "--measure", "visits=Count",
                                             "--by", "fy=FY"], None, None),
    "nine decimals": ("t.csv", PLAIN, ["--new-measure", "visits:events:flow:9", "--measure", "visits=Count", "--by",
                                       "fy=FY"], None, None),
    "a measure called month": ("t.csv", PLAIN, ["--new-measure", "month:events", "--measure", "month=Count", "--by",
                                                "fy=FY"], None, None),
    "a dimension called day": ("t.csv", PLAIN, ["--new-dimension", "day", *REMOVALS], None, None),
    "twenty-five dimensions": ("t.csv", f"FY,Count{MANY}\n2022,5{',a' * 30}\n",
                               [*(word for number in range(30) for word in ("--new-dimension", f"c{number}")), *STOPS,
                                "--by", "fy=FY" + MANY], None, None),
    "a level by quarter": ("t.csv", "Q,Count\nFY2024 Q1,5\n", [*HELD, "quarter=Q"], None, None),
    # Cells.
    "a word": ("t.csv", TWO.replace("5", "NA"), REMOVALS, 2, "Count"),
    "a bound": ("t.csv", TWO.replace("5", "<11"), REMOVALS, 2, "Count"),
    "a mark": ("t.csv", PLAIN.replace("5", "9[a]"), REMOVALS, 2, "Count"),
    "a decimal comma": ("t.csv", "Country;FY;Count\nMexico;2022;1.234,5\n", REMOVALS, 2, "Count"),
    "a sentence": ("t.csv", PLAIN.replace("5", "see the note below 3 times"), REMOVALS, 2, "Count"),
    "a decimal": ("t.csv", PLAIN.replace("5", "5.25"), REMOVALS, 2, "Count"),
    "a decimal of a new measure": ("t.csv", PLAIN.replace("5", "5.25"), [*STOPS, "--by", "fy=FY"], 2, "Count"),
    "a figure that is too large": ("t.csv", PLAIN.replace("5", "9" * 25), REMOVALS, 2, "Count"),
    "a sum that is too large": ("t.csv", "Country,FY,Count\n" + f"Mexico,2022,{2**63 - 1}\n" * 2, REMOVALS, 3, "Count"),
    "sums that are too large": ("t.csv", f"Country,FY,Count\nMexico,2022,{2**63 - 1}\nCuba,2022,{2**63 - 1}\n",
                                REMOVALS, None, None),
    "empty cells alone": ("t.csv", "Country,FY,Count\nMexico,2022,\n", REMOVALS, None, None),
    "no fiscal year": ("t.csv", PLAIN.replace("2022", "soon"), REMOVALS, 2, "FY"),
    "a note in a year": ("t.csv", PLAIN + "Mexico,FY 22-23,5\n", REMOVALS, 3, "FY"),
    "no calendar year": ("t.csv", PLAIN.replace("2022", "22"), ["--measure", "removals=Count", "--by", "cy=FY"], 2, "FY"),
    "no month": ("t.csv", PLAIN.replace("2022", "May"), ["--measure", "removals=Count", "--by", "month=FY"], 2, "FY"),
    "no month beside a year": ("t.csv", "FY,M,Count\n2022,soon,5\n",
                               ["--measure", "removals=Count", "--by", "fy=FY,month=M"], 2, "M"),
    "a short date": ("t.csv", PLAIN.replace("2022", "1/5/25"), ["--measure", "removals=Count", "--by", "date=FY"], 2, "FY"),
    "a short month": ("t.csv", PLAIN.replace("2022", "5/25"), ["--measure", "removals=Count", "--by", "month=FY"], 2, "FY"),
    "a serial number": ("t.csv", PLAIN.replace("2022", "44562"), ["--measure", "removals=Count", "--by", "date=FY"],
                        2, "FY"),
    "no quarter": ("t.csv", PLAIN.replace("2022", "Q9"), ["--measure", "removals=Count", "--by", "quarter=FY"], 2, "FY"),
    "a quarter of which year": ("t.csv", PLAIN.replace("2022", "2022 Q1"),
                                ["--measure", "removals=Count", "--by", "quarter=FY"], 2, "FY"),
    "a year to come": ("t.csv", PLAIN.replace("2022", "2045"), REMOVALS, None, None),
    "a year to date": ("t.csv", PLAIN.replace("2022", "2020 (FYTD)"), REMOVALS, None, None),
    "several readings": ("t.csv", "Month,Count\n2024-01,5\n2024-01,6\n", [*HELD, "month=Month"], 3, None),
    "several readings of places": ("t.csv", "Month,Place,Count\n2024-01,A,5\n2024-01,B,6\n", [*HELD, "month=Month"],
                                   3, None),
    "several readings of days": ("t.csv", "Month,Day,Count\n2024-01,2024-01-01,5\n2024-01,2024-01-09,6\n",
                                 [*HELD, "month=Month"], 3, None),
    "empty and not": ("t.csv", "Country,FY,Count\nMexico,2022,5\nMexico,2022,\n", REMOVALS, 3, None),
    # Values.
    "a slip": ("t.csv", PLAIN.replace("Mexico", "Mexcio"), REMOVALS, "line 2, column Country", None),
    "a value": ("t.csv", PLAIN.replace("Mexico", '"Atlantis, the isle"'), REMOVALS, "line 2, column Country", None),
    "a sum among values": ("t.csv", PLAIN + "Total,2022,5\n", REMOVALS, "line 3, column Country", None),
    "a sum as a value": ("t.csv", PLAIN + "Total,2022,5\n", [*REMOVALS, "--add-values"], 3, "Country"),
    # What values mean.
    "a map without header": ("t.csv", PLAIN, [*REMOVALS, "--map", "map.csv:a,b\n"], ("map.csv", 1), None),
    "a map of two cells": ("t.csv", PLAIN, [*REMOVALS, "--map", "map.csv:column,value,meaning\na,b\n"],
                           ("map.csv", 2), None),
    "a map of no column": ("t.csv", PLAIN, [*REMOVALS, "--map", "map.csv:column,value,meaning\nZ,b,c\n"],
                           ("map.csv", 2), None),
    "a map of figures": ("t.csv", PLAIN, [*REMOVALS, "--map", "map.csv:column,value,meaning\nCount,5,Cuba\n"],
                         ("map.csv", 2), None),
    "a map to nothing": ("t.csv", PLAIN, [*REMOVALS, "--map", "map.csv:column,value,meaning\nCountry,Mexico,Cbua\n"],
                         ("map.csv", 2), None),
    "no map": ("t.csv", PLAIN, [*REMOVALS, "--map", "none.csv"], ("none.csv", None), None),
    # Data packages.
    "a package that is no JSON": ("package/datapackage.json", "{", [], None, None),
    "a package without tables": ("package/datapackage.json", '{"resources": []}', [], None, None),
    "a package of other files": ("package/datapackage.json",
                                 '{"resources": [{"name": "a", "path": "../../a.csv", "format": "csv"}]}', [], None, None),
    "a map with a flaw": ("t.csv", PLAIN, [*REMOVALS, "--map", 'map.csv:column,value,meaning\n"a\n'],
                          ("map.csv", 2), None),
    # Publishers' formats.
    "another column": ("t.csv", CBP.replace("Encounter Count", "Encounter Cuont") + CBP_ROW, [], 1, "Encounter Cuont"),
    "a column more": ("t.csv", CBP.replace("Count\n", "Count,Zebra\n") + CBP_ROW.replace("5\n", "5,1\n"), [], 1, "Zebra"),
    "a column less": ("t.csv", CBP.replace(",Encounter Count", "") + CBP_ROW.replace(",5", ""), [], 1, None),
    "a value in no table": ("t.csv", "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,"
                            "Area of Responsibility,AOR (Abbv),Demographic,Citizenship,Title of Authority,Encounter Type,"
                            "Encounter Count\n2027,FYTD,OCT,Air and Marine Operations,Other,x,x,Single Adults,MEXICO,"
                            "Title 8,Apprehensions,5\n", [], "line 2", None),
    "a value that no table of the format keeps": (
        "t.csv", "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of Event,Sum Qty (lbs)\n"
        "2026,OCT,HSI,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Cocaine,1,2.5\n", [], 2, "Component"),
    "a folder as a map": ("t.csv", PLAIN, [*REMOVALS, "--map", "."], (".", None), None),
    "a million values": ("t.csv", lambda: "Country,FY,Count\n" + "".join(f"n{n},2022,1\n" for n in range(1_100_000)),
                         REMOVALS, None, "Country"),
    "values of many megabytes": ("t.csv", lambda: "Country,FY,Count\n" + "".join(
        f"{n}{'x' * 3_900},2022,1\n" for n in range(24_000)), REMOVALS, None, "Country"),
    "too many values of many columns": ("t.csv", lambda: many_keys(1), OWN_KEYS, None, None),
    # Workbooks.
    "a table that the publisher has changed": ("t.xlsx", khsm("Fiscal Year,Month,Number", [2024, "01 October", 5]), [],
                                               None, None),
    "a known workbook without rows": ("t.xlsx", khsm("Fiscal Year,Month,Region,Citizenship,Family Status,Sector,Quantity"),
                                      [], None, None),
    "two sheets of a kind": ("t.xlsx", twice, [], None, None),
    "an archive": ("t.zip", with_parts(readme="hello"), REMOVALS, None, None),
    "an OpenDocument file": ("t.ods", with_parts(content="x") if False else workbooks.archive({"content.xml": "x"}),
                             REMOVALS, None, None),
    "a binary workbook": ("t.xlsb", workbooks.archive({"xl/workbook.bin": "x"}), REMOVALS, None, None),
    "half of a workbook": ("t.xlsx", workbooks.everyday()[:-60], REMOVALS, None, None),
    "an encrypted workbook": ("t.xlsx", encrypted(), REMOVALS, None, None),
    "a workbook without a list": ("t.xlsx", without("xl/_rels/workbook.xml.rels"), REMOVALS, None, None),
    "a workbook without a sheet's part": ("t.xlsx", without("xl/worksheets/sheet2.xml"), SHEET, None, None),
    "a workbook without sheets": ("t.xlsx", workbooks.workbook({}), REMOVALS, None, None),
    "a workbook of hidden sheets": ("t.xlsx", book([["a"]], hidden=("Table",)), REMOVALS, None, None),
    "an archive of 20,001 files": ("t.xlsx", workbooks.archive({f"f{number}": "" for number in range(20_001)}),
                                   REMOVALS, None, None),
    "an unknown workbook": ("t.xlsx", workbooks.everyday(), [], None, None),
    "no such sheet": ("t.xlsx", workbooks.everyday(), [*SHEET, "--sheet", "Zebra"], None, None),
    "no sheet with the columns": ("t.xlsx", book([["a", "b"], [1, 2]]), SHEET, None, None),
    "none of two sheets": ("t.xlsx", workbooks.workbook({"A": workbooks.sheet([["a"]]), "B": workbooks.sheet([["b"]])}),
                           SHEET, None, None),
    "a word in a sheet": ("t.xlsx", book([["Country", "Day", "Count"], ["Cuba", "2024-03-01", "NA"], ["Cuba", "2024-03-02", 5]]), SHEET, 2, None),
    "a formula that was never computed": ("t.xlsx", book([["Country", "Day", "Count"], ["Cuba", "2024-03-01",
                                          workbooks.Raw('<c r="{}"><f>1+2</f></c>')]]), SHEET, 2, None),
    "broken XML": ("t.xlsx", part("this is no XML"), SHEET, None, None),
    "a document type": ("t.xlsx", part('<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'), SHEET, None, None),
    "elements too deep": ("t.xlsx", part(f'{HEAD}<worksheet xmlns="{MAIN}">' + "<a>" * 1_000), SHEET, None, None),
    "a tag too long": ("t.xlsx", part(f'{HEAD}<worksheet xmlns="{MAIN}" a="' + "x" * (64 << 20)), SHEET, None, None),
    "no such text": ("t.xlsx", rows_of('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), SHEET, 1, None),
    "a row too late": ("t.xlsx", rows_of('<row r="2"/><row r="1"/>'), SHEET, 2, None),
    "cells in no order": ("t.xlsx", rows_of('<row r="1"><c r="B1"/><c r="A1"/></row>'), SHEET, 1, None),
    "a text too long for a sheet": ("t.xlsx", rows_of('<row r="1"><c r="A1" t="str"><v>' + "x" * (2 << 20)
                                                      + "</v></c></row>"), SHEET, 1, None),
    "texts too many": ("t.xlsx", with_part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">'
                                           + f"<si><t>{'x' * 30_000}</t></si>" * 5_000 + "</sst>"), SHEET, None, None),
    "a part too large": ("t.xlsx", with_part("xl/workbook.xml", " " * (17 << 20)), SHEET, None, None),
}


def refusal(world, case):
    """What is said of a case."""
    name, data, options, _, _ = CASES[case]
    if data is not None:
        world.write(name, data() if callable(data) else data)
    words = []
    for option in options:
        if option.startswith("map.csv:"):
            world.write("map.csv", option[len("map.csv:"):])
            option = "map.csv"
        words.append(option)
    path = name if data is None else name.split("/")[0]
    result = world.run("import", path, *words, timeout=60)
    assert (result.status, result.output) == (1, ""), (result.output, result.errors)
    return path, result.errors


def kept(worker_folder, case):
    """Where what is said of a case is kept for the test that needs all of it, so that none is imported twice."""
    folder = worker_folder / "refusals"
    folder.mkdir(exist_ok=True)
    return folder / hashlib.sha256(case.encode()).hexdigest()


def keep(worker_folder, case, said):
    path = kept(worker_folder, case)
    partial = path.with_suffix(f".{os.getpid()}")
    partial.write_text(said)
    partial.rename(path)


# Faults of options, which are of no place in the file.
OF_OPTIONS = re.compile(r"error: (no |`|--)")


@pytest.mark.parametrize("case", CASES)
def test_a_refusal_names_its_place_and_offers_a_line(world, worker_folder, case):
    _, _, _, line, column = CASES[case]
    path, said = refusal(world, case)
    keep(worker_folder, case, said)
    first = said.split("\ntry: ")[0]
    if isinstance(line, tuple):
        path, line = line
    assert path in first or OF_OPTIONS.match(first), first
    if isinstance(line, int):
        assert re.search(rf"{re.escape(path)}(, sheet [^:]+)?:{line}: ", first), first
    elif line:
        assert line in first
    if column:
        assert f"column {column}: " in first
    lines = [line[len("try:  "):] for line in said.splitlines() if line.startswith("try:  ")]
    assert lines, said
    for line in lines:
        check_line(world, line)


def check_line(world, line):
    """A line can be typed: it is a line of a shell, and what it gives the program is understood."""
    assert subprocess.run(["sh", "-n", "-c", line], capture_output=True).returncode == 0, line
    programs = [part.strip().split(" ")[0] for part in re.split(r"\|(?=\s)|&&", line)]
    if "curl" in programs or "soffice" in programs or not all(
        program == "tally" or shutil.which(program) for program in programs
    ):
        words = shlex.split(line.split("tally ", 1)[1]) if "tally " in line else []
        line = shlex.join(["tally", *("-" if word == "|" else word for word in words)]) if words else "true"
    folder = world.folder / "bin"
    folder.mkdir(exist_ok=True)
    if not (folder / "tally").exists():
        (folder / "tally").symlink_to(world.tally)
    environment = {**world.environment(), "PATH": f"{folder}:{world.environment()['PATH']}"}
    done = subprocess.run(
        ["sh", "-c", line], cwd=world.folder, env=environment, capture_output=True, encoding="utf-8", errors="replace",
        timeout=60, stdin=subprocess.DEVNULL,
    )
    assert done.returncode not in (2, 3, 126, 127) or line.startswith("ls "), (line, done.stderr)
    assert "no option" not in done.stderr, (line, done.stderr)


@pytest.mark.parametrize("given, tried", [
    (b"", "ls -l /dev/stdin"), (TWO.replace("5", "NA").encode(), "tally import - --measure"),
    (b"Country,FY,Count\nMexico,2022\n", "sed -n '2p'"),
    (b"Country,FY,Count" + b",x" * 17_000, "cut -d , -f 1-100 /dev/stdin | tally import -"),
])
def test_what_comes_through_a_pipe_is_called_by_a_name_of_the_shell(world, given, tried):
    result = world.run("import", "-", *REMOVALS, given=given)
    assert result.status == 1 and "error: standard input" in result.errors
    assert tried in result.errors.split("\ntry:", 1)[1]


def test_a_row_that_may_be_of_the_table_is_shown_before_it_is_left_out(world):
    for row, first in (("Source: see the notes", "tally import"), ("Cuba,2022", "sed -n '3p'")):
        world.write("t.csv", PLAIN + row + "\n")
        lines = re.findall(r"^try:  (.*)$", world.run("import", "t.csv", *REMOVALS).errors, re.MULTILINE)
        assert len(lines) == 2 and lines[0].startswith(first)


def test_of_several_files_each_has_its_own_lines(world):
    for name, figure in (("a.csv", "NA"), ("b.csv", "5"), ("c.csv", "<11")):
        world.write(f"folder/{name}", TWO.replace("5", figure))
    result = world.run("import", "folder", *REMOVALS, "--prefer")
    assert result.status == 1 and "2 of 3 files were not imported" in result.errors
    lines = [line for line in result.errors.splitlines() if line.startswith("try:  ")]
    assert [line.split()[3] for line in lines] == ["folder/a.csv"] * 2 + ["folder/c.csv"] * 2
    assert all("--prefer" in line for line in lines)


def test_programs_are_given_the_lines_as_a_list(world):
    path = world.write("table.csv", TWO.replace("5", "NA"))
    told = json.loads(world.run("import", path.name, *REMOVALS, "--errors", "json").errors)
    assert [line.split("--errors json ")[1] for line in told["try"]] == ["--missing NA", "--withheld NA"]


def test_options_before_the_command_and_with_signs_are_kept(world):
    world.write("table.csv", TWO.replace("5", "NA"))
    words = ["--errors=text", "import", "table.csv", "--measure=removals=Count", "--by", "fy=FY", "--source", "It's: a table"]
    errors = world.run(*words).errors
    line = re.search(r"^try:  (.*)$", errors, re.MULTILINE)[1]
    assert shlex.split(line)[3:] == [
        "--errors", "text", "--measure", "removals=Count", "--by", "fy=FY", "--source", "It's: a table", "--missing", "NA",
    ]


# Lines after which the file is imported: what they add is what helps.
HELPED = [
    "latin-1 in the header", "latin-1 in a key", "UTF-16 without a mark", "a slip in a column", "a slip in a list",
    "a slip in a measure", "no dimension", "a slip in a dimension", "a formula", "a measure twice", "a column twice",
    "a period twice", "a period that is not named", "two columns of a name", "a word", "a bound", "a mark", "a note",
    "a decimal of a new measure", "a decimal", "a short date", "a short month", "a serial number", "a slip", "a value",
    "a sum among values", "a sum as a value", "a quarter of which year", "several readings of places",
    "several readings of days", "a kind that is none", "nine decimals", "a measure called month", "a year to date",
    "another column", "a level by quarter", "an unknown header", "nothing counted", "a list in an object",
    "no figure across", "too many lines skipped", "a text that is too long", "a measure without a column",
    "rows of a measure with a column", "a dimension twice", "a scope without a value", "a slip in a value",
    "a column and a scope", "no period", "two periods", "a rule without a column", "three names across",
    "no period of all rows", "two periods of all rows", "a word of two measures", "a slip in --across",
    "short days across", "a short day of all rows", "a dimension called day", "a declaration of five parts", "a word in a sheet",
]


@pytest.mark.parametrize("case", HELPED)
def test_the_first_line_that_is_offered_helps(world, case):
    """With it the file is imported, or refused for another reason than before."""
    _, said = refusal(world, case)
    line = re.search(r"^try:  (.*)$", said, re.MULTILINE)[1]
    folder = world.folder / "bin"
    folder.mkdir()
    (folder / "tally").symlink_to(world.tally)
    environment = {**world.environment(), "PATH": f"{folder}:{world.environment()['PATH']}"}
    done = subprocess.run(
        ["sh", "-c", line], cwd=world.folder, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stderr.split("\n")[0] != said.split("\n")[0], line
    if not done.stderr:
        assert "imported as" in done.stdout
    else:
        assert case in STILL_REFUSED, (line, done.stderr)


# Files with a second fault.
STILL_REFUSED = {"a list in an object", "three names across"}


# Every place that refuses a file.

FOLDERS = ["FileImport", "Importing", "Workbooks", "Store/Importing"]
# What no file that lies there brings about; each with the test that does, or why none can.
OTHERWISE = {
    "was changed while it was read": "test_a_file_that_grows_meanwhile_is_refused",
    "there is no such file": "test_a_slip_in_the_name_of_a_file",
    "nothing imported is called": "test_what_is_dropped_must_be_there",
    "were held in part": "test_an_answer_in_parts_does_not_come_back",
    "does not fit the rest": "test_a_value_of_another_row_is_refused",
    "which iconv does not know": "names are checked, and marks are those of UTF-16 and UTF-32, which every iconv knows",
    "too many different values in all dimensions": "valuesWithoutKeys",
}


def literals(text, start):
    """The first text after a place in the code, as an expression that matches what it says."""
    while text[start] != '"':
        start += 1
    pattern, place = "", start + 1
    while text[place] != '"':
        if text.startswith("\\(", place):
            depth, place = 1, place + 2
            while depth:
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
            pattern += ".*"
        else:
            pattern += re.escape(text[place])
            place += 1
    return pattern


def constructed():
    """What every refusal in the code says."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((PROJECT / "Sources" / folder).rglob("*.swift")):
            text = path.read_text()
            for match in re.finditer(r"(?:throw|return|->|\bcase [^:]*:) *(?:FileMistake|ImportMistake|mistake)\(\s", text):
                pattern = literals(text, match.end())
                if len(pattern.replace(".*", "")) > 8:
                    found[f"{path.name}: {pattern}"] = pattern
    return found


def test_every_refusal_of_the_code_is_tried(world, worker_folder):
    for case in CASES:
        if not kept(worker_folder, case).exists():
            keep(worker_folder, case, refusal(world, case)[1])
    said = "\n".join(kept(worker_folder, case).read_text() for case in CASES)
    missing = [
        name for name, pattern in constructed().items()
        if not re.search(pattern, said) and not any(words in pattern.replace("\\", "") for words in OTHERWISE)
    ]
    assert len(constructed()) > 50 and missing == []


def test_what_is_provoked_otherwise_is_provoked(world):
    """Nothing is left out of the list above that a file does bring about, and its tests are there."""
    said = "\n".join(refusal(world, case)[1] for case in ("no file", "an unknown header"))
    patterns = [pattern.replace("\\", "") for pattern in constructed().values()]
    sources = "".join(
        path.read_text() for kind in ("Terminal/*.py", "*/*.swift") for path in (PROJECT / "Tests").glob(kind)
    )
    for words, test in OTHERWISE.items():
        assert any(words in pattern for pattern in patterns), words
        assert words not in said
        assert " " in test or f"def {test}(" in sources or f"func {test}(" in sources, test


def test_a_file_that_grows_meanwhile_is_refused(world):
    """Whoever reads it would have counted neither the old file nor the new one."""
    path = world.write("t.csv", "Country,FY,Count\n" + "Mexico,2022,1\n" * 3_000_000)
    process = subprocess.Popen(
        [world.tally, "import", "t.csv", *REMOVALS, "--prefer"], cwd=world.folder, env=world.environment(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
    )
    wait_until_open(process, path)
    with open(path, "a") as file:
        file.write("Mexico,2022,1\n")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "t.csv: was changed while it was read (import it once it is whole)" in errors
    assert f"try:  tally import t.csv {shlex.join(REMOVALS)} --prefer" in errors
    assert world.run("datasets").output == "nothing is imported\n"


def test_what_is_dropped_must_be_there(world):
    world.write("t.csv", PLAIN)
    assert world.run("import", "t.csv", *REMOVALS).status == 0
    result = world.run("drop", "zebra")
    assert result.status == 1 and "nothing imported is called `zebra`" in result.errors and "try:" in result.errors


def test_a_slip_in_the_name_of_a_file(world):
    world.write("tables/removals.csv", PLAIN)
    result = world.run("import", "tables/remvoals.csv", *REMOVALS)
    assert (result.status, result.output) == (1, "")
    assert result.errors.startswith("error: tables/remvoals.csv: there is no such file")
    line = re.search(r"^try:  tally (.*)$", result.errors, re.MULTILINE)[1]
    assert world.run(*shlex.split(line)).status == 0


def test_an_answer_in_parts_does_not_come_back(world):
    assert world.run("export", "package", "removals by fy since 2023").status == 0
    result = world.run("import", "package")
    assert result.status == 1 and "held in part, and would count as whole" in result.errors
    line = re.search(r"^try:  tally (.*)$", result.errors, re.MULTILINE)[1]
    assert world.run(*shlex.split(line)).status == 0


def test_a_value_of_another_row_is_refused(world):
    """The Border Patrol has no field offices."""
    world.write(
        "t.csv", "Fiscal Year,Month Grouping,Month (abbv),Component,Land Border Region,Area of Responsibility,AOR (Abbv),"
        "Demographic,Citizenship,Title of Authority,Encounter Type,Encounter Count\n2027,FYTD,OCT,U.S. Border Patrol,"
        "Southwest Land Border,Miami Field Office,x,Single Adults,MEXICO,Title 8,Apprehensions,5\n",
    )
    result = world.run("import", "t.csv")
    assert result.status == 1
    assert "t.csv:2: column Area of Responsibility: `Miami Field Office` does not fit the rest of its row" in result.errors
    assert "try:  sed -n '2p' t.csv" in result.errors
    assert world.run("datasets").output == "nothing is imported\n"
