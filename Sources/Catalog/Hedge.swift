/// How exactly the words around a figure state it. The raw values are the words of the seed.
package enum Hedge: String, CaseIterable, Sendable {
  case exact
  case moreThan = "more_than"
  case atLeast = "at_least"
  case nearly
  case about
  case upTo = "up_to"
  /// No number is said: "thousands", "significantly".
  case vague

  /// The number in the `hedge` column of the fact tables: 0 for none.
  package var code: Int {
    switch self {
    case .exact: 0
    case .moreThan: 1
    case .atLeast: 2
    case .nearly: 3
    case .about: 4
    case .upTo: 5
    case .vague: 6
    }
  }
}
