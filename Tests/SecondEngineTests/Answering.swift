/// Answers a question by the rules of the language, over the published tables alone.
struct Answering {
  let question: Question
  let catalogue: Catalogue
  private(set) var doubts: Set<String> = []

  init(_ question: Question, in catalogue: Catalogue) {
    self.question = question
    self.catalogue = catalogue
  }

  /// A column's figures, by row and combination.
  struct Column {
    let name: String
    let frame: Frame
    /// Rows of the question; what is after them is only compared with.
    let count: Int
    var values: [[Key: Double]] = []
    var adds = true

    /// Whether a table has a row for this combination.
    func shows(_ row: Int, _ key: Key) -> Bool {
      guard frame.rows.count >= count, values.count >= frame.rows.count else { return true }
      return frame.rows[row].cells.joined().contains { ($0[key]?.known ?? 0) > 0 }
    }

    func value(_ row: Int, _ key: Key) -> Double? {
      values.indices.contains(row) ? values[row][key] : nil
    }
  }

  mutating func outcome() throws -> Outcome {
    let spans = rows
    guard !spans.isEmpty else { throw Declined("no rows") }
    let compared = (spans + references(spans)).map(\.months)
    if hasComparison, compared.contains(where: { $0.overlaps(FiscalCalendar.fiscalYear(1976)) }) {
      throw Declined("the year of fifteen months")
    }
    let figures = question.columns.flatMap(\.expression.figures).map {
      $0.adding(question.condition)
    }
    guard !figures.contains(where: { $0.condition.isImpossible(in: catalogue) }) else {
      return .refusal("nothing can be both")
    }
    let columns = try question.columns.map { try column($0, spans) }
    let isFigure = columns.contains { column in
      column.values.prefix(column.count).contains { !$0.isEmpty }
    }
    guard isFigure else {
      if columns.contains(where: { $0.frame.rows.contains(where: \.isHeld) }) {
        throw Declined("held, but not a figure")
      }
      return .refusal("nothing is held")
    }
    if needsWhole {
      if columns.contains(where: { $0.frame.rows.contains(where: \.isIncomplete) }) {
        return .refusal("an incomplete table has no total")
      }
      if columns.contains(where: { $0.frame.rows.contains(where: \.isWithheld) }) {
        throw Declined("a total with withheld cells")
      }
    }
    if question.versus != nil {
      guard let answer = try versus(columns) else { return .refusal("unequal months") }
      return .answer(answer)
    }
    return .answer(try answer(columns))
  }

  private var needsWhole: Bool {
    question.extras.contains { [.share, .total, .others].contains($0) }
  }

  private var hasComparison: Bool {
    question.versus != nil || question.extras.contains(where: \.isComparison) || question.per != nil
  }

  // MARK: Rows in time

  private var rows: [Span] { Self.spans(question.time, question.months, question.isYearToDate) }

  static func spans(_ unit: TimeUnit?, _ months: Months, _ isYearToDate: Bool) -> [Span] {
    guard let unit else { return [Span(name: "", months: months)] }
    let spans = unit.spans(in: months)
    guard isYearToDate, let last = spans.last?.months else { return spans }
    return spans.map { span in
      let first = span.months.lowerBound
      return Span(name: span.name, months: first...first + last.count - 1, isCut: true)
    }
  }

  // MARK: Columns

