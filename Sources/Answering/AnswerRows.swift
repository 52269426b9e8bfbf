package import Catalog
package import Planner
package import Results
package import SQLCompiler

/// The rows of an answer, one after the other. Nothing is run before the first row is requested.
package struct AnswerRows {
  private let plan: QueryPlan
  private let statement: SQLStatement
  private let catalog: any CatalogReader
  private let prepare: (String) throws -> any RawRows
  private let ahead: SumsAhead?
  private var reader: RowReader
  /// The rows as SQL names and orders them; otherwise
  private var stored: (any RawRows)?
  /// those of a long answer, which are named and ordered here.
  private var ordered: OrderedRows?

  /// `prepare` makes SQL ready to run, and with it the sums of `ahead` that it reads.
  package init(
    _ plan: QueryPlan,
    _ statement: SQLStatement,
    _ catalog: any CatalogReader,
    ahead: SumsAhead? = nil,
    prepare: @escaping (String) throws -> any RawRows
  ) {
    self.plan = plan
    self.statement = statement
    self.catalog = catalog
    self.prepare = prepare
    self.ahead = ahead
    reader = RowReader(plan, statement, catalog)
  }

  /// What was found in the rows so far.
  package var findings: RowFindings { reader.findings }

  /// Moves to the next row; `false` when there is none.
  package mutating func step() throws -> Bool {
    if stored == nil, ordered == nil { try begin() }
    return try ordered?.step() ?? stored?.step() ?? false
  }

  /// Reads the current row. Its storage is reused for the next row unless the caller keeps it.
  package mutating func read(into row: inout AnswerRow) {
    if let ordered {
      reader.read(ordered, into: &row)
    } else if let stored {
      reader.read(stored, into: &row)
    }
  }

  /// The current row of a long answer, where it can be written unchanged and needs no notes. The
  /// call counts it as read.
  package mutating func readAsPlaces() -> OrderedRows? {
    guard let ordered, reader.passes(ordered) else { return nil }
    return ordered
  }

  private mutating func begin() throws {
    if let coded = CodedStatement(for: plan, catalog, ahead: ahead) {
      ordered = try OrderedRows(coded, plan, catalog, prepare: prepare)
    }
    if ordered == nil { stored = try prepare(statement.sql) }
  }
}
