/// A named part of a record.
package struct CellMember: Hashable, Sendable {
  package let key: String
  package let cell: Cell

  package init(_ key: String, _ cell: Cell) {
    self.key = key
    self.cell = cell
  }
}
