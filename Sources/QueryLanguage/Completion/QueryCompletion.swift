package import Catalog
import Diagnostics

/// Offers what may come next in a question: only what the grammar allows there and the data have.
package struct QueryCompletion {
  private let catalog: any CatalogReader
  private let formats: [Item]
  private let commands: [Item]
  private let statements: [Item]
  /// Names of the asker's own.
  private let definitions: [Definition]
  /// The ids that may follow a word after `check`, such as `claim`; `nil` for other words.
  private let stated: (String) -> [Item]?

  /// One thing that may come next.
  package struct Item: Equatable, Sendable {
    package let text: String
    /// A few words about it.
    package let note: String

    package init(text: String, note: String) {
      self.text = text
      self.note = note
    }
  }

  /// What may replace the text from `start`, a UTF-8 offset, to the cursor.
  package struct Offer: Equatable, Sendable {
    package let start: Int
    package let items: [Item]
  }

  package init(
    _ catalog: any CatalogReader,
    formats: [Item],
    commands: [Item],
    statements: [Item] = [],
    definitions: [Definition] = [],
    stated: @escaping (String) -> [Item]? = { _ in nil }
  ) {
    self.stated = stated
    self.catalog = catalog
    self.formats = formats
    self.commands = commands
    self.statements = statements
    self.definitions = definitions
  }

  /// What may come at the cursor, a UTF-8 offset in the line.
  package func offer(for line: String, at cursor: Int) -> Offer {
    let typed = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    if typed.hasPrefix(".") {
      return Offer(start: 0, items: commands.filter { $0.text.hasPrefix(typed) })
    }
    // A name may hold spaces, so what is being typed may begin several words back: the earliest
    // beginning that leads somewhere is taken.
    for start in beginnings(in: typed) {
      let bytes = Array(typed.utf8)
      let head = String(decoding: bytes[..<start], as: UTF8.self)
      let partial = String(decoding: bytes[start...], as: UTF8.self)
      let items = items(after: head, beginning: partial)
      if !items.isEmpty { return Offer(start: start, items: items) }
    }
    return Offer(start: cursor, items: [])
  }

  /// Where the thing being typed may begin, earliest first: at one of the last words, or at the
  /// cursor behind a space.
  private func beginnings(in typed: String) -> [Int] {
    guard let tokens = try? Lexer.tokens(of: typed) else { return [] }
    let end = typed.utf8.count
    var starts = tokens.suffix(Self.longestPartial).map(\.range.lowerBound)
    if tokens.last.map({ $0.range.upperBound < end || !$0.isWordLike }) ?? true {
      starts.append(end)
    }
    return starts
  }

  private static let longestPartial = 8

  private func items(after head: String, beginning partial: String) -> [Item] {
    let explained = Self.behind("explain ", head) ?? head
    let checked = Self.behind("check ", explained)
    if let ids = checked.flatMap(statedIDs) { return ids.filter { $0.text.hasPrefix(partial) } }
    let asked = checked ?? explained
    guard var parser = try? Parser(asked, catalog: catalog, definitions: definitions) else {
      return []
    }
    let query = checked == nil ? try? parser.question() : (try? parser.check())?.subject
    guard parser.isAtEnd else { return [] }
    let context = Context(catalog, asked, query, definitions)
    let key = Spelling.key(of: partial)
    let prefix = partial.lowercased()
    let isBeginning = head.allSatisfy(\.isWhitespace)
    return
      (parser.expectedAtEnd.sorted { $0.order < $1.order }.flatMap { items(for: $0, context) }
      + (isBeginning ? statements : []))
      .filter { item in
        // Behind a space a word is finished: it is not offered again, only what is longer.
        if prefix.isEmpty || item.text.lowercased().hasPrefix(prefix) { return true }
        let own = Spelling.key(of: item.text)
        return !key.isEmpty && own.hasPrefix(key) && !(prefix.last == " " && own == key)
      }
  }

  /// What stands behind a word that begins a statement; `nil` where it does not.
  private static func behind(_ word: String, _ head: String) -> String? {
    head.lowercased().hasPrefix(word) ? String(head.dropFirst(word.count)) : nil
  }

  /// The ids behind `check claim`; none of a word that is not one of those.
  private func statedIDs(_ head: String) -> [Item]? {
    let words = head.split(separator: " ")
    guard words.count == 1, head.hasSuffix(" ") else { return nil }
    return stated(words[0].lowercased())
  }

  private func items(for expectation: Parser.Expectation, _ context: Context) -> [Item] {
    switch expectation {
    case .measure: context.measures
    case .dimension: context.dimensions
    case .unit: context.units
    case .value(let dimension): context.values(of: dimension)
    case .period: context.periods
    case .clause: context.clauses
    case .orderKey: context.orderKeys
    case .format: formats
    case .extra: Extra.Name.allCases.map { Item(text: $0.rawValue, note: $0.summary) }
    case .word(let word): word == word.lowercased() ? [Item(text: word, note: "")] : []
    case .number, .year: []
    }
  }
}

extension Token {
  /// Whether typing on could make the token longer.
  fileprivate var isWordLike: Bool {
    switch kind {
    case .word, .number, .quoted, .unknown: true
    default: false
    }
  }
}

extension Parser.Expectation {
  /// The order in which kinds of things are offered.
  fileprivate var order: Int {
    switch self {
    case .measure, .value, .period, .format, .extra: 0
    case .unit: 1
    case .dimension: 2
    case .orderKey: 3
    case .clause: 4
    case .number, .year: 5
    case .word: 6
    }
  }
}
