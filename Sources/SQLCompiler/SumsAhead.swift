/// Sums that the program makes itself before a statement runs, where SQLite would have to sort many
/// facts to group them.
///
/// The statement that is run reads them from a table of that name; the statement that is shown
/// groups the facts, and gives the same rows.
package final class SumsAhead {
  /// Facts to be added up by their first columns.
  package struct Item: Sendable {
    /// The table that the statement reads.
    package let table: String
    /// The facts as they are, ungrouped.
    package let facts: String
    /// Number of the first columns, which are keys: whole numbers from 0.
    package let keyCount: Int
    /// Number of the further columns, which are added up.
    package let sumCount: Int
  }

  /// What has to be summed before the statement runs, in order.
  package private(set) var items: [Item] = []

  /// SQLite groups fewer facts faster than a table can be made.
  static let leastFacts = 20_000

  /// The numbers of so many values and periods fit into one key of the table in which they are
  /// added up.
  static let mostKeys = 6

  package init() {}

  /// Adds facts to be summed. Returns the name of the table that will hold the sums.
  func add(_ facts: SQLFragment, keys: Int, sums: Int) -> String {
    let sql = facts.sql
    if let known = items.first(where: { $0.facts == sql }) { return known.table }
    let table = "sums made ahead \(items.count + 1)"
    items.append(Item(table: table, facts: sql, keyCount: keys, sumCount: sums))
    return table
  }
}
