import Catalog
import Planner
import QueryLanguage
import Results

/// The sources of an answer in the order of the periods that they answer, numbered from 1.
struct SourceList {
  private let entries: [Entry]

  private struct Entry {
    let source: Source
    /// The periods that it answers; empty where it is the only one.
    let label: String
  }

  /// One figure in the rows of one frame.
  fileprivate struct Track {
    let frame: Frame
    let figure: Int
    let shown: [Bool]
  }

  /// Which rows of which figures a source answers.
  private struct Use {
    let source: Int
    /// For each track, the indices of the pieces.
    var pieces: [IDSet]
    /// The days that it answers, unordered.
    var days: [DayRange]

    /// Its first use: rows of the answer come before those that they are compared with.
    var first: (Int, Int) {
      let rows = pieces.enumerated().compactMap { track, own in
        own.elements.first.map { (track, $0) }
      }
      return rows.min { $0.1 < $1.1 }.map { ($0.1, $0.0) } ?? (0, 0)
    }
  }

  /// `shown` says for each piece whether a row is about it.
  init(_ plan: QueryPlan, _ shown: [Bool], _ catalog: any CatalogReader) {
    let references = plan.references.map { reference in
      (reference.frame, reference.frame.pieces.indices.map { isUsed($0, reference, shown) })
    }
    let tracks = ([(plan.main, shown)] + references).flatMap { frame, shown in
      frame.figures.indices.map { Track(frame: frame, figure: $0, shown: shown) }
    }
    var uses: [Use] = []
    for (index, track) in tracks.enumerated() {
      for (segment, own) in track.frame.figures[track.figure].segments.enumerated() {
        let pieces = track.pieces(of: segment)
        guard !pieces.isEmpty else { continue }
        let source = own.candidate.dataset.source
        let known = uses.firstIndex { $0.source == source }
        let use = known ?? uses.count
        if known == nil {
          let none = Array(repeating: IDSet(), count: tracks.count)
          uses.append(Use(source: source, pieces: none, days: []))
        }
        uses[use].days += own.days.ranges
        uses[use].pieces[index] = uses[use].pieces[index].union(pieces)
      }
    }
    // In the order of their periods; those that begin together stay in the order of the columns.
    // With `by source`, in the order of the rows.
    let bySource = plan.query.keys.contains(.source) ? plan.sourcesInOrder : []
    let ordered = uses.indices.sorted { a, b in
      let places = [a, b].map { bySource.firstIndex(of: uses[$0].source) ?? 0 }
      return (places[0], uses[a].first.0, a) < (places[1], uses[b].first.0, b)
    }
    // Of an only source nobody asks which periods it answers.
    let isOnlyOne = uses.count == 1
    entries = ordered.compactMap { index in
      catalog.source(uses[index].source).map {
        Entry(source: $0, label: isOnlyOne ? "" : Self.label(uses[index], tracks, plan))
      }
    }
  }

  /// The source as a row names it.
  func mark(of source: Int) -> SourceMark {
    let key = entries.first { $0.source.id == source }?.source.key ?? ""
    return SourceMark(number: number(of: source), key: key)
  }

  /// The number of a source, 1 for the first.
  func number(of source: Int) -> Int {
    (entries.firstIndex { $0.source.id == source } ?? 0) + 1
  }

  var citations: [Citation] {
    entries.map { entry in
      var citation = Citation(
        periods: entry.label,
        text: entry.source.citation,
        url: entry.source.url,
        key: entry.source.key
      )
      citation.publisher = entry.source.publisher
      citation.title = entry.source.title
      citation.table = entry.source.part
      citation.published = entry.source.published
      return citation
    }
  }

  // MARK: Periods

