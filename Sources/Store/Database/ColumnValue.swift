/// What a column can hold.
protocol ColumnValue {
  func bind(to statement: Statement, at index: Int)
}
