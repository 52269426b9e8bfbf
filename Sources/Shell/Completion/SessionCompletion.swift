import Asking
import Catalog
import Describing
import Output
package import QueryLanguage
import Store

/// Offers what may come next at the prompt: in questions, in other statements, in commands, in
/// names of files.
package struct SessionCompletion {
  /// One candidate, as completion of questions offers it.
  package typealias Item = QueryCompletion.Item
  /// The candidates, and where in the line the text begins that they replace.
  package typealias Offer = QueryCompletion.Offer

  let pipeline: Pipeline
  let memory: CompletionMemory
  /// The questions offered under the last mistake; on an empty line the first is put in.
  package let offered: [String]

  /// Whether there is an answer to copy.
  private let hasAnswered: Bool

  init(
    _ pipeline: Pipeline,
    _ memory: CompletionMemory,
    _ offered: [String],
    hasAnswered: Bool
  ) {
    self.pipeline = pipeline
    self.memory = memory
    self.offered = offered
    self.hasAnswered = hasAnswered
  }

  /// What may come at the cursor, a UTF-8 offset in the line; what was typed most comes first.
  /// `before` are the lines that the line goes on.
  package func offer(for line: String, at cursor: Int, after before: String = "") -> Offer {
    if before.isEmpty, line.isEmpty, let first = offered.first {
      return Offer(start: 0, items: [Item(text: first, note: "")], isOrdered: true)
    }
    let whole = before + String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    let passed = before.utf8.count
    guard let start = StatementStart(of: whole)?.offset else {
      return Offer(start: cursor, items: [])
    }
    let typed = String(decoding: Array(whole.utf8.dropFirst(start)), as: UTF8.self)
    let offer = command(typed) ?? file(typed) ?? quoted(typed) ?? statement(typed)
    let place = start + offer.start - passed
    // What began on an earlier line can no longer be replaced.
    guard place >= 0 else { return Offer(start: cursor, items: []) }
    return Offer(
      start: place,
      items: offer.isOrdered ? offer.items : memory.mostUsedFirst(offer.items)
    )
  }

  /// A few words about something offered.
  package func note(on item: Item) -> String { item.measure.map(memory.note) ?? item.note }

  /// Notes what was typed just now.
  package func learn(from entry: String) { memory.add(entry) }

  // MARK: Kinds of lines

  private func command(_ typed: String) -> Offer? {
    guard typed.hasPrefix(".") else { return nil }
    guard let space = typed.firstIndex(of: " ") else {
      let commands = Commands.all.map { Item(text: ".\($0.name)", note: $0.summary) }
      return Offer(start: 0, items: commands.filter { $0.text.hasPrefix(typed.lowercased()) })
    }
    let argument = TypedWords(typed, from: typed.index(after: space)).trimmed
    return switch Commands.command(in: typed)?.0.operand {
    case .none, .words([]): argument.offer([])
    case .words(let words): argument.offer(words.map { Item(text: $0, note: "") })
    case .format: argument.offer(OutputFormats.withVariants.map { Item($0) })
    case .command: argument.offer(Commands.all.map { Item(text: $0.name, note: $0.summary) })
    case .file: FileNames(argument.partial).offer(from: argument.start)
    case .table: argument.offer(tables)
    case .question: question(typed, after: argument.start)
    case .formatOrQuestion: copied(typed, argument)
    }
  }

  /// What may be copied: the last answer in a format, or the answer to a question.
  private func copied(_ typed: String, _ argument: TypedWords) -> Offer {
    let asked = question(typed, after: argument.start)
    guard asked.items.isEmpty || asked.start == argument.start else { return asked }
    let formats =
      hasAnswered ? OutputFormats.withVariants.filter { !$0.uses.contains(.document) } : []
    return Offer(
      start: argument.start,
      items: asked.items + argument.offer(formats.map { Item($0) }).items
    )
  }

  /// Views and tables, for SQL.
  var tables: [Item] {
    let views = (try? pipeline.database.namedViews().all.map(\.name)) ?? []
    let tables = (try? pipeline.database.tableNames()) ?? []
    return views.map { Item(text: $0, note: "view, with names") }
      + tables.map { Item(text: $0, note: "table") }
  }

  /// The name of a file after `>`, whose quotes are open.
  private func file(_ typed: String) -> Offer? {
    guard typed.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1,
      let quote = typed.lastIndex(of: "\""),
      typed[..<quote].last(where: { $0 != " " }) == ">"
    else { return nil }
    guard !typed.lowercased().hasPrefix("help") else { return nil }
    let name = TypedWords(typed, from: quote)
    return FileNames(name.partial).offer(from: name.start)
  }

  /// A name whose quotes are open.
  private func quoted(_ typed: String) -> Offer? {
    guard typed.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1,
      let quote = typed.lastIndex(of: "\"")
    else { return nil }
    let head = typed[..<quote]
    let offer = statement(String(head) + String(typed[typed.index(after: quote)...]))
    guard offer.start == head.utf8.count else { return Offer(start: typed.utf8.count, items: []) }
    let items = offer.items.filter { $0.text.first != "\"" }
    return Offer(
      start: offer.start,
      items: items.map { Item(text: "\"\($0.text)\"", note: $0.note) },
      isOrdered: offer.isOrdered
    )
  }

  private func statement(_ typed: String) -> Offer {
    let words = typed.split(separator: " ", omittingEmptySubsequences: true)
    let start = typed.prefix { $0 == " " }.utf8.count
    guard let first = words.first, words.count > 1 || typed.last == " " else {
      return beginning(typed, from: start)
    }
    let after = start + first.utf8.count + 1
    let keyword = first.lowercased()
    if keyword == "help" { return TypedWords(typed, after: after).offer(helpTopics) }
    let statement = SessionStatements.all.first { $0.keyword == keyword }
    return statement?.offer(for: typed, after: after, in: self) ?? question(typed, after: 0)
  }

  /// The first word: a statement or a measure.
  private func beginning(_ typed: String, from start: Int) -> Offer {
    let words = TypedWords(typed, after: start)
    let asked = question(typed, after: 0)
    guard asked.items.isEmpty || asked.start == start else { return asked }
    let statements =
      SessionStatements.all.map { Item(text: $0.keyword, note: $0.summary) }
      + [Item(text: "help", note: "explains the language and the names")]
    return Offer(
      start: start,
      items: asked.items + words.offer(statements).items
    )
  }

  /// What may come next in a question, in a statement to be judged, or in an expression, that
  /// begins at a place of the line.
  func question(
    _ typed: String,
    after: Int,
    in place: QueryCompletion.Place = .question
  ) -> Offer {
    let question = String(decoding: Array(typed.utf8.dropFirst(after)), as: UTF8.self)
    let completion = QueryCompletion(
      pipeline.catalog,
      formats: formats,
      definitions: pipeline.definitions
    )
    let offer = completion.offer(
      for: question,
      at: question.utf8.count,
      in: place
    )
    return Offer(
      start: after + offer.start,
      items: offer.items,
      isOrdered: offer.isOrdered
    )
  }

  // MARK: Lists

  private func formats(_ place: QueryCompletion.Place) -> [Item] {
    OutputFormats.withVariants
      .filter { $0.uses.contains(place == .statement ? .checks : .answers) }
      .map { Item($0) }
  }

  private var helpTopics: [Item] {
    Help.lists.map { Item(text: $0.name, note: $0.summary) }
      + Clauses.all.flatMap { type in
        type.keywords.map { Item(text: $0, note: type.summary) }
      } + OutputFormats.all.map { Item($0) }
      + SessionStatements.all.map { Item(text: $0.keyword, note: $0.summary) }
      + pipeline.catalog.measures().map(Item.init)
      + pipeline.catalog.dimensions().map { Item(text: $0.name, note: "dimension") }
  }
}

extension QueryCompletion.Item {
  /// A format by its name.
  init(_ format: any OutputFormat.Type) {
    self.init(text: format.name, note: format.summary)
  }
}
