import Catalog
import Diagnostics
import Importing
import Store

/// What the user declares about a table that no publisher's format describes. It is kept for the
/// next file with the same header.
struct ImportDeclaration {
  var request: ImportRequest

  init(_ request: ImportRequest) { self.request = request }

  /// Adds what was declared for an earlier file with this header; what is declared now takes
  /// precedence.
  init(stored text: String, _ request: ImportRequest) {
    self.request = request
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      take(parts[0], Self.unescaped(parts[1]))
    }
  }

  private mutating func take(_ option: String, _ value: String) {
    switch option {
    case "new-measure": request.newMeasures.append(value)
    case "new-dimension": request.newDimensions.append(value)
    case "measure": request.measures.append(.init(value))
    case "by": request.breakdowns.append(.init(value))
    case "scope": if !request.scope.contains(.init(value)) { request.scope.append(.init(value)) }
    case "source": request.source = request.source ?? value
    case "url": request.url = request.url ?? value
    case "name": request.name = request.name ?? value
    case "count": request.countsRows = true
    case "across": request.across = request.across ?? value
    case "leave-out":
      if !request.leftOut.contains(.init(value)) { request.leftOut.append(.init(value)) }
    case "skip": if request.layout.skipped == 0 { request.layout.skipped = Int(value) ?? 0 }
    case "header": if request.layout.headerRows == 1 { request.layout.headerRows = Int(value) ?? 1 }
    case "delimiter": request.layout.delimiter = request.layout.delimiter ?? value.utf8.first
    case "encoding": request.encoding = request.encoding ?? TextEncoding(value)
    case "dates": request.dates = request.dates ?? DateNotation(value)
    case "missing": request.words = request.words.adding(missing: value)
    case "withheld": request.words = request.words.adding(withheld: value)
    case "decimal": request.notation.hasDecimalComma = true
    case "mark": request.notation.add(mark: value)
    case "rounded": if request.rounding == 1 { request.rounding = Int(value) ?? 1 }
    case "partial": request.isPartial = true
    case "prefer": request.isPreferred = true
    default: break
    }
  }

  /// As stored: an option and its value per line.
  var text: String {
    var options = request.newMeasures.map { ("new-measure", $0) }
    options += request.newDimensions.map { ("new-dimension", $0) }
    options += request.measures.map { ("measure", $0.text) }
    options += request.breakdowns.map { ("by", $0.text) }
    options += request.scope.map { ("scope", $0.text) }
    if let source = request.source { options.append(("source", source)) }
    if let url = request.url { options.append(("url", url)) }
    if let name = request.name { options.append(("name", name)) }
    if request.countsRows { options.append(("count", "yes")) }
    options += textOfLayout
    if request.isPartial { options.append(("partial", "yes")) }
    if request.isPreferred { options.append(("prefer", "yes")) }
    return options.map { "\($0)\t\(Self.escaped($1))" }.joined(by: "\n")
  }

  /// Of what is not written where it is as usual.
  private var textOfLayout: [(String, String)] {
    var options: [(String, String)] = []
    if let across = request.across { options.append(("across", across)) }
    options += request.leftOut.map { ("leave-out", $0.text) }
    let layout = request.layout
    if layout.skipped > 0 { options.append(("skip", "\(layout.skipped)")) }
    if layout.headerRows > 1 { options.append(("header", "\(layout.headerRows)")) }
    if let byte = layout.delimiter { options.append(("delimiter", String(UnicodeScalar(byte)))) }
    if let encoding = request.encoding { options.append(("encoding", encoding.name)) }
    if let dates = request.dates { options.append(("dates", dates.text)) }
    options += request.words.missing.map { ("missing", $0) }
    options += request.words.withheld.map { ("withheld", $0) }
    if request.notation.hasDecimalComma { options.append(("decimal", ",")) }
    options += request.notation.marks.map { ("mark", $0) }
    if request.rounding > 1 { options.append(("rounded", "\(request.rounding)")) }
    return options
  }

  /// The text without line breaks, which would end an option.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r\n": escaped += "\\r\\n"
      default: escaped.append(character)
      }
    }
  }

  private static func unescaped(_ text: String) -> String {
    var (plain, isEscaped) = ("", false)
    for character in text {
      if isEscaped {
        plain += character == "n" ? "\n" : character == "r" ? "\r" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
