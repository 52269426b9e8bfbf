/// Writes the rows of one dataset into its fact table, in the order of the table's key.
struct FactWriter {
  private let statement: Statement
  private let dataset: Int
  private let facts: FactRows

  /// `dimensions` and `measures` are the names of the columns, as the rows have them.
  init(
    _ facts: FactRows,
    dataset: Int,
    table: String,
    dimensions: [String],
    measures: [String],
    database: Database
  ) throws(DatabaseError) {
    let columns = ["dataset", "period"] + dimensions + measures + ["withheld", "hedge"]
    statement = try database.insertion(into: table, columns: columns)
    self.dataset = dataset
    self.facts = facts
  }

  func write(_ order: FactOrder) throws(DatabaseError) {
    statement.bind(dataset, at: 0)
    for row in order.rows {
      bind(row)
      _ = try statement.step()
      statement.reset()
    }
  }

  private func bind(_ row: Int) {
    statement.bind(facts.periods[row], at: 1)
    var place = 2
    for dimension in 0..<facts.dimensionCount {
      statement.bind(Int(facts.member(row, dimension)), at: place)
      place += 1
    }
    for measure in 0..<facts.measureCount {
      let figure = facts.figure(row, measure)
      if figure == FactRows.missing {
        statement.bindNull(at: place)
      } else {
        statement.bind(Int(figure), at: place)
      }
      place += 1
    }
    statement.bind(facts.withheld[row], at: place)
    statement.bind(Int(facts.hedges[row]), at: place + 1)
  }
}
