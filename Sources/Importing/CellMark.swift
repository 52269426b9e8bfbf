/// What the cells of a sum were: bits, since one sum may be of several kinds of cells.
package enum CellMark {
  /// Some cell has a number.
  package static let number: UInt8 = 1
  /// Some cell was withheld by the publisher.
  package static let withheld: UInt8 = 2
  /// Some cell is empty: not published.
  package static let empty: UInt8 = 4
  /// There are several cells.
  static let several: UInt8 = 8
  /// The first two of them are the same.
  static let alike: UInt8 = 16
  /// Their sum had more decimals than are kept.
  static let rounded: UInt8 = 32
  /// Some cell had more decimals than are added up.
  static let cut: UInt8 = 64
}