  private mutating func column(_ column: Question.Column, _ spans: [Span]) throws -> Column {
    let expression = column.expression.map { $0.adding(question.condition) }
    let chooser = try Chooser(
      expression.figures,
      by: question.by,
      asOf: question.asOf,
      in: catalogue
    )
    defer { doubts.formUnion(chooser.doubts) }
    if let fold = column.fold {
      let values = try folded(fold, expression, spans, chooser)
      return Column(
        name: column.name,
        frame: values.0,
        count: spans.count,
        values: values.1,
        adds: false
      )
    }
    let references = references(spans)
    let all = spans + references
    // Years to date are beside one another to be compared.
    let isCompared =
      question.versus != nil || question.extras.contains(where: \.isComparison)
      || question.isYearToDate && question.time == .fy
    let frame = try Frame(expression, all, isCompared: isCompared, chooser)
    var keys = frame.keys
    if case .ratio = expression, frame.rows.contains(where: \.isWithheld) {
      throw Declined("a ratio of bounds")
    }
    if hasComparison || column.adds == false, frame.rows.contains(where: \.isHedged) {
      throw Declined("hedged figures compared")
    }
    if question.isAcross {
      let values = Set(keys.map { $0 & 1023 })
      keys = Set(Set(keys.map { $0 >> 10 }).flatMap { row in values.map { row << 10 | $0 } })
    }
    guard keys.count * all.count <= 1200 else { throw Declined("a long answer") }
    var values: [[Key: Double]] = []
    for row in all.indices {
      values.append([:])
      for key in keys { values[row][key] = try frame.value(row, key) }
      if keys.isEmpty, question.by.isEmpty { values[row][0] = try frame.value(row, 0) }
    }
    return Column(
      name: column.name,
      frame: frame,
      count: spans.count,
      values: values,
      adds: column.adds
    )
  }

  /// Periods outside of the question that its rows are compared with.
  private func references(_ spans: [Span]) -> [Span] {
    var wanted: [Span] = []
    if let versus = question.versus {
      wanted = Self.spans(question.time, versus.months, false)
        .map { Span(name: "vs " + $0.name, months: $0.months, isCut: $0.isCut) }
    }
    guard let unit = question.time else { return wanted }
    for extra in question.extras {
      switch extra {
      case .yoy:
        wanted += spans.compactMap { $0.isCut ? nil : Self.yearBefore($0, unit) }
      case .rolling(let count):
        guard let first = spans.first, !first.isCut else { break }
        wanted += Self.before(first, unit, count - 1)
      case .index(let name, let months):
        wanted.append(unit.spans(in: months).first ?? Span(name: name, months: months))
      default: break
      }
    }
    var seen = Set(spans)
    return wanted.filter { seen.insert($0).inserted }
  }

  static func yearBefore(_ span: Span, _ unit: TimeUnit) -> Span? {
    switch unit {
    case .fy:
      Int(span.name).map { Span(name: String($0 - 1), months: FiscalCalendar.fiscalYear($0 - 1)) }
    default:
      unit.spans(in: span.months.lowerBound - 12...span.months.upperBound - 12).first
    }
  }

  static func before(_ span: Span, _ unit: TimeUnit, _ count: Int) -> [Span] {
    guard count > 0 else { return [] }
    let reach = (unit == .month ? 1 : unit == .quarter ? 3 : 12) * count
    let first = span.months.lowerBound
    return unit.spans(in: first - reach...first - 1)
  }

  // MARK: Folds

  private func folded(
    _ fold: Question.Fold,
    _ expression: Expression,
    _ spans: [Span],
    _ chooser: Chooser
  ) throws -> (Frame, [[Key: Double]]) {
    let finer = spans.map { fold.unit.spans(in: $0.months) }
    let frame = try Frame(
      expression,
      finer.flatMap { $0 },
      of: zip(spans, finer).flatMap { row, parts in parts.map { _ in row } },
      isCompared: false,
      chooser
    )
    let keys = question.by.isEmpty ? [0] : frame.keys
    var values: [[Key: Double]] = []
    var first = 0
    for parts in finer {
      let rows = (first..<first + parts.count)
      first += parts.count
      let held = rows.filter { frame.rows[$0].isHeld }
      if let low = held.first, let high = held.last, held.count <= high - low {
        throw Declined("a fold over a gap")
      }
      let counted = held.filter { frame.rows[$0].isWhole || fold.kind == "max" }
      values.append([:])
      for key in keys {
        let figures = try counted.map { try frame.value($0, key) }
        values[values.count - 1][key] = Self.fold(fold.kind, figures)
      }
    }
    return (frame, values)
  }

  private static func fold(_ kind: String, _ figures: [Double?]) -> Double? {
    let known = figures.compactMap(\.self).sorted()
    guard !known.isEmpty, kind == "max" || known.count == figures.count else { return nil }
    switch kind {
    case "max": return known.last
    case "min": return known.first
    case "average": return known.reduce(0, +) / Double(known.count)
    default: return (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    }
  }
}
