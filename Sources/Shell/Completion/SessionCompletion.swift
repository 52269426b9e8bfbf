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

  private let pipeline: Pipeline
  private let memory: CompletionMemory

  init(_ pipeline: Pipeline, _ memory: CompletionMemory) {
    self.pipeline = pipeline
    self.memory = memory
  }

  /// What may come at the cursor, a UTF-8 offset in the line; what was typed most comes first.
  /// `before` are the lines that the line goes on.
  package func offer(for line: String, at cursor: Int, after before: String = "") -> Offer {
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
    case .format: argument.offer(OutputFormats.all.map { Item($0) })
    case .command: argument.offer(Commands.all.map { Item(text: $0.name, note: $0.summary) })
    case .file: FileNames(argument.partial).offer(from: argument.start)
    case .question: question(typed, behind: argument.start)
    }
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
    let behind = start + first.utf8.count + 1
    switch first.lowercased() {
    case "help": return TypedWords(typed, behind: behind).offer(helpTopics)
    case ShowStatement.keyword: return show(typed, behind: behind)
    case DescribeStatement.keyword: return describe(TypedWords(typed, behind: behind))
    case ExplainStatement.keyword: return explain(typed, behind: behind)
    case CheckStatement.keyword: return check(typed, behind: behind)
    case LetStatement.keyword: return definition(typed)
    default: return question(typed, behind: 0)
    }
  }

  /// The first word: a statement or a measure.
  private func beginning(_ typed: String, from start: Int) -> Offer {
    let words = TypedWords(typed, behind: start)
    let asked = question(typed, behind: 0)
    guard asked.items.isEmpty || asked.start == start else { return asked }
    let statements =
      SessionStatements.all.map { Item(text: $0.keyword, note: $0.summary) }
      + [Item(text: "help", note: "explains the language and the names")]
    return Offer(
      start: start,
      items: asked.items + words.offer(statements).items
    )
  }

  /// A question, or a statement that is checked.
  private func explain(_ typed: String, behind: Int) -> Offer {
    let words = TypedWords(typed, behind: behind)
    if words.partial.lowercased().hasPrefix("check ") {
      return check(typed, behind: words.start + "check ".utf8.count)
    }
    let asked = question(typed, behind: behind)
    let check = words.offer([Item(text: CheckStatement.keyword, note: CheckStatement.summary)])
    return asked.start == words.start || asked.items.isEmpty
      ? Offer(start: words.start, items: asked.items + check.items) : asked
  }

  private func show(_ typed: String, behind: Int) -> Offer {
    let words = TypedWords(typed, behind: behind)
    if let bar = typed.lastIndex(of: "|") {
      let lists = OutputFormats.all.filter { $0.writesLists }
      return TypedWords(typed, from: typed.index(after: bar)).trimmed.offer(lists.map { Item($0) })
    }
    if typed.last(where: { $0 != " " }) == ">" {
      let quote = Item(text: "\"", note: "the name of a file, in quotes")
      return Offer(start: typed.utf8.count, items: [quote])
    }
    let of = words.partial.lowercased().hasPrefix("values of ") ? "values of ".utf8.count : nil
    if let of {
      let dimensions = pipeline.catalog.dimensions().map { Item(text: $0.name, note: $0.plural) }
      return TypedWords(typed, behind: behind + of).offer(dimensions)
    }
    let kinds = Topics.listed.map { topic in
      Item(text: topic.isOfDimension ? "\(topic.plural) of" : topic.plural, note: topic.summary)
    }
    guard words.partial.contains(" ") else { return words.offer(kinds) }
    let last = TypedWords(
      typed,
      behind: typed.utf8.count
        - (typed.split(separator: " ", omittingEmptySubsequences: false).last?.utf8.count ?? 0)
    )
    return last.offer([
      Item(text: "about", note: "those that the words are about"),
      Item(text: "|", note: "a format: table, json, csv, …"),
      Item(text: ">", note: "a file to write the list to"),
    ])
  }

  /// Names of the catalog, and ids of what is known beside it.
  private func describe(_ words: TypedWords) -> Offer {
    let catalog = pipeline.catalog
    let measures = catalog.measures().map { Item(text: $0.name, note: memory.note($0)) }
    let dimensions = catalog.dimensions()
    let names = measures + dimensions.map { Item(text: $0.name, note: "dimension") }
    guard !words.partial.isEmpty else { return words.offer(names) }
    let values = dimensions.flatMap { dimension in
      catalog.members(of: dimension.id).map { Item(text: $0.name, note: dimension.name) }
    }
    let found = words.offer(names + values)
    guard found.items.isEmpty else { return found }
    return words.offer(
      Topics.all.flatMap { topic in
        topic.names(in: memory.knowledge).map { Item(text: $0, note: topic.name) }
      }
    )
  }

  private func check(_ typed: String, behind: Int) -> Offer {
    let words = TypedWords(typed, behind: behind)
    let kind = words.partial.split(separator: " ").first.map(String.init) ?? ""
    if words.partial.contains(" "), let stated = StatedKind(rawValue: kind.lowercased()) {
      let ids = stated.ids(in: memory.knowledge)
      return TypedWords(typed, behind: behind + kind.utf8.count + 1).offer(ids)
    }
    return question(typed, behind: behind, in: .statement)
  }

  /// After the sign of `let name =`.
  private func definition(_ typed: String) -> Offer {
    guard let sign = typed.firstIndex(of: "=") else {
      return Offer(start: typed.utf8.count, items: [])
    }
    return question(typed, behind: typed[...sign].utf8.count, in: .expression)
  }

  private func question(
    _ typed: String,
    behind: Int,
    in place: QueryCompletion.Place = .question
  ) -> Offer {
    let question = String(decoding: Array(typed.utf8.dropFirst(behind)), as: UTF8.self)
    let completion = QueryCompletion(
      pipeline.catalog,
      formats: formats,
      definitions: pipeline.definitions,
      note: memory.note
    )
    let offer = completion.offer(
      for: question,
      at: question.utf8.count,
      in: place
    )
    return Offer(
      start: behind + offer.start,
      items: offer.items,
      isOrdered: offer.isOrdered
    )
  }

  // MARK: Lists

  private func formats(_ place: QueryCompletion.Place) -> [Item] {
    OutputFormats.all.filter { place == .statement ? $0.writesChecks : $0.writesAnswers }
      .map { Item($0) }
  }

  private var helpTopics: [Item] {
    Help.lists.map { Item(text: $0.name, note: $0.summary) }
      + Clauses.all.flatMap { type in
        type.keywords.map { Item(text: $0, note: type.summary) }
      } + OutputFormats.all.map { Item($0) }
      + SessionStatements.all.map { Item(text: $0.keyword, note: $0.summary) }
      + pipeline.catalog.measures().map { Item(text: $0.name, note: memory.note($0)) }
      + pipeline.catalog.dimensions().map { Item(text: $0.name, note: "dimension") }
  }
}

extension QueryCompletion.Item {
  fileprivate init(_ format: any OutputFormat.Type) {
    self.init(text: format.name, note: format.summary)
  }
}
