/// The numbers of a sentence: of `more than 2.1 million in FY24` 2,100,000 and 24.
struct StatedNumbers {
  private let numbers: Set<Double>

  init(_ text: String) {
    var found: Set<Double> = []
    let words = text.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let runs = word.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == ",")) }
      for run in runs {
        let digits = run.filter { $0 != "," }
        guard let number = Double(digits.last == "." ? digits.dropLast() : digits[...]) else {
          continue
        }
        found.insert(number * Self.factor(of: word[run.endIndex...], next))
      }
    }
    numbers = found
  }

  /// What follows a number that makes more of it: `k`, or the word `million`.
  private static func factor(of tail: Substring, _ next: Substring) -> Double {
    switch (tail, tail.isEmpty ? next : "") {
    case ("k", _), ("", "thousand"): 1e3
    case ("m", _), ("", "million"): 1e6
    case ("b", _), ("", "billion"): 1e9
    default: 1
    }
  }

  /// Whether each of them is one of the others; a year may have lost its century.
  func isIncluded(in others: StatedNumbers) -> Bool {
    numbers.allSatisfy { number in
      [0, 1900, 2000].contains { others.numbers.contains(number + $0) }
    }
  }
}
