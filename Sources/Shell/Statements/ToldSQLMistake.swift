import Catalog
import Diagnostics
import QueryLanguage
import Store

/// What is told of a mistake in SQL: where it is, and what works instead.
struct ToldSQLMistake {
  private let message: String
  private let query: SQLQuery
  /// The whole statement, and its text up to the end of the SQL.
  private let source: [UInt8]
  private let end: Int
  private let tables: [String]
  private let catalog: any CatalogReader
  /// Where SQLite says that it is; `nil` where it does not.
  private let place: Int?

  init(
    _ mistake: SQLMistake,
    _ query: SQLQuery,
    _ source: String,
    _ tables: [String],
    _ catalog: any CatalogReader
  ) {
    message = mistake.message
    self.query = query
    self.source = Array(source.utf8)
    self.tables = tables
    self.catalog = catalog
    end = query.start + max(1, query.sql.utf8.count)
    place = mistake.offset.map { query.start + $0 }
  }

  var diagnostic: Diagnostic {
    let (hint, instead) = advice
    return Diagnostic("sql", message, at: span, hint: hint).taking(instead)
  }

  // MARK: Where

  private var span: SourceSpan {
    if let table = unknownTable, let found = placeOfTable(table) { return SourceSpan(found) }
    guard let place else { return SourceSpan(query.start..<end) }
    return SourceSpan(quotedName ?? (place..<min(end, place + max(1, lengthOfWord(at: place)))))
  }

  private func lengthOfWord(at place: Int) -> Int {
    source.dropFirst(place).prefix(while: Self.isWordByte).count
  }

  /// A name as a whole word of the SQL: where rows are read from it, since a column may have it.
  private func placeOfTable(_ name: String) -> Range<Int>? {
    let bytes = Array(name.utf8)
    let last = min(end, source.count) - bytes.count
    guard !bytes.isEmpty, query.start <= last else { return nil }
    let places = (query.start...last).filter { start in
      source[start..<start + bytes.count].elementsEqual(bytes)
        && !(start > 0 && Self.isWordByte(source[start - 1]))
        && !(source.indices.contains(start + bytes.count)
          && Self.isWordByte(source[start + bytes.count]))
    }
    let found = places.first { ["from", "join"].contains(word(before: $0)) } ?? places.first
    return found.map { $0..<$0 + bytes.count }
  }

  private func word(before place: Int) -> String {
    let before = source[..<place].reversed().drop { $0 <= 0x20 }.prefix(while: Self.isWordByte)
    return String(decoding: before.reversed(), as: UTF8.self).lowercased()
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
      || (0x30...0x39).contains(byte)
  }

  /// A name in double quotes at the place, with them: texts have single ones.
  private var quotedName: Range<Int>? {
    guard message.hasPrefix("no such column"), let place, source.indices.contains(place),
      source[place] == UInt8(ascii: "\"")
    else { return nil }
    let quote = source[(place + 1)...].firstIndex(of: UInt8(ascii: "\""))
    return quote.map { place..<$0 + 1 }
  }

  // MARK: What works

  /// A hint, and what may be at the place of the mistake.
  private var advice: (hint: String, instead: [String]) {
    if message == "the data can only be read" {
      return ("`\(SQLDataStatement.example)` reads; `tally import FILE` adds data", [])
    }
    if let table = unknownTable { return advice(on: table) }
    if let quoted = quotedName {
      let text = String(decoding: source[quoted].dropFirst().dropLast(), as: UTF8.self)
      return ("names have double quotes, texts single ones", ["'\(text)'"])
    }
    return ("`.schema` shows tables and columns, `.tables` their names", [])
  }

  private var unknownTable: String? {
    let start = "no such table: "
    return message.hasPrefix(start) ? String(message.dropFirst(start.utf8.count)) : nil
  }

  /// The nearest name, or the view that has a column of the name.
  private func advice(on table: String) -> (hint: String, instead: [String]) {
    if let near = closestMatch(to: table.lowercased(), among: tables) {
      return ("did you mean `\(near)`?", [near])
    }
    guard let view = view(ofMeasure: table) else { return ("`.tables` lists tables and views", []) }
    return ("`\(view)` has a column `\(table)`", [view])
  }

  private func view(ofMeasure name: String) -> String? {
    let measure = catalog.matches(key: Spelling.key(of: name)).first { $0.kind == .measure }
    let subject = measure.flatMap { catalog.measure($0.target)?.subject }
    let view = subject.map { $0.replacing(" ", with: "_") + "_named" }
    return view.flatMap { tables.contains($0) ? $0 : nil }
  }
}
