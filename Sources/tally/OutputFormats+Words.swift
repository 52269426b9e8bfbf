import Catalog
import Output

extension OutputFormats {
  /// The list in words, for the help of `--format`: "table, json or sql; checked statements also as
  /// claimreview".
  static var inWords: String {
    let (answering, others) = (names { $0 }, names { !$0 })
    return others.isEmpty ? answering : "\(answering); checked statements also as \(others)"
  }

  /// The names of formats that write answers, or that do not.
  private static func names(_ isChosen: (_ writesAnswers: Bool) -> Bool) -> String {
    let names = all.filter { isChosen($0.uses.contains(.answers)) }.map { $0.name }
    guard let last = names.last, names.count > 1 else { return names.joined(by: ", ") }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
