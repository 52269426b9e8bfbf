"""Answers of a million rows to a file, beside sqlite3 and DuckDB."""

import pathlib
import shutil
import subprocess

QUESTION = "visas issued by fy, citizenship, visa class"
PAIRS = 5

# Every class a second time under another name, and every class for every citizenship in every year.
INVENTED = """
    PRAGMA journal_mode = OFF;
    CREATE TEMP TABLE held AS SELECT id FROM dataset WHERE key = 'state-visas';
    CREATE TEMP TABLE class AS
      SELECT id AS dimension FROM dimension WHERE key = 'visa_class';
    INSERT INTO member (key, dimension, name, parent, rest)
      SELECT 'second_' || key, dimension, 'second ' || name, 0, 0 FROM member WHERE dimension IN class;
    INSERT OR IGNORE INTO visas (dataset, period, citizenship, visa_class, visas_issued)
      SELECT held.id, year.period, country.citizenship, value.id,
        (year.period * 7919 + country.citizenship * 104729 + value.id * 1299709) % 100000
      FROM held, (SELECT DISTINCT period FROM visas WHERE dataset IN held) AS year,
        (SELECT DISTINCT citizenship FROM visas WHERE dataset IN held) AS country,
        (SELECT id FROM member WHERE dimension IN class) AS value;
    INSERT OR IGNORE INTO dataset_member (dataset, member, first_fy, last_fy)
      SELECT held.id, member.id, fiscal.first, fiscal.last FROM held, member,
        (SELECT min(first_fy) AS first, max(last_fy) AS last FROM dataset_member
          WHERE dataset IN held AND first_fy > 0) AS fiscal
      WHERE dimension IN class;
    DELETE FROM visas WHERE dataset IN (SELECT id FROM dataset WHERE rollup_of IN held);
    INSERT INTO visas (dataset, period, citizenship, visa_class, visas_issued)
      SELECT dataset.id, period, iif(dataset.key LIKE '%/citizenship', citizenship, 0),
        iif(dataset.key LIKE '%/visa_class', visa_class, 0), sum(visas_issued)
      FROM held JOIN visas ON visas.dataset = held.id JOIN dataset ON dataset.rollup_of = held.id
      GROUP BY 1, 2, 3, 4;
    UPDATE dataset SET size = (SELECT count(*) FROM visas WHERE visas.dataset = dataset.id)
      WHERE id IN held OR rollup_of IN held;
    SELECT count(*) FROM visas WHERE dataset IN held;
"""


def measure(bench, heading, report, sizes):
    """The same rows as CSV and JSON: each peer runs the statement that `.sql` prints."""
    database, rows = invented(bench)
    command = [bench.tally, "--database", database, ".sql", QUESTION]
    sql = subprocess.check_output(command, env=bench.environment, text=True).strip().rstrip(";")
    heading(f"{rows:,} rows to a file, {PAIRS} pairs")
    for form in ("csv", "json"):
        ours = timed(bench, [bench.tally, "--database", database, "-c", f"{QUESTION} | {form}"], "")
        for name, peer in peers(bench, database, sql, form).items():
            report(f"{form}, beside {name}", *bench.side_by_side(ours, peer, PAIRS))
        ours()
        print(f"{form}, peak memory of tally{sizes(bench.peak):>40}")


def invented(bench):
    """A copy of the data in which one table has a million rows, most of them invented."""
    path, printed = bench.changed("long.db", INVENTED)
    return path, int(printed.split()[-1])


def peers(bench, database, sql, form):
    """What each peer does, by its name; DuckDB has the tables in a file of its own."""
    given = {"sqlite3": ([bench.sqlite3, "-header", f"-{form}", database], sql + ";")}
    duckdb = shutil.which("duckdb")
    if duckdb:
        own = bench.folder / "long.duckdb"
        if not own.exists():
            for table in ("visas", "member"):
                file = bench.folder / f"{table}.csv"
                with file.open("w") as output:
                    rows = f'SELECT * FROM "{table}"'
                    subprocess.run([bench.sqlite3, "-csv", "-header", database, rows], check=True, stdout=output)
                subprocess.run([duckdb, own, f"CREATE TABLE {table} AS FROM '{file}'"], check=True)
        target = bench.folder / f"long.duckdb.{form}"
        given["DuckDB"] = ([duckdb, str(own)], f"COPY ({sql}) TO '{target}' (FORMAT {form});")
    return {name: timed(bench, command, text) for name, (command, text) in given.items()}


def timed(bench, command, given):
    """A run whose output goes to a file."""
    files = len(list(pathlib.Path(bench.folder).glob("long-*.sql")))
    script = bench.folder / f"long-{files}.sql"
    script.write_text(given)
    return lambda: bench.process(command, str(script), output=str(bench.folder / "long.out"))
