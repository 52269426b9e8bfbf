import Catalog

/// Views of the facts with every name spelled out: of tables, sources, periods and values.
///
/// They are no part of the file: SQLite would read them at every start (schema.sql). They are made
/// for a connection that is asked in SQL, and written out where the data are exported.
package struct NamedViews {
  /// A view and the query that it names.
  package struct View: Sendable {
    package let name: String
    package let query: String
  }

  package let all: [View]

  /// Reads which tables there are, imported ones included.
  init(of database: Database, asOne isOneDatabase: Bool = false) throws(DatabaseError) {
    let index = try FactTables(of: database, asOne: isOneDatabase)
    all =
      [View(name: "datasets_named", query: Self.datasets(index))]
      + index.subjects.map { View(name: "\($0)_named", query: Self.facts(of: $0, index)) }
  }

  // MARK: Tables

  private static func datasets(_ index: FactTables) -> String {
    """
    SELECT "d"."key" AS "dataset", "d"."subject", "t"."title", "s"."publisher",
      "s"."title" AS "source", "s"."published", "s"."url", "d"."time",
      (
        SELECT group_concat("m"."name", ', ') FROM "member" AS "m"
        WHERE ' ' || "d"."scope" || ' '
          LIKE '% ' || CAST("m"."dimension" AS TEXT) || '=' || CAST("m"."id" AS TEXT) || ' %'
      ) AS "limited_to",
      "d"."rounding" AS "rounded_to", "d"."absent" AS "combination_without_a_row",
      "d"."complete", "d"."superseded", "d"."size" AS "rows", "t"."note"
    FROM \(index.union(of: "dataset")) AS "d"
    JOIN \(index.union(of: "source")) AS "s" ON "s"."id" = "d"."source"
    LEFT JOIN \(index.union(of: "dataset_text")) AS "t" ON "t"."dataset" = "d"."id"
    WHERE "d"."rollup_of" = 0
    """
  }

  /// The rows of a subject as they were published, without the sums that are kept for speed.
  private static func facts(of subject: String, _ index: FactTables) -> String {
    let dimensions = index.dimensions(of: subject)
    let names = dimensions.map {
      "\("\($0) value".inDoubleQuotes).\"name\" AS \($0.inDoubleQuotes)"
    }
    let figures = index.measures(of: subject).map { measure in
      let own = "\"f\".\(measure.key.inDoubleQuotes)"
      return measure.scale == 1
        ? own : "\(own) * 1.0 / \(measure.scale) AS \(measure.key.inDoubleQuotes)"
    }
    let values = dimensions.map { dimension in
      let alias = "\(dimension) value".inDoubleQuotes
      return
        "LEFT JOIN \"member\" AS \(alias) ON \(alias).\"id\" = \"f\".\(dimension.inDoubleQuotes)"
    }
    return """
      SELECT "d"."key" AS "dataset", "s"."short" AS "publisher", "s"."title" AS "source",
        "s"."published", "d"."superseded", "d"."time",
        \(period) AS "period",
        \(fiscalYear) AS "fy",
        \((names + figures).joined(separator: ",\n  ")),
        (
          SELECT group_concat("m"."key", ', ') FROM \(index.union(of: "dataset_measure")) AS "w"
          JOIN \(index.union(of: "measure")) AS "m" ON "m"."id" = "w"."measure"
          WHERE "w"."dataset" = "f"."dataset" AND "f"."withheld" >> "w"."position" & 1 = 1
        ) AS "withheld",
        CASE "f"."hedge" WHEN 0 THEN 'exact' WHEN 1 THEN 'more than' WHEN 2 THEN 'at least'
          WHEN 3 THEN 'nearly' WHEN 4 THEN 'about' WHEN 5 THEN 'up to' ELSE 'vague' END AS "stated"
      FROM \(index.facts(of: subject)) AS "f"
      JOIN \(index.union(of: "dataset")) AS "d" ON "d"."id" = "f"."dataset"
      JOIN \(index.union(of: "source")) AS "s" ON "s"."id" = "d"."source"
      \(values.joined(separator: "\n"))
      WHERE "d"."rollup_of" = 0
      """
  }

  // MARK: Periods

  private static let period = """
    CASE "d"."time"
        WHEN 'month' THEN \(dashed("\"f\".\"period\" / 100", "\"f\".\"period\" % 100"))
        WHEN 'date' THEN \(day)
        WHEN 'span' THEN \(day)
        ELSE CAST("f"."period" AS TEXT) END
    """

  private static let day = dashed(
    "\"f\".\"period\" / 10000",
    "\"f\".\"period\" / 100 % 100",
    "\"f\".\"period\" % 100"
  )

  /// `2024-05`, of whole numbers.
  private static func dashed(_ year: String, _ parts: String...) -> String {
    parts.reduce("CAST(\(year) AS TEXT)") { text, part in
      "\(text) || CASE WHEN \(part) < 10 THEN '-0' ELSE '-' END || CAST(\(part) AS TEXT)"
    }
  }

  /// Months and days are held from 1976 on, where fiscal years begin in October.
  private static let fiscalYear = """
    CASE "d"."time" WHEN 'fy' THEN "f"."period" WHEN 'month' THEN ("f"."period" + 90) / 100
        WHEN 'date' THEN ("f"."period" / 100 + 90) / 100 END
    """
}

extension Database {
  /// The views of what this connection reads, or of the same in one database.
  package func namedViews(
    ofOneDatabase isOneDatabase: Bool = false
  ) throws(DatabaseError) -> NamedViews {
    try withoutGuard { () throws(DatabaseError) in
      try NamedViews(of: self, asOne: isOneDatabase)
    }
  }

  /// Makes the views for this connection alone; those that are there are made again, since imported
  /// data may have changed.
  package func makeNamedViews() throws(DatabaseError) -> NamedViews {
    try withoutGuard { () throws(DatabaseError) in
      let views = try NamedViews(of: self)
      for view in views.all {
        try execute("DROP VIEW IF EXISTS temp.\(view.name.inDoubleQuotes)")
        try execute("CREATE TEMP VIEW \(view.name.inDoubleQuotes) AS\n\(view.query)")
      }
      return views
    }
  }
}
