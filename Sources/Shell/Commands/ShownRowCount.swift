/// How many rows of an answer are shown on a screen.
enum ShownRowCount: Equatable {
  /// All with a pager, otherwise as many as can be taken in at a glance.
  case automatic
  case all
  case most(Int)

  var words: String {
    switch self {
    case .automatic: "all rows with a pager, otherwise \(Self.mostWithoutPager)"
    case .all: "all rows"
    case .most(let count): "at most \(count) rows"
    }
  }

  private static let mostWithoutPager = 40

  /// The most rows on a screen; `nil` for all.
  func limit(hasPager: Bool) -> Int? {
    switch self {
    case .automatic: hasPager ? nil : Self.mostWithoutPager
    case .all: nil
    case .most(let count): count
    }
  }
}
