/// A piece of SQL, written as a string literal.
///
/// Whole numbers, quoted names and quoted texts are all that can enter it, so no text of a question
/// becomes SQL and what is shown runs unchanged.
package struct SQLFragment: Hashable, Sendable, ExpressibleByStringInterpolation {
  package private(set) var sql: String

  package init(stringLiteral literal: StaticString) {
    sql = literal.description
  }

  package init(stringInterpolation interpolation: StringInterpolation) {
    sql = interpolation.sql
  }

  /// Builds a fragment from literals, whole numbers, quoted names and texts, and other fragments,
  /// and from nothing else.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { sql += String(decoding: $0, as: UTF8.self) }
    }

    package mutating func appendInterpolation(_ number: Int) {
      sql += String(number)
    }

    /// A quoted name. Quotes inside it are doubled.
    package mutating func appendInterpolation(name: String) {
      sql += "\""
      sql += name.utf8.contains(UInt8(ascii: "\"")) ? doublingQuotes(name) : name
      sql += "\""
    }

    /// A quoted text. Quotes inside it are doubled.
    package mutating func appendInterpolation(text: String) {
      sql += "'"
      sql += text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      sql += "'"
    }

    /// Always with its table: SQLite takes an unknown quoted name alone for a string.
    package mutating func appendInterpolation(column: String, of table: String) {
      appendInterpolation(name: table)
      sql += "."
      appendInterpolation(name: column)
    }

    package mutating func appendInterpolation(_ fragment: SQLFragment) {
      sql += fragment.sql
    }

    private func doublingQuotes(_ name: String) -> String {
      name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    }
  }

  /// The fragment with every line moved to the right.
  var indented: SQLFragment {
    var moved: [UInt8] = Array("  ".utf8)
    moved.reserveCapacity(sql.utf8.count + 64)
    for byte in sql.utf8 {
      moved.append(byte)
      if byte == UInt8(ascii: "\n") { moved += "  ".utf8 }
    }
    var fragment: SQLFragment = ""
    fragment.sql = String(decoding: moved, as: UTF8.self)
    return fragment
  }

  fileprivate mutating func append(_ separator: SQLFragment, _ next: SQLFragment) {
    sql += separator.sql
    sql += next.sql
  }
}

extension [SQLFragment] {
  /// Alternatives in groups: SQLite nests a chain of them, and limits the depth.
  var alternatives: SQLFragment {
    guard count > Self.mostInRow else { return joined(separator: " OR ") }
    let groups = stride(from: 0, to: count, by: Self.mostInRow).map { start in
      let group = Array(self[start..<Swift.min(count, start + Self.mostInRow)])
      return "(\(group.joined(separator: " OR ")))" as SQLFragment
    }
    return groups.alternatives
  }

  private static var mostInRow: Int { 200 }

  func joined(separator: SQLFragment) -> SQLFragment {
    guard var joined = first else { return "" }
    for next in dropFirst() { joined.append(separator, next) }
    return joined
  }
}
