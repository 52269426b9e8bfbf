/// What a column can hold.
protocol ColumnValue {
  func bind(to statement: PreparedStatement, at index: Int)
}
