/// How a published table counts time.
package enum PublishedTime: String, CaseIterable, Sendable {
  case fiscalYear = "fy"
  case month
  case calendarYear = "cy"
  /// Levels at single days.
  case date
  /// Counts from one day to another, of any length.
  case span
}

extension PublishedTime {
  /// From the first letter of its word, as stored in rows.
  init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "f"): self = .fiscalYear
    case UInt8(ascii: "m"): self = .month
    case UInt8(ascii: "c"): self = .calendarYear
    case UInt8(ascii: "d"): self = .date
    case UInt8(ascii: "s"): self = .span
    default: return nil
    }
  }
}
