/// Whether something holds: for every value that the figures can have, for none, or for some.
package enum Truth: Sendable {
  case yes, no, unknown

  /// Whether the opposite holds.
  package var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }

  /// Whether both hold.
  static func && (a: Truth, b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }
}
