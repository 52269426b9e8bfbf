/// A place in a row as the language writes it: `2nd`, `3rd`, `12th`.
enum OrdinalText {
  static func text(of number: Int) -> String {
    switch number {
    case 2: "2nd"
    case 3: "3rd"
    default: "\(number)th"
    }
  }
}
