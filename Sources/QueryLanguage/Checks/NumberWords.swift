/// Small numbers as words: `three`, `third`, `3rd`.
enum NumberWords {
  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// `first` is at 0.
  static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
  ]

  /// `three` is 3.
  static func number(_ word: String) -> Int? { numbers.firstIndex(of: word).map { $0 + 1 } }

  /// `third` and `3rd` are 3; a `quarter` is a fourth.
  static func ordinal(_ word: String) -> Int? {
    if word == "quarter" { return 4 }
    if let place = ordinals.firstIndex(of: word) { return place + 1 }
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
    return Int(word.dropLast(2)).flatMap { (1...999).contains($0) ? $0 : nil }
  }

  /// `3rd`, as statements are written.
  static func spelling(ofOrdinal number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
