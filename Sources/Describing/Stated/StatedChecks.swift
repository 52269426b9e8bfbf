package import Asking
import Catalog
import Diagnostics
import Planner
import QueryLanguage
import Results
import Store

/// The claims and figures of documents, judged.
package struct StatedChecks {
  private let pipeline: Pipeline
  private let catalogIndex: CatalogIndex
  /// Whether only verdicts and values are shown.
  private let isBrief: Bool

  package init(_ pipeline: Pipeline, _ catalogIndex: CatalogIndex, isBrief: Bool = false) {
    self.isBrief = isBrief
    self.pipeline = pipeline.forSeveralStatements
    self.catalogIndex = catalogIndex
  }

  // MARK: Claims

  func answer(_ claim: Claim) throws -> CheckAnswer {
    let figures = catalogIndex.figures.filter { claim.figures.contains($0.key) }
    let said = CheckAnswer.Said(claim, catalogIndex, speaker: figures.first?.speaker ?? "")
    var answer = try judge(
      claim.question,
      said,
      words: figures.map(\.asSaid),
      // What is published near it shows that it is not for lack of a publisher.
      lack: claim.nearest.isEmpty
        ? "nobody publishes what it is about"
        : "it cannot be judged as it is by what is published"
    )
    if answer.verdict == .noData, !isBrief { try addNearest(claim.nearest, to: &answer) }
    return answer
  }

  /// The nearest statement to a claim that cannot be judged, with its own verdict.
  private func addNearest(_ nearest: String, to answer: inout CheckAnswer) throws {
    guard !nearest.isEmpty, let lack = answer.lack else { return }
    answer.lack = .init(
      reason: lack.reason,
      questions: [nearest] + lack.questions.filter { $0 != nearest }
    )
    guard nearest.hasPrefix("\(Check.keyword) ") else { return }
    let near = try Checker(pipeline).answer(pipeline.parseCheck(nearest), as: nearest)
    answer.others.append(CheckReading("nearest: \(nearest)", near))
  }

  // MARK: Figures

  func answer(_ figure: StatedFigure) throws -> CheckAnswer {
    let question = question(of: figure)
    let said = CheckAnswer.Said(figure, catalogIndex, question: question)
    var answer = try judge(question, said, words: [figure.asSaid], lack: reason(figure))
    if answer.verdict == .noData, let lack = answer.lack, lack.questions.isEmpty,
      let measure = catalogIndex.measure(figure.measure)
    {
      let near = NextQuestions(catalogIndex).about(measure, filters: figure.filters)
      answer.lack = .init(reason: lack.reason, questions: Array(near.prefix(1)))
    }
    return answer
  }

  /// For what was counted, and for targets without a claim, the figure's question; what compares
  /// two things uses the question of the claim that rests on the figure.
  private func question(of figure: StatedFigure) -> String {
    let own = figure.question(in: catalogIndex)
    if ["flow", "stock"].contains(figure.kind) { return own ?? "" }
    let claim = catalogIndex.claims.first { claim in
      claim.figures.contains(figure.key) && !claim.question.isEmpty
        // A date or a number of years is how far back a superlative reaches; for a change it has
        // another meaning.
        && (figure.kind != "threshold" || claim.kind.hasSuffix("_since"))
    }
    return claim?.question ?? own ?? ""
  }

  private func reason(_ figure: StatedFigure) -> String {
    if figure.unit == "date" { return "a date, not a figure to compare with the data" }
    if catalogIndex.measure(figure.measure) == nil { return "nobody publishes a count of it" }
    if Double(figure.low) == nil, Double(figure.high) == nil { return "no number was said" }
    return "the words leave open what is compared, or when"
  }

  // MARK: Judging

  private func judge(
    _ question: String,
    _ said: CheckAnswer.Said,
    words: [String],
    lack: String
  ) throws -> CheckAnswer {
    guard !question.isEmpty else {
      var answer = CheckAnswer(statement: said.words, lack: .init(reason: lack, questions: []))
      answer.said = said
      return answer
    }
    let check = try pipeline.parseCheck("\(Check.keyword) \(question)")
    var checker = Checker(pipeline)
    checker.ambiguities = try ambiguities(of: check, words: words)
    checker.day = Period(date: said.published)
    checker.answersRefusals = true
    checker.isBrief = isBrief
    var answer = try checker.answer(check, as: question)
    answer.said = said
    return answer
  }

  /// What the speaker leaves open, as `readings.csv` has it.
  private func ambiguities(of check: Check, words: [String]) throws -> [Ambiguity] {
    try pipeline.reading { catalog in
      guard let resolved = try? check.resolved(against: catalog) else { return [] }
      let keys = words.map { Spelling.key(of: $0) }
      return catalogIndex.spokenReadings.compactMap { reading in
        switch reading {
        case .verb(let said, let measures):
          guard keys.contains(said) else { return nil }
          return Ambiguity.verb(measures.compactMap(catalog.measure), in: resolved)
        case .place(let dimension, let member):
          guard let dimension = catalog.dimension(dimension), let member = catalog.member(member)
          else { return nil }
          return Ambiguity.unnamedPlace(member, of: dimension, in: resolved, catalog: catalog)
        }
      }
    }
  }
}

extension CheckAnswer.Said {
  fileprivate init(_ claim: Claim, _ catalogIndex: CatalogIndex, speaker: String) {
    let document = catalogIndex.document(claim.document)
    self.init(
      id: claim.key,
      words: claim.paraphrase,
      document: claim.document,
      title: document?.title ?? "",
      line: claim.line,
      publisher: document?.publisher ?? "",
      published: document?.published ?? "",
      speaker: speaker,
      note: claim.note,
      question: claim.question
    )
  }

  fileprivate init(_ figure: StatedFigure, _ catalogIndex: CatalogIndex, question: String) {
    let document = catalogIndex.document(figure.document)
    let counted = catalogIndex.measure(figure.measure)?.unit
    let people =
      figure.unit == "people" && counted == "events"
      ? ["Said of people; the tables count events."] : []
    let untold = catalogIndex.untoldDimensions(of: figure)
    let whole =
      untold.isEmpty ? [] : ["The tables do not list \(untold.joined(by: ", ")) separately."]
    self.init(
      id: figure.key,
      words: "\(figure.quantity), “\(figure.asSaid)”, \(figure.period)",
      document: figure.document,
      title: document?.title ?? "",
      line: figure.line,
      publisher: document?.publisher ?? "",
      published: document?.published ?? "",
      speaker: figure.speaker,
      note: ([figure.note] + people + whole).filter { !$0.isEmpty }.joined(by: " "),
      question: question
    )
  }
}
