/// A break in a series that a reader must know of, or something that must be known about a time or
/// some tables.
package struct SeriesBreak: Hashable, Sendable {
  /// Part of what a break is about, as ids: one value of a dimension, or the whole dimension.
  package struct Filter: Hashable, Sendable {
    package let dimension: Int
    /// The value it is about; 0 when any answer broken down by the dimension is meant.
    package let member: Int

    package init(dimension: Int, member: Int) {
      self.dimension = dimension
      self.member = member
    }
  }

  package let key: String
  /// The first day of the period in which it begins.
  package let at: Day
  /// The last day for which it holds; `nil` when it lies between two periods, and matters where
  /// both are shown.
  package let until: Day?
  /// `definition`, `coverage`, `method`, `policy`, `source` or `revision`.
  package let kind: String
  package let filters: [Filter]
  /// The values that it is about: an answer that leaves all of them out does not need it.
  package let about: [Filter]
  /// The published tables that it is about; for kind `source`, those on one side of it. Empty:
  /// every table.
  package let tables: IDSet
  package let note: String
  /// A question with one figure, which is told with the note: another count of the same thing.
  /// Empty for none; with `$period` where it is asked for the period of the answer.
  package let question: String

  private static let period = "$period"

  /// Whether the other count is told of the period of the answer, and not of its own.
  package var asksForPeriod: Bool { question.hasSuffix(Self.period) }

  /// The note, and what is counted otherwise, without the figure.
  package var described: String {
    guard !question.isEmpty else { return note }
    let words = asksForPeriod ? String(question.dropLast(" in \(Self.period)".count)) : question
    return "\(note) `\(words)`"
  }

  /// The question for a period as it is typed: `refugee arrivals in fy2022`.
  package func question(in period: String) -> String {
    asksForPeriod ? String(question.dropLast(Self.period.count)) + period : question
  }
}

extension SeriesBreak: StoredValue {
  package static let table = "series_break"
  package static let columns = "key, at, until, kind, filters, about, datasets, note, question"

  package init?(row: some CatalogRow) {
    key = row.text(at: 0)
    at = Self.period(row.integer(at: 1)).days.first
    until = row.integer(at: 2) == 0 ? nil : Self.period(row.integer(at: 2)).days.last
    kind = row.text(at: 3)
    filters = row.pairs(at: 4).map { Filter(dimension: $0.0, member: $0.1) }
    about = row.pairs(at: 5).map { Filter(dimension: $0.0, member: $0.1) }
    tables = IDSet(row.pairs(at: 6).map(\.0))
    note = row.text(at: 7)
    question = row.text(at: 8)
  }

  private static func period(_ code: Int) -> Period {
    code > 9999 ? Period(.month, code: code) : .fiscalYear(code)
  }
}
