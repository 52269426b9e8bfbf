import Catalog
import QueryLanguage

/// One thing that people ask of figures, and how the language says it.
protocol Pattern: Sendable {
  /// What it can say of what a line asks for; a line that asks for more is not read by it.
  static var parts: Set<SpokenWord.Part> { get }

  /// `nil` where the line does not ask for it.
  static func statement(of choice: Choice) -> String?
}

extension Pattern {
  /// The statement, where nothing that the line asks for, keeps to or breaks down by is missing
  /// from it.
  static func whole(of choice: Choice) -> String? {
    guard choice.asked.isSubset(of: parts), let text = statement(of: choice),
      choice.isSaid(whole: text)
    else { return nil }
    guard let format = choice.line.format, !text.hasPrefix("check ") else { return text }
    return "\(text) | \(format)"
  }
}

extension Choice {
  /// What asks for more than figures as they are. What is a mean need not be made one.
  fileprivate var asked: Set<SpokenWord.Part> {
    let parts: Set<SpokenWord.Part> = [
      .most, .least, .ever, .share, .ratio, .average, .compare, .against, .change, .rise, .fall,
    ]
    let isMean = counted.allSatisfy { $0.measure.kind == .average || $0.measure.kind == .mean }
    return parts.filter { line.asks($0) && !($0 == .average && isMean) }
  }

  /// Whether each value and each breakdown of the line is in a statement.
  fileprivate func isSaid(whole text: String) -> Bool {
    let text = text.lowercased()
    let values = zip(line.values, values).allSatisfy { own, value in
      isInName(own.text) || isInName(value.name) || text.contains(value.name.lowercased())
    }
    let kept = line.counted.filter { $0.alternatives.count == 1 }
      .flatMap { $0.alternatives[0].values }
      .allSatisfy { text.contains($0.name.lowercased()) }
    let named = line.looseKeys.map(\.key) + keys
    // Administrations are said by their names.
    return values && kept && saysNumbers(text)
      && named.allSatisfy { key in
        text.contains(key.lowercased()) || key == "administration" || line.isRelative(key)
          // A period that is judged is one of the unit that is ranked.
          || text.hasPrefix("check ") && isOne(key)
      }
  }
}

extension Choice {
  /// Whether each number of the line is in a statement: those of its years, of the rows of a
  /// ranking, and what figures are divided by.
  private func saysNumbers(_ text: String) -> Bool {
    let isCheck = text.hasPrefix("check ")
    return line.periods.allSatisfy { period in
      // The year before is said without its number.
      line.samePeriod.map { period.place > $0 } ?? false
        || period.kind.years.allSatisfy { text.contains(String($0 % 100 + 100).dropFirst()) }
    }
      && (line.count.map { text.contains(String($0)) } ?? true)
      && (line.per.map { text.contains($0) || isCheck } ?? true)
  }
}

extension Line.NamedPeriod.Kind {
  /// The years that it names.
  fileprivate var years: [Int] {
    switch self {
    case .one(let term): [term.namedYear].compactMap { $0 }
    case .range(let first, let last): [first.namedYear, last.namedYear].compactMap { $0 }
    case .clause, .text, .yearsAgo, .newest: []
    }
  }
}

extension PeriodTerm {
  /// The year by which a period without parts is named.
  fileprivate var namedYear: Int? {
    switch value {
    case .bareYear(let year): year
    case .period(let period) where [.fiscalYear, .calendarYear].contains(period.unit):
      period.days.last.date.year
    case .period, .part, .administration: nil
    }
  }
}

extension Line {
  /// Whether a breakdown is only named by `who`: `those who were removed`.
  fileprivate func isRelative(_ key: String) -> Bool {
    looseKeys.contains { $0.key == key && $0.isRelative }
  }
}
