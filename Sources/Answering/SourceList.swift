import Catalog
import Planner
import QueryLanguage
import Results

/// The sources of an answer in the order of the periods that they answer, numbered from 1.
struct SourceList {
  private let entries: [Entry]
  private let isOnlyOne: Bool

  private struct Entry {
    let source: Source
    var pieces: Set<Int>
    var figures: Set<Int>
    let label: String
  }

  init(_ plan: QueryPlan, _ catalog: any CatalogReader) {
    var uses: [(source: Int, pieces: Set<Int>, figures: Set<Int>)] = []
    for (index, figure) in plan.figures.enumerated() {
      for segment in figure.segments {
        let source = segment.candidate.dataset.source
        let pieces = Set(segment.uses.map(\.piece))
        if let known = uses.firstIndex(where: { $0.source == source }) {
          uses[known].pieces.formUnion(pieces)
          uses[known].figures.insert(index)
        } else {
          uses.append((source, pieces, [index]))
        }
      }
    }
    uses.sort { ($0.pieces.min() ?? 0, $0.figures.min() ?? 0) < ($1.pieces.min() ?? 0, $1.figures.min() ?? 0) }
    isOnlyOne = uses.count == 1
    entries = uses.compactMap { use in
      catalog.source(use.source).map { source in
        Entry(
          source: source,
          pieces: use.pieces,
          figures: use.figures,
          label: Self.label(use.pieces, use.figures, plan)
        )
      }
    }
  }

  /// The number of a source, 1 for the first.
  func number(of source: Int) -> Int {
    (entries.firstIndex { $0.source.id == source } ?? 0) + 1
  }

  var citations: [Citation] {
    entries.map { entry in
      Citation(
        periods: isOnlyOne ? "" : entry.label,
        text: entry.source.citation,
        url: entry.source.url
      )
    }
  }

  // MARK: Periods

  /// `FY2020–22`, `Oct 2019 – Sep 2021`; with the measures where not all come from the source.
  private static func label(_ pieces: Set<Int>, _ figures: Set<Int>, _ plan: QueryPlan) -> String {
    let periods = runs(of: pieces).map { name(of: $0, plan) }.filter { !$0.isEmpty }
    let listed = periods.count > 3 ? Array(periods.prefix(2)) + ["…"] : periods
    let whose =
      figures.count == plan.figures.count
      ? [] : figures.sorted().map { plan.figures[$0].figure.measure.name }
    return (whose + [listed.joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func runs(of pieces: Set<Int>) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for piece in pieces.sorted() {
      if let last = runs.last, last.upperBound + 1 == piece {
        runs[runs.count - 1] = last.lowerBound...piece
      } else {
        runs.append(piece...piece)
      }
    }
    return runs
  }

  private static func name(of run: ClosedRange<Int>, _ plan: QueryPlan) -> String {
    let first = plan.pieces[run.lowerBound]
    let last = plan.pieces[run.upperBound]
    guard let from = first.period, let to = last.period else {
      return first.days.hull.map(shortDates) ?? ""
    }
    if from == to { return from.label }
    guard from.unit == .fiscalYear else { return "\(from.label) – \(to.label)" }
    let isSameCentury = from.code / 100 == to.code / 100
    let end = isSameCentury ? String(String(to.code).suffix(2)) : String(to.code)
    return "\(from.label)–\(end)"
  }
}

extension Source {
  /// `OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)`
  package var citation: String {
    let named = [short, title, shortPart].filter { !$0.isEmpty }.joined(separator: ", ")
    let date = publishedLabel
    return date.isEmpty ? named : "\(named) (\(date))"
  }

  /// The table inside the publication, where it is named in a few words: `Table 39`.
  private var shortPart: String {
    let words = part.split(separator: " ")
    guard let first = words.first?.lowercased() else { return "" }
    if first.hasPrefix("table") {
      let numbers = words.dropFirst().prefix { $0.contains(where: \.isNumber) || $0 == "and" || $0 == "to" }
      return ([words[0]] + numbers).joined(separator: " ").trimmingCommas
    }
    return ""
  }

  /// `2023-11` as `Nov 2023`.
  private var publishedLabel: String {
    let parts = published.split(separator: "-").compactMap { Int($0) }
    guard parts.count > 1, (1...12).contains(parts[1]) else { return published }
    return "\(monthNames[parts[1] - 1].prefix(3)) \(parts[0])"
  }
}

extension String {
  fileprivate var trimmingCommas: String {
    var text = self
    while text.hasSuffix(",") || text.hasSuffix(";") || text.hasSuffix(":") { text.removeLast() }
    return text
  }
}
