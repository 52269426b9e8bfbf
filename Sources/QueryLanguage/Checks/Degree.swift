/// How a value relates to the stated one.
package enum Degree: String, CaseIterable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case about
  case nearly
  case moreThan = "more than"
  case lessThan = "less than"

  /// Whether the number after it is what a figure is, as far as it is told: `= 740k`, `about 740k`.
  var isRoundlySaid: Bool { self == .equal || self == .about }

  /// Whether it is written as a sign.
  package var isSign: Bool {
    switch self {
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast: true
    case .about, .nearly, .moreThan, .lessThan: false
    }
  }

  /// Before a number: nothing for `=` where that is left out.
  func spelling(leavingOut omitted: Degree? = nil) -> String {
    self == omitted ? "" : rawValue + " "
  }
}

// MARK: Parsing

extension Degree {
  /// A sign or words before a number; where there is neither, the parser does not move.
  static func parse(from parser: inout Parser) -> Degree? {
    guard let (degree, length) = next(in: parser) else { return nil }
    for _ in 0..<length { parser.advance() }
    return degree
  }

  /// The same before a word such as `doubled`: `nearly`, `more than`.
  static func parse(before word: (String) -> Bool, from parser: inout Parser) -> Degree? {
    let plain: Degree? =
      switch parser.current?.word {
      case "nearly", "almost": .nearly
      case "over": .moreThan
      default: nil
      }
    if let plain, parser.peekWord(1).map(word) == true {
      parser.advance()
      return plain
    }
    guard let (degree, length) = next(in: parser), parser.peekWord(length).map(word) == true else {
      return nil
    }
    for _ in 0..<length { parser.advance() }
    return degree
  }

  /// What comes next, and its number of tokens.
  private static func next(in parser: Parser) -> (Degree, length: Int)? {
    switch parser.current?.kind {
    case .equals?: (.equal, 1)
    case .notEquals?: (.notEqual, 1)
    case .less?: (.less, 1)
    case .lessOrEqual?: (.atMost, 1)
    case .greater?: (.greater, 1)
    case .greaterOrEqual?: (.atLeast, 1)
    case .word(let word)?: words(word, parser)
    default: nil
    }
  }

  private static func words(_ word: String, _ parser: Parser) -> (Degree, length: Int)? {
    switch (word, parser.peekWord(1)) {
    case ("no", "more"?) where parser.peekWord(2) == "than": (.atMost, 3)
    case ("no", "less"?) where parser.peekWord(2) == "than": (.atLeast, 3)
    case ("no", "fewer"?) where parser.peekWord(2) == "than": (.atLeast, 3)
    case ("more", "than"?): (.moreThan, 2)
    case ("over", _) where parser.hasAmount(1): (.moreThan, 1)
    case ("above", _): (.greater, 1)
    case ("below", _): (.less, 1)
    case ("less", "than"?), ("fewer", "than"?): (.lessThan, 2)
    case ("under", _) where parser.hasAmount(1): (.lessThan, 1)
    case ("exactly", _) where parser.hasAmount(1): (.equal, 1)
    case ("at", "least"?): (.atLeast, 2)
    case ("at", "most"?), ("up", "to"?): (.atMost, 2)
    case ("about", _), ("around", _), ("roughly", _), ("approximately", _): (.about, 1)
    case ("nearly", _) where parser.hasAmount(1), ("almost", _) where parser.hasAmount(1):
      (.nearly, 1)
    default: nil
    }
  }
}
