import Catalog
import Diagnostics
import QueryLanguage

/// What is not held of what a line counts, by what is beside it: `removals … texas`.
struct NotHeldBeside {
  let words: NotHeldWords
  private let pair: NotHeldPair

  /// The most words of what is beside.
  private static let most = 4

  /// What keeps a line from having an answer.
  enum Cause {
    /// Words that are not read.
    case words
    /// A value or a breakdown, by the names of the dimensions that it may be of.
    case dimensions([String])
    case period
    /// That this year is asked for, where the newest figures are of an earlier one.
    case now
    /// That nothing is named that is counted, and people are asked for who are in a place.
    case residents
  }

  /// A dimension is a cause only where the figures are not published by it.
  private static func isDimension(_ key: String, _ catalog: any CatalogReader) -> Bool {
    key == NotHeldPair.period || catalog.matches(key: key).contains { $0.kind == .dimension }
  }

  /// `nil` where the catalog knows of nothing.
  init?(_ cause: Cause, _ line: Line, _ mentions: [Mention], _ catalog: any CatalogReader) {
    let named = line.counted.compactMap { counted in
      counted.alternatives.min { $0.preference < $1.preference }?.measure.id
    }
    // Where nothing to count is named, the likeliest of what the values are counted in.
    let measures =
      named.isEmpty
      ? Choices(line, catalog).all.first?.counted.map(\.measure.id) ?? [] : named
    let pairs = measures.flatMap(catalog.notHeld(of:))
    guard !pairs.isEmpty else { return nil }
    let said: Set<String> =
      switch cause {
      case .words: Self.texts(mentions).filter { !Self.isDimension($0, catalog) }
      case .residents: [NotHeldPair.residents]
      case .dimensions(let names): Self.dimensions(names, catalog)
      case .now:
        measures.allSatisfy { catalog.isOutOfDate($0) } ? [NotHeldPair.period] : []
      case .period:
        line.isNew(measures.compactMap(catalog.measure), catalog) ? [NotHeldPair.period] : []
      }
    let fitting = pairs.filter { said.contains($0.beside) }
    guard let found = fitting.first(where: { !$0.instead.isEmpty }) ?? fitting.first,
      let thing = catalog.notHeld(found.thing)
    else { return nil }
    pair = found
    let end = mentions.last?.span.end ?? 0
    words = NotHeldWords(thing, SourceSpan((mentions.first?.span.start ?? 0)..<end))
  }

  /// The line with each of what may be shown instead.
  func shown(insteadOf line: Line, _ catalog: any CatalogReader) -> [Line] {
    guard !pair.instead.isEmpty else { return [] }
    return pair.instead.parts(between: "; ").compactMap { text in
      let parts = text.parts(between: " by ")
      return Mention.Counted(parts[0], note: pair.note, catalog).flatMap {
        line.counting($0, by: parts.count > 1 ? parts[1] : "", insteadOf: pair.measure)
      }
    }
  }

  /// Dimensions by their folded names, and finer ones that are added up to them: what is not held
  /// by citizenship is not held by region.
  private static func dimensions(_ names: [String], _ catalog: any CatalogReader) -> Set<String> {
    let own = Set(names.map { Spelling.key(of: $0) })
    let finer = catalog.dimensions().filter { dimension in
      catalog.dimension(dimension.parent).map { own.contains(Spelling.key(of: $0.name)) } ?? false
    }
    return own.union(finer.map { Spelling.key(of: $0.name) })
  }

  /// The words of the line, one and several together, folded.
  private static func texts(_ mentions: [Mention]) -> Set<String> {
    let keys = mentions.map { Spelling.key(of: $0.text) }
    var texts: Set<String> = []
    for start in keys.indices {
      for end in start..<min(start + most, keys.count) {
        texts.insert(keys[start...end].joined())
      }
    }
    return texts
  }
}

extension Line {
  /// Whether it asks for a time as new as the newest figures, or one that its words do not tell:
  /// what is known not to be held is the newest.
  fileprivate func isNew(_ measures: [Measure], _ catalog: any CatalogReader) -> Bool {
    let held = measures.compactMap { catalog.newestDay(of: $0.id)?.date.year }
    guard let newest = held.max() else { return true }
    return periods.contains { period in
      guard let last = period.kind.lastTerm else {
        if case .yearsAgo = period.kind { return false }
        return true
      }
      return last.lastYear.map { $0 > newest } ?? true
    }
  }
}

extension Line {
  /// Whether it asks for the time that is now: `this year`, `since october`.
  var asksForNow: Bool {
    periods.contains { period in
      switch period.kind {
      case .text(let text): text == "fytd"
      case .newest: period.lead == .since
      case .one, .range, .clause, .yearsAgo: false
      }
    }
  }
}

extension CatalogReader {
  /// The last day of which figures of a measure are held.
  func newestDay(of measure: Int) -> Day? {
    holdings(of: measure).flatMap { runs(of: $0) }.map(\.days.last).max()
  }

  /// Whether the newest figure of a measure is more than a year older than the data.
  fileprivate func isOutOfDate(_ measure: Int) -> Bool {
    guard let published = edition()?.published, let edition = Period(date: published),
      let newest = newestDay(of: measure)
    else { return false }
    return Period(.month, containing: newest).advanced(by: 12).days.last < edition.days.first
  }
}

extension Line.NamedPeriod.Kind {
  /// The last term that it names; `nil` where it names none.
  fileprivate var lastTerm: PeriodTerm? {
    switch self {
    case .one(let term), .range(_, let term): term
    case .clause(let clause as FromClause): clause.last
    case .clause(let clause as VersusClause): clause.lastTerm
    case .clause, .yearsAgo, .text, .newest: nil
    }
  }
}

extension VersusClause {
  fileprivate var lastTerm: PeriodTerm? {
    if case .range(let range) = other { range.last ?? range.first } else { nil }
  }
}

extension PeriodTerm {
  /// The last calendar year that it touches; `nil` where its words do not tell.
  fileprivate var lastYear: Int? {
    switch value {
    case .bareYear(let year): year
    case .period(let period): period.days.last.date.year
    case .part(let part): part.whole.lastYear
    case .administration(let terms): terms.last.map { $0.start.date.year + 4 }
    }
  }
}
