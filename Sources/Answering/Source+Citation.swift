package import Catalog

extension Source {
  /// `OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)`
  package var citation: String {
    let trusted = isSecondary ? "secondary source" : ""
    let named = [short, title, shortPart, trusted].filter { !$0.isEmpty }.joined(by: ", ")
    let date = publishedLabel
    return date.isEmpty ? named : "\(named) (\(date))"
  }

  /// The same, but starting with what distinguishes editions, so that a narrow column still shows
  /// it: `OHSS (Nov 2023): 2022 Yearbook of Immigration Statistics, Table 39`.
  func name(isSuperseded: Bool) -> String {
    let date = publishedLabel.isEmpty ? "" : " (\(publishedLabel))"
    let mark = [isSecondary ? "secondary source" : "", isSuperseded ? "superseded" : ""]
      .filter { !$0.isEmpty }
    guard !short.isEmpty else {
      return (["\([title, shortPart].filter { !$0.isEmpty }.joined(by: ", "))\(date)"] + mark)
        .joined(by: ", ")
    }
    let head = (["\(short)\(date)"] + mark).joined(by: ", ")
    return "\(head): \([title, shortPart].filter { !$0.isEmpty }.joined(by: ", "))"
  }

  /// The table inside the publication, where it is named in a few words: `Table 39`,
  /// `tables 17 and 19`.
  private var shortPart: String {
    var end = part.startIndex
    var isFirst = true
    for word in part.words {
      let isNamed =
        isFirst ? word.hasPrefix("Table") || word.hasPrefix("table") : word.isNumberOrJoin
      guard isNamed else { break }
      end = word.endIndex
      isFirst = false
    }
    return String(part[..<end]).trimmingSigns
  }

  /// `2023-11` as `Nov 2023`.
  private var publishedLabel: String {
    let parts = published.split(separator: "-").compactMap { Int($0) }
    guard parts.count > 1, (1...12).contains(parts[1]) else { return published }
    return "\(monthNames[parts[1] - 1].prefix(3)) \(parts[0])"
  }
}

extension String {
  /// The words between spaces.
  fileprivate var words: [Substring] { split { $0 == " " } }

  /// Without commas and colons at the end.
  fileprivate var trimmingSigns: String {
    var text = self
    while let last = text.utf8.last,
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(last)
    {
      text.removeLast()
    }
    return text
  }
}

extension Substring {
  /// Whether a word belongs to a list of table numbers: `39`, `17,`, `and`.
  fileprivate var isNumberOrJoin: Bool {
    self == "and" || self == "to" || utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }
}
