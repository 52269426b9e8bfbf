package import Catalog
package import Planner
package import Results
package import SQLCompiler

/// The rows of an answer, one after the other. Nothing is run before the first is asked for.
package struct AnswerRows {
  private let plan: QueryPlan
  private let statement: SQLStatement
  private let catalog: any CatalogReader
  private let prepare: (String) throws -> any RawRows
  private var reader: RowReader
  /// The rows as SQL names and orders them, or
  private var stored: (any RawRows)?
  /// those of a long answer, which are named and put in order here.
  private var ordered: OrderedRows?

  /// `prepare` makes SQL ready to run.
  package init(
    _ plan: QueryPlan,
    _ statement: SQLStatement,
    _ catalog: any CatalogReader,
    prepare: @escaping (String) throws -> any RawRows
  ) {
    self.plan = plan
    self.statement = statement
    self.catalog = catalog
    self.prepare = prepare
    reader = RowReader(plan, statement, catalog)
  }

  /// What was met in the rows so far.
  package var met: RowReader.Findings { reader.met }

  /// Moves to the next row and reads it; `false` when there is none. A row that is not kept elsewhere gives its
  /// place to the next one.
  package mutating func next(_ row: inout AnswerRow) throws -> Bool {
    if stored == nil, ordered == nil { try begin() }
    if let stored {
      guard try stored.step() else { return false }
      reader.read(stored, into: &row)
    } else if let ordered {
      guard try ordered.step() else { return false }
      reader.read(ordered, into: &row)
    }
    return true
  }

  private mutating func begin() throws {
    if let coded = CodedStatement(for: plan, catalog) {
      ordered = try OrderedRows(coded, plan, catalog, prepare: prepare)
    }
    if ordered == nil { stored = try prepare(statement.sql) }
  }
}
