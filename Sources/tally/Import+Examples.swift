/// Lines that show what an import can be told.
extension Import {
  static let examples = [
    "tally import nationwide-encounters-fy23-fy26-dec-state.csv",
    "tally import table.csv --measure removals=Count --by citizenship=Country,month=Month",
    "tally import table.csv --new-measure visits:visits:flow --by month",
    "tally import table.csv --new-dimension airport --measure removals --by airport,month",
    "tally import table.csv --measure removals --by month --scope 'citizenship=El Salvador'",
    """
    tally import table.csv --measure removals --by month --source 'ICE: Removals by month' \
    --published 2026-01-15 --url https://www.ice.gov/removals
    """,
    "tally import table.csv --measure removals --by citizenship,month --map names.csv",
    "tally import table.csv --as removals-2026 --database tally.db",
    "tally import downloads --dry-run",
    "tally import table.xlsx --sheet 'Table 1' --measure removals=Total --by citizenship=Country --scope fy=2022",
    "tally import wide.csv --measure removals --by citizenship=Country --across fy --leave-out Country=Total",
    "tally import table.csv --skip 3 --header 2 --delimiter ';' --measure removals=Total --by month",
    "tally import table.csv --missing NA --withheld '*' --rounded 10 --measure removals=Count --by fy",
    "tally import table.csv --decimal , --marks 'p,[a]' --measure removals=Total --by fy",
    "tally import table.csv --encoding windows-1252 --dates d/m/y --measure removals=Total --by month=Fecha",
    "tally import FY26_detentionStats.xlsx --until 2026-04-04",
    "tally import downloads --dry-run --format json",
    "tally import downloads --dry-run --accessible",
    "tally import table.csv --errors json",
  ]
}
