/// The figures of one column: for each row in time, the values of every combination.
struct Frame {
  let chooser: Chooser
  let expression: Expression
  let spans: [Span]
  private(set) var rows: [Row] = []

  struct Row {
    let span: Span
    let sources: Sources
    /// Sums of each figure.
    let cells: [[Sums]]
    /// The months that are held of every figure that could be counted.
    let held: Set<Month>

    var isHeld: Bool { !held.isEmpty }
    /// Neither the data nor the question cut the period.
    var isWhole: Bool { held.count == span.months.count && !span.isCut }
    var isHedged: Bool { cells.joined().contains { $0.values.contains { $0.hedged > 0 } } }
    var isWithheld: Bool { cells.joined().contains { $0.values.contains { $0.withheld > 0 } } }
    var isIncomplete: Bool { sources.joined().contains { !$0.fit.series.isComplete } }
  }

  /// `isCompared` where rows are set beside one another: like with like.
  /// `whole` are the rows that the spans are parts of, in a fold.
  init(
    _ expression: Expression,
    _ spans: [Span],
    of whole: [Span]? = nil,
    isCompared: Bool,
    _ chooser: Chooser
  ) throws {
    self.chooser = chooser
    self.expression = expression
    self.spans = spans
    let held = spans.map { span in
      chooser.figures.indices.map { chooser.held($0, span.months) }
    }
    var sources = chooser.naming(
      try spans.indices.map { try chooser.sources(spans[$0], partOf: whole?[$0]) },
      spans
    )
    chooser.doubtNames(sources, spans)
    if isCompared { sources = chooser.together(sources, spans) ?? sources }
    for (row, span) in spans.enumerated() {
      let shared = held[row].reduce(held[row].first ?? []) { $0.intersection($1) }
      rows.append(
        Row(
          span: span,
          sources: sources[row],
          cells: sources[row].map { $0.map { $0.fit.cells(in: $0.periods) } },
          held: shared
        )
      )
    }
  }

  /// Every combination that a table has a row for.
  var keys: Set<Key> {
    rows.reduce(into: []) { keys, row in
      for sums in row.cells.joined() {
        keys.formUnion(sums.filter { $0.value.known > 0 }.keys)
      }
    }
  }

  /// The parts of the expression in one cell.
  func parts(_ row: Int, _ key: Key) throws -> [Part] {
    try chooser.figures.indices.map { try part($0, row, key) }
  }

  func value(_ row: Int, _ key: Key) throws -> Double? {
    var parts = try parts(row, key)[...]
    return expression.value(&parts).value
  }

  /// Whether the figure is only the least that it can be.
  func isBound(_ row: Int, _ key: Key) -> Bool {
    chooser.figures.indices.contains { figure in
      zip(rows[row].sources[figure], rows[row].cells[figure]).contains { segment, cells in
        guard let cell = cells[key] else { return false }
        let isGapped = segment.fit.series.absent != "zero" && cell.periods < segment.periods.count
        return cell.withheld > 0 || cell.empty > 0 || isGapped
      }
    }
  }

  private func part(_ figure: Int, _ row: Int, _ key: Key) throws -> Part {
    let measure = chooser.figures[figure].measure
    if let existence = chooser.catalogue.existence[measure],
      !existence.overlaps(rows[row].span.months)
    {
      return .nothing
    }
    let segments = rows[row].sources[figure]
    guard !segments.isEmpty else { return .missing }
    var sum = 0.0
    var (isKnown, isMissing, isUnnamed) = (false, false, false)
    for (segment, cells) in zip(segments, rows[row].cells[figure]) {
      if let cell = cells[key] {
        isKnown = isKnown || cell.known > 0
        sum += cell.total
        isMissing = isMissing || cell.known == 0
      } else if !names(segment.fit, key) {
        isUnnamed = true
      } else if segment.fit.series.absent == "zero" {
        if segments.count > 1 { throw Declined("a value without a row in one of several tables") }
        isKnown = true
      } else {
        isMissing = true
      }
    }
    if isUnnamed, isKnown { throw Declined("a value that a part of the row names") }
    return isKnown ? .number(sum) : .missing
  }

  private func names(_ fit: Fit, _ key: Key) -> Bool {
    chooser.breakdown.indices.allSatisfy { fit.names(chooser.member($0, of: key), at: $0) }
  }
}
