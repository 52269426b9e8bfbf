/// How spreadsheets call a column: `A`, `Z`, `AA`.
package enum ColumnName {
  /// The most columns that a sheet has.
  package static let most = 16_384

  /// The letters of a column counted from 0.
  package static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }
}
