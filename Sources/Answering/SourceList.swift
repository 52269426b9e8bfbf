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
    let label: String
  }

  /// Which rows of which figures a source answers.
  private struct Use {
    let source: Int
    /// For each figure of the plan, the pieces.
    var pieces: [IDSet]
    /// The days that it answers, in no order.
    var days: [DayRange]

    var first: Int { pieces.compactMap(\.elements.first).min() ?? 0 }
  }

  /// `shown` says for each piece whether a row is about it.
  init(_ plan: QueryPlan, _ shown: [Bool], _ catalog: any CatalogReader) {
    var uses: [Use] = []
    for figure in plan.figures.indices {
      for segment in plan.figures[figure].segments {
        let pieces = IDSet(segment.uses.map(\.piece).filter { shown[$0] })
        guard !pieces.isEmpty else { continue }
        let source = segment.candidate.dataset.source
        let known = uses.firstIndex { $0.source == source }
        let index = known ?? uses.count
        if known == nil {
          let none = Array(repeating: IDSet(), count: plan.figures.count)
          uses.append(Use(source: source, pieces: none, days: []))
        }
        uses[index].days += segment.days.ranges
        uses[index].pieces[figure] = uses[index].pieces[figure].union(pieces)
      }
    }
    // In the order of their periods; those that begin together stay in the order of the columns.
    let ordered = uses.indices.sorted { (uses[$0].first, $0) < (uses[$1].first, $1) }
    isOnlyOne = uses.count == 1
    entries = ordered.compactMap { index in
      catalog.source(uses[index].source).map {
        Entry(source: $0, label: Self.label(uses[index], plan))
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

  /// `FY2020–22`, `Oct 2019 – Sep 2021`; figure by figure where they differ:
  /// `removals FY2023–24; encounters FY2018–19`.
  private static func label(_ use: Use, _ plan: QueryPlan) -> String {
    if plan.pieces.count == 1 {
      return DaySet(use.days).ranges.map(shortDates).joined(by: ", ")
    }
    let pieces = use.pieces
    if pieces.allSatisfy({ $0 == pieces[0] }) { return label(pieces[0], plan) }
    var labels: [String] = []
    for index in pieces.indices where !pieces[index].isEmpty {
      let label = "\(plan.label(of: plan.figures[index])) \(label(pieces[index], plan))"
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.joined(by: "; ")
  }

  private static func label(_ pieces: IDSet, _ plan: QueryPlan) -> String {
    let periods = runs(of: pieces).map { name(of: $0, plan) }.filter { !$0.isEmpty }
    return (periods.count > 3 ? Array(periods.prefix(2)) + ["…"] : periods).joined(by: ", ")
  }

  private static func runs(of pieces: IDSet) -> [(first: Int, last: Int)] {
    var runs: [(first: Int, last: Int)] = []
    for piece in pieces.elements {
      if let run = runs.last, run.last + 1 == piece {
        runs[runs.count - 1].last = piece
      } else {
        runs.append((piece, piece))
      }
    }
    return runs
  }

  private static func name(of run: (first: Int, last: Int), _ plan: QueryPlan) -> String {
    let first = plan.pieces[run.first]
    let last = plan.pieces[run.last]
    guard let from = first.period, let to = last.period else {
      return first.days.hull.map(shortDates) ?? ""
    }
    if from == to { return from.label }
    guard from.unit == .fiscalYear || from.unit == .calendarYear else {
      return "\(from.label) – \(to.label)"
    }
    let isSameCentury = from.code / 100 == to.code / 100
    let end = isSameCentury ? String(String(to.code).suffix(2)) : String(to.code)
    return "\(from.label)–\(end)"
  }
}

extension Source {
  /// `OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)`
  package var citation: String {
    let trusted = isSecondary ? "secondary source" : ""
    let named = [short, title, shortPart, trusted].filter { !$0.isEmpty }.joined(by: ", ")
    let date = publishedLabel
    return date.isEmpty ? named : "\(named) (\(date))"
  }

  /// The table inside the publication, where it is named in a few words: `Table 39`, `tables 17 and 19`.
  private var shortPart: String {
    var end = part.startIndex
    var isFirst = true
    for word in part.words {
      let isNamed =
        isFirst ? word.hasPrefix("Table") || word.hasPrefix("table") : word.isNumberOrJoin
      guard isNamed else { break }
      end = word.endIndex
      isFirst = false
    }
    return String(part[..<end]).trimmingSigns
  }

  /// `2023-11` as `Nov 2023`.
  private var publishedLabel: String {
    let parts = published.split(separator: "-").compactMap { Int($0) }
    guard parts.count > 1, (1...12).contains(parts[1]) else { return published }
    return "\(monthNames[parts[1] - 1].prefix(3)) \(parts[0])"
  }
}

extension String {
  /// The words between spaces.
  fileprivate var words: [Substring] { split { $0 == " " } }

  /// Without commas and colons at the end.
  fileprivate var trimmingSigns: String {
    var text = self
    while let last = text.utf8.last,
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(last)
    {
      text.removeLast()
    }
    return text
  }
}

extension Substring {
  /// Whether a word belongs to a list of table numbers: `39`, `17,`, `and`.
  fileprivate var isNumberOrJoin: Bool {
    self == "and" || self == "to" || utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }
}
