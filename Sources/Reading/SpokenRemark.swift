import Catalog

/// A remark in brackets on a year, which says what people remember of it: `1986 (the IRCA year)`.
struct SpokenRemark {
  /// The line without it.
  let rest: String
  let remark: String

  /// `nil` where a line has none.
  init?(_ line: String, _ catalog: any CatalogReader) {
    guard let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")"),
      let year = line[..<open].split(separator: " ").last, Self.isYear(year)
    else { return nil }
    let inside = line[line.index(after: open)..<close]
    let words = inside.split(separator: " ").map(String.init)
    guard words.count > 1, catalog.words(named: words[0]).contains(where: { $0.part == .filler })
    else { return nil }
    remark = String(inside)
    rest = line[..<open] + String(line[line.index(after: close)...])
  }

  private static func isYear(_ word: Substring) -> Bool {
    let digits = word.lowercased().hasPrefix("fy") ? word.dropFirst(2) : word
    return (digits.count == 4 || digits.count == 2 && digits.count < word.count)
      && digits.allSatisfy(\.isNumber)
  }
}
