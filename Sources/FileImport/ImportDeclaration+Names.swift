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
          ?? "--new-measure '\(name):events' declares one",
        try: [remedy(for: name, nearest: closestMatch(to: name, among: names))]
      )
    }
    // `book-outs` is a word for those of one agency, and the end of the name of another's.
    let alike = catalog.measures().map(\.name).filter {
      $0.lowercased().hasSuffix(" " + name.lowercased())
    }
    guard alike.count < 2 || Spelling.key(of: measure.name) == Spelling.key(of: name) else {
      throw ImportMistake(
        "`\(name)` may be \(alike.joined(by: " or "))",
        hint: alike.map { "--measure \("\($0)=COLUMN".asShellWord)" }.joined(by: ", or "),
        try: alike.map { renaming(name, $0) }
      )
    }
    guard measure.formula.isEmpty else {
      throw ImportMistake(
        "`\(measure.name)` is computed by a formula: \(measure.formula)",
        hint: Self.instead(of: measure.formula),
        try: [making(measure, named: name)]
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

  /// The same import with another name for a measure.
  private func renaming(_ name: String, _ other: String) -> ImportRemedy {
    let own = request.measures.first { $0.name == name }
    let column = own?.column ?? name
    return .replacing("--measure", own?.text ?? name, by: "\(other)=\(column)")
  }

  private func remedy(for name: String, nearest: String?) -> ImportRemedy {
    nearest.map { renaming(name, $0) } ?? .adding("--new-measure", "\(name):events")
  }

  /// What is computed by a formula is made of what is counted, or declared anew.
  private func making(_ measure: Measure, named name: String) -> ImportRemedy {
    let words = measure.formula.split(separator: " ").map(String.init)
    let column = request.measures.first { $0.name == name }?.column ?? name
    let old = ImportRemedy.Option(
      "--measure",
      request.measures.first { $0.name == name }?.text ?? name
    )
    guard words.count == 5, words[1] == "where", words[3] == "=" else {
      let own = "\(name) of my own"
      return .options(
        adding: [
          ImportRemedy.Option("--new-measure", "\(own):\(measure.unit)"),
          ImportRemedy.Option("--measure", "\(own)=\(column)"),
        ],
        removing: [old]
      )
    }
    return .options(
      adding: [
        ImportRemedy.Option("--measure", "\(words[0])=\(column)"),
        ImportRemedy.Option("--scope", "\(words[2])=\(words[4])"),
      ],
      removing: [old]
    )
  }

  func check(_ measures: [Measure], _ file: SourceFile) throws {
    for measure in measures {
      if measures.count(where: { $0 == measure }) > 1 {
        let own = request.measures.last {
          Spelling.key(of: $0.name) == Spelling.key(of: measure.name)
        }
        throw ImportMistake(
          "\(file.path): `\(measure.name)` is named twice",
          try: [.removing("--measure", (own ?? request.measures.last)?.text)]
        )
      }
    }
  }

  func meaning(
    of name: String,
    _ catalog: any CatalogReader
  ) throws -> FileFormat.Meaning {
    switch Spelling.key(of: name) {
    case "fy", Spelling.key(of: "fiscal year"): return .fiscalYear
    case "quarter": return .quarter(nil)
    case Spelling.key(of: "fiscal quarter"): return .quarter(.fiscal)
    case Spelling.key(of: "calendar quarter"): return .quarter(.calendar)
    case "month": return namesYear ? .monthOfYear : .time(.month)
    case Spelling.key(of: "month of fiscal year"): return .monthOfYear
    case "cy", Spelling.key(of: "calendar year"): return .time(.calendarYear)
    case "date", "day": return .time(.date)
    default: break
    }
    let found = catalog.matches(key: Spelling.key(of: name)).filter { $0.kind == .dimension }
    if let dimension = found.first { return .dimensions([dimension.target]) }
    let names = ["fy", "month", "quarter", "cy", "date"] + catalog.dimensions().map(\.name)
    throw ImportMistake(
      "no dimension is called `\(name)`",
      hint: closestMatch(to: name, among: names).map { "nearest: \($0)" }
        ?? "--new-dimension '\(name)' declares one",
      try: [dimension(for: name, nearest: closestMatch(to: name, among: names))]
    )
  }

  private func dimension(for name: String, nearest: String?) -> ImportRemedy {
    guard let nearest else {
      return .options(
        adding: [ImportRemedy.Option("--new-dimension", name), ImportRemedy.Option("--add-values")]
      )
    }
    for (option, assignments) in [("--by", request.breakdowns), ("--scope", request.scope)] {
      guard let own = assignments.first(where: { $0.name == name }) else { continue }
      let column = own.column ?? (option == "--by" ? name : nil)
      return .replacing(option, own.text, by: column.map { "\(nearest)=\($0)" } ?? nearest)
    }
    return .replacing(
      "--across",
      request.across ?? "",
      by: (request.across ?? "").replacing(name, with: nearest)
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
