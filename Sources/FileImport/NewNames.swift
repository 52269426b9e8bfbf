import Catalog
import Diagnostics
import Importing
import Store

/// Measures and dimensions that an import declares.
struct NewNames {
  private let request: ImportRequest

  init(_ request: ImportRequest) { self.request = request }

  /// The most decimals that a measure can be declared with.
  static let mostDecimals = 6

  /// Adds those that are not there: the same options import the next file.
  func declare(in data: ImportedData, _ catalog: any CatalogReader) throws {
    for text in request.newMeasures {
      let parts = text.split(separator: ":").map { trimmed(String($0)) }
      guard (1...4).contains(parts.count), !parts[0].isEmpty else {
        throw ImportMistake(
          "--new-measure takes NAME:UNIT:KIND:DECIMALS, of which all but the name can be left out, and not `\(text)`",
          try: [
            .replacing(
              "--new-measure",
              text,
              by: parts.filter { !$0.isEmpty }.isEmpty
                ? "figures here:events" : Array(parts.prefix(2)).joined(by: ":")
            )
          ]
        )
      }
      guard let decimals = parts.count == 4 ? Int(parts[3]) : 0,
        (0...Self.mostDecimals).contains(decimals)
      else {
        throw ImportMistake(
          "`\(parts[3])` is not a number of decimals, which is 0 to \(Self.mostDecimals)",
          try: [
            .replacing("--new-measure", text, by: (Array(parts.prefix(3)) + ["3"]).joined(by: ":"))
          ]
        )
      }
      guard let kind = Measure.Kind(rawValue: parts.count > 2 ? parts[2] : "flow") else {
        let kinds = Measure.Kind.allCases.map(\.rawValue).joined(by: ", ")
        let nearest = closestMatch(to: parts[2], among: Measure.Kind.allCases.map(\.rawValue))
        let own = Array(parts.prefix(2)) + [nearest ?? "flow"] + Array(parts.dropFirst(3))
        throw ImportMistake(
          "`\(parts[2])` is not a kind; kinds are \(kinds)",
          try: [.replacing("--new-measure", text, by: own.joined(by: ":"))]
        )
      }
      if Self.isKnown(parts[0], .measure, catalog) { continue }
      try check(parts[0], "--new-measure", text)
      try data.addMeasure(
        name: parts[0],
        unit: parts.count > 1 ? parts[1] : "events",
        kind: kind,
        decimals: decimals
      )
    }
    for name in request.newDimensions where !Self.isKnown(name, .dimension, catalog) {
      try check(name, "--new-dimension", name)
      try data.addDimension(name: name)
    }
  }

  /// Adds those that a publisher's format brings with it.
  static func declare(
    _ names: [FileFormat.NewName],
    in data: ImportedData,
    _ catalog: any CatalogReader
  ) throws {
    for own in names where !isKnown(own.name, own.kind == nil ? .dimension : .measure, catalog) {
      guard let kind = own.kind else {
        try data.addDimension(name: own.name, aliases: own.aliases, definition: own.definition)
        continue
      }
      try data.addMeasure(
        name: own.name,
        aliases: own.aliases,
        unit: own.unit,
        kind: kind,
        decimals: own.decimals,
        definition: own.definition
      )
    }
  }

  private static func isKnown(
    _ name: String,
    _ kind: NameMatch.Kind,
    _ catalog: any CatalogReader
  ) -> Bool {
    catalog.matches(key: Spelling.key(of: name)).contains { $0.kind == kind }
  }

  /// Refuses names that could not be used in a question.
  private func check(_ name: String, _ option: String, _ text: String) throws {
    let words = ["fy", "cy", "month", "quarter", "date", "day", "source", "administration"]
    let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\"" }
    guard isPlain, !Spelling.key(of: name).isEmpty, !words.contains(Spelling.key(of: name)) else {
      throw ImportMistake(
        "`\(name)` cannot be a name: a question could not ask for it",
        try: [renaming(name, option, text, words)]
      )
    }
  }

  /// Another name, of what is declared and of what its column is named for.
  private func renaming(
    _ name: String,
    _ option: String,
    _ text: String,
    _ words: [String]
  ) -> ImportRemedy {
    let isMeasure = option == "--new-measure"
    let plain = name.filter { $0 != "\"" && !$0.isNewline && $0 != "\t" }
    let key = Spelling.key(of: plain)
    let other =
      key.isEmpty || words.contains(key) ? (isMeasure ? "own figures" : "own values") : plain
    let uses = (isMeasure ? request.measures : request.breakdowns).filter { $0.name == name }
    let use = isMeasure ? "--measure" : "--by"
    return .options(
      adding: [ImportRemedy.Option(option, text.replacing(name, with: other))]
        + uses.map { ImportRemedy.Option(use, "\(other)=\($0.column ?? name)") },
      removing: [ImportRemedy.Option(option, text)] + uses.map { ImportRemedy.Option(use, $0.text) }
    )
  }
}
