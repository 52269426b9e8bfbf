/// Takes the rows of a table in the order of its key.
package protocol TableRowSink: AnyObject {
  func take(_ row: TableRow) throws
}
