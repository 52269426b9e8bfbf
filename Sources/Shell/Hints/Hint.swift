import Catalog
import Describing
import QueryLanguage

/// A suggested next question.
///
/// To add one, add a case: which answers it follows, the question, and what that is good for.
enum Hint: CaseIterable {
  // In the order in which they are offered, the most useful first.
  case likeWithLike, top, share, change, chart, breakdown, definition, explanation, file

  /// What it is good for, in a few words.
  var purpose: String {
    switch self {
    case .likeWithLike: "the same months of every year"
    case .top: "the largest, and the rest together"
    case .share: "how much of the whole each is"
    case .change: "by how much, from one period to the next"
    case .chart: "the shape of it"
    case .breakdown: "who they are"
    case .definition: "what is counted, by whom, since when"
    case .explanation: "which tables answered, and why"
    case .file: "the rows as a file"
    }
  }

  /// The question that can follow an answer; `nil` where it would add nothing.
  func question(after answer: Answered, _ catalogIndex: @autoclosure () -> CatalogIndex) -> String?
  {
    guard isOfUse(after: answer) else { return nil }
    return switch self {
    case .likeWithLike: answer.question + " fytd"
    case .top: answer.question + " top 10 with others"
    case .share: answer.question + " with share, others"
    case .change: answer.question + " with change"
    case .chart: answer.question + " | chart"
    case .breakdown:
      answer.measure.flatMap { measure in
        NextQuestions(catalogIndex()).breakdown(
          of: measure,
          keeping: answer.query.days == nil ? nil : answer.question
        )
      }
    case .definition: answer.measure.map { "describe \($0.name)" }
    case .explanation: "explain " + answer.question
    case .file: answer.question + " > \"answer.csv\""
    }
  }

  private func isOfUse(after answer: Answered) -> Bool {
    switch self {
    case .likeWithLike:
      answer.isByYearAlone && answer.hasPartialRows && !answer.query.isYearToDate
    case .top: answer.endsWithDimension && answer.rows > 12 && answer.query.ranking == nil
    case .share: answer.endsWithDimension && answer.rows > 2 && !answer.hasExtras
    case .change: answer.isByYearAlone && answer.rows > 2 && !answer.hasExtras
    case .chart: answer.rows > 5 && !answer.isChart
    case .breakdown:
      !answer.query.keys.contains { $0.isDimension } && answer.query.condition == nil
        && !answer.isChart && !answer.hasExtras
    case .definition, .explanation, .file: !answer.isChart
    }
  }
}

extension ResolvedQuery.Key {
  var isDimension: Bool {
    switch self {
    case .dimension: true
    case .time, .administration, .source: false
    }
  }

  var isYear: Bool {
    switch self {
    case .time(let unit): unit == .fiscalYear || unit == .calendarYear
    case .dimension, .administration, .source: false
    }
  }
}
