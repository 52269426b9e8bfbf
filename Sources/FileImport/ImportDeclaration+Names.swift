import Catalog
import Diagnostics
import Importing

/// What the names in options mean.
extension ImportDeclaration {
  func measure(_ name: String, _ catalog: any CatalogReader) throws -> Measure {
    let found = catalog.matches(key: Spelling.key(of: name)).filter { $0.kind == .measure }
    guard let measure = found.first.flatMap({ catalog.measure($0.target) }) else {
      let names = catalog.measures().map(\.name)
      throw ImportMistake(
        "no measure is called `\(name)`",
        hint: closestMatch(to: name, among: names).map { "nearest: \($0)" }
          ?? "--new-measure '\(name):events' declares one"
      )
    }
    // `book-outs` is a word for those of one agency, and the end of the name of another's.
    let alike = catalog.measures().map(\.name).filter {
      $0.lowercased().hasSuffix(" " + name.lowercased())
    }
    guard alike.count < 2 || Spelling.key(of: measure.name) == Spelling.key(of: name) else {
      throw ImportMistake(
        "`\(name)` may be \(alike.joined(by: " or "))",
        hint: alike.map { "--measure \("\($0)=COLUMN".asShellWord)" }.joined(by: ", or ")
      )
    }
    guard measure.formula.isEmpty else {
      throw ImportMistake(
        "`\(measure.name)` is computed by a formula: \(measure.formula)",
        hint: Self.instead(of: measure.formula)
      )
    }
    return measure
  }

  /// The options that bring in what a formula such as `encounters where component = usbp` is made
  /// of.
  private static func instead(of formula: String) -> String? {
    let words = formula.split(separator: " ")
    guard words.count == 5, words[1] == "where", words[3] == "=" else { return nil }
    return "--measure \(words[0])=COLUMN --scope \(words[2])=\(words[4])"
  }

  func check(_ measures: [Measure], _ file: SourceFile) throws {
    for measure in measures {
      if measures.count(where: { $0 == measure }) > 1 {
        throw ImportMistake("\(file.path): `\(measure.name)` is named twice")
      }
    }
  }

  func meaning(
    of name: String,
    _ catalog: any CatalogReader
  ) throws -> FileFormat.Meaning {
    switch Spelling.key(of: name) {
    case "fy", Spelling.key(of: "fiscal year"): return .fiscalYear
    case "month": return namesYear ? .monthOfYear : .time(.month)
    case Spelling.key(of: "month of fiscal year"): return .monthOfYear
    case "cy", Spelling.key(of: "calendar year"): return .time(.calendarYear)
    case "date", "day": return .time(.date)
    default: break
    }
    let found = catalog.matches(key: Spelling.key(of: name)).filter { $0.kind == .dimension }
    if let dimension = found.first { return .dimensions([dimension.target]) }
    guard Spelling.key(of: name) != "quarter" else {
      throw ImportMistake(
        "no table is imported by quarter",
        hint: "periods are fy, cy, month and date"
      )
    }
    let names = ["fy", "month", "cy", "date"] + catalog.dimensions().map(\.name)
    throw ImportMistake(
      "no dimension is called `\(name)`",
      hint: closestMatch(to: name, among: names).map { "nearest: \($0)" }
        ?? "--new-dimension '\(name)' declares one"
    )
  }

  /// Whether a column, the header or all rows together give a year, beside which a month has none
  /// of its own.
  var namesYear: Bool {
    let across = request.across?.split(separator: ",").map(String.init) ?? []
    let names = request.breakdowns.map(\.name) + request.scope.map(\.name) + across
    let years = ["fy", "cy", "fiscal year", "calendar year"].map { Spelling.key(of: $0) }
    return names.contains { years.contains(Spelling.key(of: $0)) }
  }
}

/// The names of the values nearest to a text.
func nearest(to text: String, of dimension: Int, _ catalog: any CatalogReader) -> [String] {
  closestMatches(
    to: text.lowercased(),
    among: catalog.members(of: dimension).map { $0.name.lowercased() }
  ).compactMap { found in
    catalog.members(of: dimension).first { $0.name.lowercased() == found }?.name
  }
}
