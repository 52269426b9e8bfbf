import Catalog
package import Diagnostics
import QueryLanguage

/// What `$name` means in statements: a name, a number or a period, never a clause.
///
/// ```
/// tally -f story.tally --set year=fy2024 --set country=venezuela
/// ```
package struct Parameters {
  private var values: [String: String] = [:]

  package init() {}

  /// The names that have a value, in order.
  package var names: [String] { values.keys.sorted() }

  /// Sets a parameter from `year=fy2024`; `false` where the text is not of that form.
  package mutating func set(_ assignment: String) -> Bool {
    guard let sign = assignment.firstIndex(of: "=") else { return false }
    let name = String(assignment[..<sign])
    let value = String(assignment[assignment.index(after: sign)...])
    guard Parameters.isName(name), !value.allSatisfy(\.isWhitespace) else { return false }
    values[name] = value
    return true
  }

  package subscript(name: String) -> String? { values[name] }

  /// A use of a parameter: its name and place.
  package struct Use: Equatable {
    package let name: String
    package let span: SourceSpan
  }

  /// The uses in a statement, outside of quotes and comments.
  package static func uses(in statement: String) -> [Use] {
    let bytes = Array(statement.utf8)
    var uses: [Use] = []
    var isQuoted = false
    var isComment = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { isComment = false }
      if byte == UInt8(ascii: "\""), !isComment { isQuoted.toggle() }
      if byte == UInt8(ascii: "#"), !isQuoted { isComment = true }
      guard byte == UInt8(ascii: "$"), !isQuoted, !isComment else { continue }
      let start = index
      // An amount, as in `$100 million`, is not a parameter.
      guard index < bytes.count, !isDigit(bytes[index]) else { continue }
      while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      uses.append(Use(name: name, span: SourceSpan(start - 1..<index)))
    }
    return uses
  }

  /// The statement with values in place of their names: numbers and periods as they are, everything
  /// else as one quoted name.
  func replaced(
    in statement: String,
    _ catalog: any CatalogReader
  ) throws(Diagnostic) -> String {
    let uses = Self.uses(in: statement)
    guard !uses.isEmpty else { return statement }
    var replaced: [UInt8] = []
    let bytes = Array(statement.utf8)
    var end = 0
    for use in uses {
      guard let value = values[use.name] else { throw .noValue(use, names) }
      replaced += bytes[end..<use.span.start]
      replaced += try Self.spelling(value, of: use, catalog).utf8
      end = use.span.end
    }
    return String(decoding: replaced + bytes[end...], as: UTF8.self)
  }

  /// Words with the values themselves, as a heading shows them.
  func filled(in words: String) -> String {
    var filled: [UInt8] = []
    let bytes = Array(words.utf8)
    var end = 0
    for use in Self.uses(in: words) {
      guard let value = values[use.name] else { continue }
      filled += bytes[end..<use.span.start] + Array(value.utf8)
      end = use.span.end
    }
    return String(decoding: filled + bytes[end...], as: UTF8.self)
  }

  private static func spelling(
    _ value: String,
    of use: Use,
    _ catalog: any CatalogReader
  ) throws(Diagnostic) -> String {
    if let kind = ParameterKind(value, catalog), kind != .name { return value }
    guard !value.contains("\""), !value.contains(where: \.isNewline) else {
      throw .notOneName(value, use)
    }
    return "\"\(value)\""
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension Parser {
  /// Whether everything is one period, or one from a period to another.
  var isOnePeriod: Bool {
    var ahead = self
    guard (try? ahead.period()) != nil else { return false }
    if ahead.skip(.dots) { guard (try? ahead.period()) != nil else { return false } }
    return ahead.isAtEnd
  }

  /// Whether a text is one number, perhaps with a sign before it.
  static func isNumber(
    _ text: String,
    _ catalog: any CatalogReader
  ) throws(Diagnostic) -> Bool {
    var parser = try Parser(text, catalog: catalog)
    parser.skip(.minus)
    guard case .number = parser.current?.kind else { return false }
    parser.advance()
    return parser.isAtEnd
  }
}

extension Diagnostic {
  fileprivate static func noValue(_ use: Parameters.Use, _ known: [String]) -> Diagnostic {
    let near = closestMatch(to: use.name, among: known)
    return Diagnostic(
      "no-value",
      use.name.isEmpty ? "expected the name of a parameter" : "`$\(use.name)` has no value",
      at: use.span,
      hint: near.map { "did you mean `$\($0)`?" }
        ?? "`tally -f SCRIPT --set \(use.name.isEmpty ? "year" : use.name)=VALUE`, or `.set` at the prompt"
    )
  }

  fileprivate static func notOneName(_ value: String, _ use: Parameters.Use) -> Diagnostic {
    Diagnostic(
      "not-one-name",
      "`$\(use.name)` means a name, a number or a period",
      at: use.span,
      hint: "its value has quotes or lines: a name is given without"
    )
  }
}