  /// `FY2020–22`, `Oct 2019 – Sep 2021`; figure by figure where they differ:
  /// `removals FY2023–24; encounters FY2018–19`.
  private static func label(_ use: Use, _ tracks: [Track], _ plan: QueryPlan) -> String {
    if plan.pieces.count == 1, plan.references.isEmpty {
      return DaySet(use.days).ranges.map(shortDates).joined(by: ", ")
    }
    let isOfEvery = plan.figures.indices.allSatisfy { figure in
      let own = { (figure: Int) in
        zip(tracks, use.pieces).filter { $0.0.figure == figure }.map(\.1)
      }
      return own(figure) == own(0)
    }
    let days = DaySet(use.days)
    guard !isOfEvery else { return label(zip(tracks, use.pieces).map { ($0, $1) }, days) }
    var labels: [String] = []
    for figure in plan.figures.indices {
      let own = zip(tracks, use.pieces).filter { $0.0.figure == figure && !$0.1.isEmpty }
      guard !own.isEmpty else { continue }
      let text = "\(plan.label(of: plan.figures[figure])) \(label(own.map { ($0, $1) }, days))"
      if !labels.contains(text) { labels.append(text) }
    }
    return labels.joined(by: "; ")
  }

  /// The periods of a figure in all frames: rows and what they are compared with are one list.
  private static func label(_ own: [(track: Track, pieces: IDSet)], _ days: DaySet) -> String {
    let periods = own.flatMap { track, pieces in
      pieces.elements.compactMap { track.frame.pieces[$0].period }
    }
    guard own.count > 1, let unit = periods.first?.unit,
      periods.allSatisfy({ $0.unit == unit })
    else {
      return own.filter { !$0.pieces.isEmpty }.map { label($0.pieces, $0.track.frame, days) }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(by: ", ")
    }
    var runs: [(first: Period, last: Period)] = []
    for period in periods.sorted() where runs.last?.last != period {
      if let last = runs.last, last.last.next == period {
        runs[runs.count - 1].last = period
      } else {
        runs.append((period, period))
      }
    }
    return runs.map { name(from: $0.first, to: $0.last) }.joined(by: ", ")
  }

  /// Rows of one kind by their names; spans, which overlap, and periods of several units by the
  /// days that the source answers of them.
  private static func label(_ pieces: IDSet, _ frame: Frame, _ days: DaySet) -> String {
    let rows = pieces.elements.map { frame.pieces[$0] }
    let unit = rows.first?.period?.unit
    let isOfOneUnit = unit != nil && rows.allSatisfy { $0.period?.unit == unit }
    guard isOfOneUnit || rows.allSatisfy({ $0.administration != nil })
    else {
      return DaySet(rows.flatMap(\.days.ranges)).intersection(days).ranges.map(shortDates)
        .joined(by: ", ")
    }
    let periods = runs(of: pieces).map { name(of: $0, frame) }.filter { !$0.isEmpty }
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

  private static func name(of run: (first: Int, last: Int), _ frame: Frame) -> String {
    let first = frame.pieces[run.first]
    let last = frame.pieces[run.last]
    guard let from = first.period, let to = last.period else {
      let from = first.administration?.name ?? first.days.hull.map(shortDates) ?? ""
      let to = last.administration?.name ?? ""
      return run.first == run.last || to.isEmpty ? from : "\(from) – \(to)"
    }
    return name(from: from, to: to)
  }

  private static func name(from: Period, to: Period) -> String {
    if from == to { return from.label }
    guard from.unit == .fiscalYear || from.unit == .calendarYear else {
      return "\(from.label) – \(to.label)"
    }
    let isSameCentury = from.code / 100 == to.code / 100
    let end = isSameCentury ? String(String(to.code).suffix(2)) : String(to.code)
    return "\(from.label)–\(end)"
  }
}

/// Whether a period that rows are compared with belongs to a row that is shown.
func isUsed(_ piece: Int, _ reference: Reference, _ shown: [Bool]) -> Bool {
  switch reference.kind {
  case .yearBefore, .versus: shown.indices.contains(piece) && shown[piece]
  case .index: true
  }
}

extension SourceList.Track {
  /// The rows that a segment of the figure answers.
  fileprivate func pieces(of segment: Int) -> IDSet {
    IDSet(
      shown.indices.filter { shown[$0] && frame.figures[figure].rows[$0].sources.contains(segment) }
    )
  }
}
