/// Labels of two lines, a period over its figure, under or over the places they belong to.
struct LabelStrip {
  private let width: Int
  private var placed: [(start: Int, upper: String, lower: String)] = []

  init(width: Int) {
    self.width = width
  }

  /// Sets a label with its middle at a column, or as near as the ends allow; but not over another
  /// label. Returns whether it was placed.
  mutating func place(_ upper: String, _ lower: String, at column: Int) -> Bool {
    let size = max(upper.displayWidth, lower.displayWidth)
    guard size <= width else { return false }
    let start = max(0, min(column - size / 2, width - size))
    let isFree = placed.allSatisfy { other in
      let end = other.start + max(other.upper.displayWidth, other.lower.displayWidth)
      return start >= end + 2 || other.start >= start + size + 2
    }
    guard isFree else { return false }
    let isAtEnd = start > 0 && start + size == width
    placed.append(
      (
        start,
        isAtEnd ? spaces(size - upper.displayWidth) + upper : upper,
        isAtEnd ? spaces(size - lower.displayWidth) + lower : lower
      )
    )
    placed.sort { $0.start < $1.start }
    return true
  }

  var lines: [String] {
    placed.isEmpty
      ? []
      : [\.upper, \.lower].map {
        (part: KeyPath<(start: Int, upper: String, lower: String), String>) in
        placed.reduce("") { $0.padded(toWidth: $1.start) + $1[keyPath: part] }
      }
  }
}
