import Store

/// The names that random questions are made of, read from the database by SQL.
struct Vocabulary {
  /// A measure with what its tables are broken down by and whom they name.
  struct Subject {
    let measure: String
    let dimensions: [String]
    let members: [String]
  }

  let subjects: [Subject]
  let phrases: [String]
  let periods = [
    "in fy2022", "in 2020..2023", "since 2021", "until fy1995", "after 2019", "before 2024",
    "in cy2023", "in may 2023", "in 2024-02", "in q2 fy2023", "in q1 2024, q3 2024",
    "from oct 2022 to mar 2023", "between jan 2024 and may 2024", "last 3 fy", "last 12 months",
    "last month", "latest", "latest fy", "fytd", "in 12 may 2023", "in 2023-01-01..2023-06-30",
    "since jan 2020 until 2021", "through fy2015",
  ]
  let times = ["fy", "cy", "quarter", "month", "date"]
  /// Words and signs of the language, in no order.
  let tokens = [
    "by", "for", "where", "in", "not", "and", "or", "since", "until", "after", "before", "from",
    "to", "between", "through", "last", "latest", "fytd", "top", "bottom", "order by", "desc",
    "limit", "as", "with", "per", "vs", "is", "check", "let", "=", "!=", "(", ")", ",", "+", "-",
    "*", "/", "|", "..", ">", "<", "\"", "\"x\"", ";", "#", "\\", "5", "2023", "fy2024", "cy2022",
    "may", "may 2024", "q2", "12", "1.5", "740k", "99999999999999999999", "fy", "month", "json",
    "é", "\u{0}", "\t", "\n",
  ]

  init(_ database: Database) throws {
    subjects = try database.column("SELECT key FROM measure WHERE formula = ''").map { key in
      try Subject(database, key)
    }
    phrases =
      try database.column("SELECT phrase FROM phrase")
      + database.column("SELECT name FROM measure WHERE formula != ''")
  }
}

extension Vocabulary.Subject {
  fileprivate init(_ database: Database, _ key: String) throws {
    let datasets = """
      (SELECT dataset.* FROM dataset_measure JOIN dataset ON dataset.id = dataset_measure.dataset
      WHERE measure = (SELECT id FROM measure WHERE key = '\(key)') AND rollup_of = 0)
      """
    measure = try database.column("SELECT name FROM measure WHERE key = '\(key)'")[0]
    dimensions = try database.column(
      """
      SELECT DISTINCT dimension.name FROM \(datasets) AS held JOIN dimension
      ON ' ' || held.dimensions || ' ' LIKE '% ' || dimension.id || ' %'
      """
    )
    members = try database.column(
      """
      SELECT DISTINCT member.name FROM \(datasets) AS held
      JOIN dataset_member ON dataset_member.dataset = held.id
      JOIN member ON member.id = dataset_member.member
      """
    )
  }
}

extension Database {
  /// The first column of a query, as text.
  func column(_ sql: String) throws -> [String] {
    let statement = try prepare(sql)
    var values: [String] = []
    while try statement.step() { values.append(statement.text(at: 0)) }
    return values
  }
}
