/// What can stand in a column.
protocol ColumnValue {
  func bind(to statement: Statement, at index: Int)
}
