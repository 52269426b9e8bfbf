extension String {
  /// With everything that would begin a new line replaced: names of files may hold it, and must not
  /// forge lines of a list.
  package var onOneLine: String {
    guard unicodeScalars.contains(where: \.breaksLines) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0.breaksLines ? "\u{fffd}" : $0 })
    )
  }
}

extension Unicode.Scalar {
  fileprivate var breaksLines: Bool {
    switch value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
