package import Catalog
package import Planner
import QueryLanguage
package import Results
package import SQLCompiler

/// The rows of a ``CodedStatement`` by name and in order: time from the oldest, values from the
/// largest, then what is not listed separately.
///
/// The place of each value follows from its size. The rows of one period are sorted by the places
/// of their values, and are handed out before the next period is read. Where the first key is not
/// time, or rows are sums that do not come in its order, all are sorted at once.
package final class OrderedRows: RawRows {
  private let rows: any RawRows
  private let keys: [CodedKey]
  private let block: RowBlock
  private let isByPeriod: Bool
  /// Whether the statement is at the first row of the next block.
  private var isAhead: Bool

  /// `nil` where the places of a row do not fit into one number: too many keys of too many values.
  /// `prepare` makes SQL ready to run.
  package init?(
    _ coded: CodedStatement,
    _ plan: QueryPlan,
    _ catalog: any CatalogReader,
    prepare: (String) throws -> any RawRows
  ) throws {
    keys = try plan.query.keys.enumerated().map { index, key in
      guard let dimension = key.dimension, let sizes = coded.sizes[index] else {
        return CodedKey(periods: plan, key)
      }
      return try CodedKey(catalog.members(of: dimension.id), sizes: prepare(sizes))
    }
    guard let places = PackedPlaces(counts: keys.map(\.count)) else { return nil }
    isByPeriod = coded.isByPeriod
    rows = try prepare(coded.statement.sql)
    block = RowBlock(places, columns: keys.count..<coded.statement.columns.count)
    isAhead = try rows.step()
  }

  /// Moves to the next row; `false` when there is none.
  package func step() throws -> Bool {
    if block.advance() { return true }
    try readBlock()
    return block.advance()
  }

  /// Reads the rows of the next period, or all.
  private func readBlock() throws {
    block.removeAll()
    guard isAhead else { return }
    let places = block.places
    let period = rows.integer(at: 0)
    var code = period
    repeat {
      var packed = places.packed(keys[0].place(of: code), of: 0)
      for index in 1..<keys.count {
        packed |= places.packed(keys[index].place(of: rows.integer(at: index)), of: index)
      }
      block.append(rows, at: packed)
      isAhead = try rows.step()
      if isAhead { code = rows.integer(at: 0) }
    } while isAhead && (!isByPeriod || code == period)
    block.sort()
  }

  // MARK: The row at hand

  private func isKey(_ column: Int) -> Bool { column < keys.count }

  package func isNull(at column: Int) -> Bool {
    isKey(column)
      ? keys[column].isNameless(at: block.place(of: column)) : block.number(at: column) == nil
  }

  package func integer(at column: Int) -> Int {
    isKey(column) ? keys[column].code(at: block.place(of: column)) : block.integer(at: column)
  }

  package func number(at column: Int) -> Number? {
    isKey(column) ? .integer(integer(at: column)) : block.number(at: column)
  }

  /// The name of a value; all other columns are numbers.
  package func text(at column: Int) -> String {
    isKey(column) ? keys[column].name(at: block.place(of: column)) : ""
  }
}

extension OrderedRows: PlacedRow {
  func isWritable(_ figure: Int) -> Bool { block.isWritable(at: keys.count + figure) }

  package var keyCount: Int { keys.count }
  package var figureCount: Int { block.columnCount }
  package func placeCount(of key: Int) -> Int { keys[key].count }
  package func cell(of key: Int, at place: Int) -> Cell { keys[key].cell(at: place) }
  package func place(of key: Int) -> Int { block.place(of: key) }
  package func figure(_ index: Int) -> Number? { block.number(at: keys.count + index)?.whole }
}
