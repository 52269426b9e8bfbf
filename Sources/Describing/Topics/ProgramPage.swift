import Catalog

/// A page on one program. No page is empty: where nothing is published, it says so and names what
/// is nearest.
struct ProgramPage {
  private let program: Program
  private let catalogIndex: CatalogIndex

  init(_ program: Program, _ catalogIndex: CatalogIndex) {
    self.program = program
    self.catalogIndex = catalogIndex
  }

  var description: Description {
    var page = Description(program.name, "program (\(program.kind))")
    page.add(program.description)
    page.add("", facts)
    page.add("rules, by date", rules)
    page.add("measures", measures)
    page.add("said in the documents", lines: said)
    page.add("not published", lines: notPublished)
    page.add("to ask next", lines: questions)
    return page
  }

  private var facts: [Description.Entry] {
    [
      .init("dates", dates),
      .init("status", program.status),
      .init("also called", program.aliases.joined(by: ", ")),
      .init("note", program.note),
      .init("documents", program.documents.joined(by: ", ")),
    ]
  }

  private var dates: String {
    switch (program.from.isEmpty, program.to.isEmpty) {
    case (true, true): program.status.isEmpty ? "not stated" : ""
    case (false, true): "since \(dateWords(program.from)), no end recorded"
    case (true, false): "until \(dateWords(program.to))"
    case (false, false): "since \(dateWords(program.from)), until \(dateWords(program.to))"
    }
  }

  // MARK: Rules

  private var rules: [Description.Entry] {
    catalogIndex.rules.filter { $0.program == program.key }
      .sorted { $0.validFrom < $1.validFrom }
      .map { .init("\($0.name): \($0.line) (\($0.key))") }
  }

  // MARK: Figures

  private var measures: [Description.Entry] {
    program.measures.compactMap(catalogIndex.measure).map { measure in
      .init(measure.name, catalogIndex.coverageWords(of: measure))
    }
  }

  private var said: [String] {
    catalogIndex.figures.filter { program.figures.contains($0.key) }.map { $0.line() }
  }

  private var notPublished: [String] {
    guard program.measures.isEmpty else { return [] }
    let held =
      program.figures.isEmpty
      ? "No series counts this, and no document gives a number."
      : "No series counts this: the statements above are all that is held."
    return [
      held,
      near.isEmpty
        ? "Nothing that can be asked comes near it: only the documents name it."
        : "Nearest that can be asked: \(near.map { "`\($0)`" }.joined(by: ", "))",
    ]
  }

  private var near: [String] { NearProgram(program, catalogIndex).questions }

  // MARK: What to ask

  private var questions: [String] {
    let questions = NextQuestions(catalogIndex)
    let own = questions.firstAnswered(
      of: program.measures.compactMap(catalogIndex.measure).map { questions.overTime($0.name) }
    )
    return (program.measures.isEmpty ? near : own) + checks
      + program.documents.prefix(1).map { "describe \($0)" }
  }
}

extension ProgramPage {
  /// What was said of it and can be judged: a claim, otherwise a stated figure.
  private var checks: [String] {
    let claims = catalogIndex.claims.filter { claim in
      !claim.question.isEmpty && claim.figures.contains(where: program.figures.contains)
    }
    if let claim = claims.first { return ["check claim \(claim.key)"] }
    let figure = catalogIndex.figures.first {
      program.figures.contains($0.key) && $0.question(in: catalogIndex) != nil
    }
    return figure.map { ["check figure \($0.key)"] } ?? []
  }
}

extension CatalogIndex {
  /// What is held of a measure, in a line: `FY2020 – FY2024 by fiscal year; …`.
  func coverageWords(of measure: Measure) -> String {
    let spans = Coverage(of: measure, in: self).spans
    if spans.isEmpty { return "no table in use" }
    return spans.map { "\($0.time.words(for: $0.days)) by \($0.time.name)" }.joined(by: "; ")
  }
}
