import Foundation
import Testing

/// A statement to check, and the figures that settle it, computed from the published tables by plain SQL.
///
/// The SQL gives a row a period, in order: the one after `since`, those compared, the subject. Beside
/// `value`, which is `NULL` where nothing is held, it may give `period`, `slack` (how far the truth can
/// lie from a rounded figure) and `is_floor` (months are missing, or the figure was stated as a least).
struct CheckOracle: Sendable, CustomTestStringConvertible {
  let statement: String
  let judgement: Judgement
  let sql: String
  /// The same figures by calendar year, where the statement has a bare year.
  var calendar: String?
  /// The figure of each period from the best table for it, where `sql` has those of one publication.
  var apart: String?

  init(
    _ statement: String,
    _ judgement: Judgement,
    _ sql: String,
    calendar: String? = nil,
    apart: String? = nil
  ) {
    self.statement = statement
    self.judgement = judgement
    self.sql = sql
    self.calendar = calendar
    self.apart = apart
  }

  var testDescription: String { statement }

  func check() throws {
    let own = try CheckEvidence(rows: Seed.shared.get().rows(sql), for: judgement)
    let other = try (calendar ?? apart).map {
      try CheckEvidence(rows: Seed.shared.get().rows($0), for: judgement)
    }
    let row = try CheckRow(of: statement)
    #expect(row.statement == statement)
    let verdict = try self.verdict(of: own, beside: other, in: row)
    #expect(row.verdict == verdict, "\(own)")
    // Where one reading is close and the other fails, the numbers are those of the close one.
    let isOther = verdict == "close" && judgement.verdict(own) != "close"
    let evidence = isOther ? other ?? own : own
    #expect(row.value.isNear(evidence.value), "the value is \(row.value ?? .nan)")
    guard evidence.value != nil else { return }
    #expect(row.compared.count == evidence.compared.count)
    for (figure, expected) in zip(row.compared, evidence.compared) {
      #expect(figure.agrees(with: expected), "\(figure) is not \(expected)")
    }
    for (figure, expected) in zip(row.leftOut, evidence.leftOut) {
      #expect(figure.agrees(with: expected), "\(figure) is not \(expected)")
    }
    #expect(row.leftOut.count == evidence.leftOut.count)
    #expect(row.margin.map(abs).isNear(judgement.margin(evidence)), "margin \(row.margin ?? .nan)")
    let span = judgement.subject(evidence)
    #expect((row.low ?? -.infinity).isNear(span.low), "not at least \(span.low)")
    #expect((row.high ?? .infinity).isNear(span.high), "not at most \(span.high)")
  }

  /// The verdict of the fiscal years and of one publication, or `depends` where the calendar years or the best
  /// figure of each period contradict it.
  private func verdict(
    of evidence: CheckEvidence,
    beside other: CheckEvidence?,
    in row: CheckRow
  ) throws -> String {
    let verdict = judgement.verdict(evidence)
    guard let other else { return verdict }
    let otherVerdict = judgement.verdict(other)
    let isContradicted = Set([verdict, otherVerdict]) == ["holds", "fails"]
    let isNearer = verdict == "fails" && otherVerdict == "close"
    // A bare year is always read both ways; another table is told where it matters.
    if calendar == nil, !isContradicted, !isNearer {
      #expect(row.readings.isEmpty)
      return verdict
    }
    #expect(row.readings.map(\.verdict) == [verdict, otherVerdict])
    #expect(row.readings.first?.value.isNear(evidence.value) == true)
    #expect(row.readings.last?.value.isNear(other.value) == true)
    // A long number that a reading meets exactly tells which one was meant.
    if case .equals(let said) = judgement, said >= 1000, isContradicted { return "holds" }
    if [verdict, otherVerdict].contains("close") { return "close" }
    return isContradicted ? "depends" : verdict
  }
}

/// The figures of an oracle, each with what it can be.
struct CheckEvidence: CustomStringConvertible {
  struct Figure: CustomStringConvertible {
    let period: String?
    let value: Double?
    let span: Span

    init(_ row: Row) {
      period = row.cells["period"].map(\.description)
      value = row.number("value")
      guard let value else {
        span = Span(low: -.infinity, high: .infinity)
        return
      }
      let slack = row.number("slack") ?? 0
      let isFloor = row.number("is_floor") == 1
      span = Span(low: value - slack, high: isFloor ? .infinity : value + slack)
    }

    var description: String { "\(period ?? "") \(value ?? .nan)" }
  }

  let subject: Figure
  /// Every period before the subject, whether held or not; the first is the one after `since`.
  let earlier: [Figure]
  /// What is shown of the subject: its figure, or how it differs from the earlier one.
  let value: Double?

  private let isChange: Bool

  init(rows: [Row], for judgement: Judgement) throws {
    let figures = rows.map(Figure.init)
    subject = try #require(figures.last, "the oracle is empty")
    earlier = Array(figures.dropLast())
    value = judgement.value(of: subject.value, after: earlier.last?.value)
    isChange = judgement.isChange
  }

  /// The figure of the subject, unless only a part of it was published.
  var published: Double? { subject.span.high == .infinity ? nil : subject.value }

  /// The periods between the one after `since` and the subject; none before the series begins.
  var compared: [Figure] {
    if isChange { return earlier }
    let between = earlier.dropFirst()
    guard earlier.first?.value == nil else { return Array(between) }
    return Array(between.drop { $0.value == nil })
  }

  /// The period after `since`, where it is held.
  var leftOut: [Figure] { isChange ? [] : earlier.prefix(1).filter { $0.value != nil } }

  var description: String { "\(earlier) \(subject)" }
}

/// What a figure can be, both ends included.
struct Span {
  let low: Double
  let high: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  init(_ value: Double) { self.init(low: value, high: value) }

  /// Whether it is larger whatever both are; `nil` where it depends.
  func exceeds(_ other: Span) -> Bool? {
    low > other.high ? true : high <= other.low ? false : nil
  }

  /// Whether it lies between two numbers whatever it is; `nil` where only a part does.
  func isWithin(_ least: Double, _ most: Double) -> Bool? {
    low >= least && high <= most ? true : high < least || low > most ? false : nil
  }

  func map(_ transform: (Double) -> Double) -> Span {
    Span(low: transform(low), high: transform(high))
  }
}

/// What a statement says of its subject.
enum Judgement: Sendable {
  case highest, lowest
  case firstAbove(Double), firstBelow(Double), firstRise, firstFall
  case equals(Double), above(Double), atLeast(Double), below(Double), atMost(Double)
  /// Equal when rounded to so many decimals, halves away from zero.
  case rounds(to: Double, places: Int)
  case about(Double, within: Double)
  case nearly(Double)
  case rose, fell, doubled
  case changed(by: Double)
  case changedPercent(Double, places: Int)
  indirect case not(Judgement)

  func verdict(_ evidence: CheckEvidence) -> String {
    guard evidence.value != nil else { return "no data" }
    if holds(evidence) != true, isClose(evidence) { return "close" }
    return holds(evidence).map { $0 ? "holds" : "fails" } ?? "undecided"
  }

  /// Whether the statement is true of everything that the figures can be; `nil` where only of some.
  private func holds(_ evidence: CheckEvidence) -> Bool? {
    let subject = subject(evidence)
    let earlier = evidence.earlier.map(\.span)
    let compared = earlier.dropFirst()
    let rises = zip(earlier.dropFirst() + [subject], earlier)
    return switch self {
    case .highest: all(compared.map { subject.exceeds($0) })
    case .lowest: all(compared.map { $0.exceeds(subject) })
    case .firstAbove(let value): first((compared + [subject]).map { $0.exceeds(Span(value)) })
    case .firstBelow(let value): first((compared + [subject]).map { Span(value).exceeds($0) })
    case .firstRise: first(rises.map { $0.exceeds($1) })
    case .firstFall: first(rises.map { $1.exceeds($0) })
    case .equals(let value): value == evidence.published ? true : subject.isWithin(value, value)
    case .changed(let value): subject.isWithin(value, value)
    case .rounds(let value, let places), .changedPercent(let value, let places):
      subject.map { $0.rounded(to: places) }.isWithin(value, value)
    case .above(let value): subject.exceeds(Span(value))
    case .atMost(let value): subject.exceeds(Span(value)).map(!)
    case .below(let value): Span(value).exceeds(subject)
    case .atLeast(let value): Span(value).exceeds(subject).map(!)
    case .about(let value, let reach): subject.isWithin(value - reach, value + reach)
    case .nearly(let value): subject.isWithin(Self.least(nearly: value), value)
    case .rose: subject.exceeds(Span(0))
    case .fell: Span(0).exceeds(subject)
    case .doubled: Span(2).exceeds(subject).map(!)
    case .not(let judgement): judgement.holds(evidence).map(!)
    }
  }

  /// Whether everything that the figure can be is as stated, or nearly.
  private func isClose(_ evidence: CheckEvidence) -> Bool {
    let span = subject(evidence)
    guard let said = saidNumber, span.low.isFinite, span.high.isFinite,
      evidence.value == evidence.subject.value ? evidence.published != nil : true
    else { return false }
    return [span.low, span.high].allSatisfy { value in
      isAllowed(value) || said * value > 0 && abs(said - value) <= width(of: value) + 1e-9
    }
  }

  /// One percent of the figure; of a percentage one point, below ten percent a tenth of it, above a
  /// hundred one percent; of what is to be doubled a twentieth of two.
  private func width(of value: Double) -> Double {
    let percent =
      switch self {
      case .changedPercent: abs(value)
      // A part of a whole.
      case .rounds(let said, _) where said <= 1: 100 * abs(value)
      default: 0.0
      }
    if case .doubled = self { return value < 2 ? 0.1 : 0 }
    guard percent > 0 else { return abs(value) / 100 }
    let points = percent < 10 ? percent / 10 : percent <= 100 ? 1 : percent / 100
    if case .rounds = self { return points / 100 }
    return points
  }

  private func isAllowed(_ value: Double) -> Bool {
    switch self {
    case .equals(let said), .changed(let said): value == said
    case .above(let said): value > said
    case .atLeast(let said): value >= said
    case .below(let said): value < said
    case .atMost(let said): value <= said
    case .rounds(let said, let places), .changedPercent(let said, let places):
      value.rounded(to: places) == said
    case .about(let said, let reach): abs(value - said) <= reach
    case .nearly(let said): value <= said && value >= Self.least(nearly: said)
    case .doubled: value >= 2
    default: false
    }
  }

  /// The number stated, where a figure can be close to it.
  private var saidNumber: Double? {
    switch self {
    case .equals(let said), .changed(let said), .above(let said), .atLeast(let said),
      .below(let said), .atMost(let said), .rounds(let said, _), .changedPercent(let said, _),
      .about(let said, _), .nearly(let said):
      said
    case .doubled: 2
    case .highest, .lowest, .firstAbove, .firstBelow, .firstRise, .firstFall, .rose, .fell, .not:
      nil
    }
  }

  /// One unit of the last digit that is not zero below a number, at most a tenth of it.
  private static func least(nearly said: Double) -> Double {
    var unit = 1.0
    while said.truncatingRemainder(dividingBy: unit * 10) == 0 { unit *= 10 }
    return said - min(unit, said / 10)
  }

  /// Only the last of several tests is passed.
  private func first(_ tests: [Bool?]) -> Bool? {
    all(tests.dropLast().map { $0.map(!) } + tests.suffix(1))
  }

  private func all(_ tests: [Bool?]) -> Bool? {
    tests.contains(false) ? false : tests.contains(nil) ? nil : true
  }

  var isChange: Bool {
    switch self {
    case .rose, .fell, .doubled, .changed, .changedPercent: true
    case .not(let judgement): judgement.isChange
    case .highest, .lowest, .firstAbove, .firstBelow, .firstRise, .firstFall, .equals, .above,
      .atLeast, .below, .atMost, .rounds, .about, .nearly:
      false
    }
  }

  /// The subject's figure, or its change from the earlier one: in units, in percent, or as their ratio.
  func value(of subject: Double?, after earlier: Double?) -> Double? {
    guard isChange else { return subject }
    guard let subject, let earlier else { return nil }
    return switch self {
    case .changedPercent: (subject - earlier) / earlier * 100
    case .doubled: subject / earlier
    default: subject - earlier
    }
  }

  func subject(_ evidence: CheckEvidence) -> Span {
    let subject = evidence.subject.span
    guard isChange, let earlier = evidence.earlier.last?.span else { return subject }
    return Span(
      low: value(of: subject.low, after: earlier.high) ?? -.infinity,
      high: value(of: subject.high, after: earlier.low) ?? .infinity
    )
  }

  /// How far the subject is from the next of those compared, from the one before it, or from what is said.
  func margin(_ evidence: CheckEvidence) -> Double? {
    guard let value = evidence.value, let other = other(evidence), !isContradicted(evidence) else {
      return nil
    }
    return abs(value - other)
  }

  /// Whether an earlier rise or fall is shown in the place of the period before, from which there is a margin.
  private func isContradicted(_ evidence: CheckEvidence) -> Bool {
    let moves = zip(evidence.earlier, evidence.earlier.dropFirst()).compactMap { earlier, later in
      later.value.flatMap { value in earlier.value.map { value - $0 } }
    }
    return switch self {
    case .firstRise: moves.contains { $0 > 0 }
    case .firstFall: moves.contains { $0 < 0 }
    default: false
    }
  }

  private func other(_ evidence: CheckEvidence) -> Double? {
    let compared = evidence.compared.compactMap(\.value)
    return switch self {
    case .highest: compared.max()
    case .lowest: compared.min()
    case .firstRise, .firstFall: evidence.earlier.last?.value
    case .firstAbove(let said), .firstBelow(let said), .equals(let said), .above(let said),
      .atLeast(let said), .below(let said), .atMost(let said), .rounds(let said, _),
      .about(let said, _), .nearly(let said), .changed(let said), .changedPercent(let said, _):
      said
    case .rose, .fell, .doubled: nil
    case .not(let judgement): judgement.other(evidence)
    }
  }
}

/// The one row that a check answers with.
struct CheckRow: Decodable {
  struct Figure: Decodable, CustomStringConvertible {
    let period: Label
    let value: Double?

    /// Whether it is the figure that was expected; how a span of months is spelled is left open.
    func agrees(with expected: CheckEvidence.Figure) -> Bool {
      (expected.period == nil || expected.period == period.text) && value.isNear(expected.value)
    }

    var description: String { "\(period.text) \(value ?? .nan)" }
  }

  struct Reading: Decodable {
    let verdict: String
    let value: Double?
  }

  /// A period: a whole number for a year, else text.
  struct Label: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = try (try? container.decode(Int.self)).map(String.init) ?? container.decode(String.self)
    }
  }

  let statement: String
  let verdict: String
  let value: Double?
  let low: Double?
  let high: Double?
  let compared: [Figure]
  let margin: Double?
  let leftOut: [Figure]
  let readings: [Reading]

  init(of statement: String) throws {
    let (answer, complaint) = try Tally.reply(to: "check \(statement) | json")
    guard complaint.isEmpty else { throw Refused(description: complaint) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try #require(try decoder.decode([CheckRow].self, from: Data(answer.utf8)).first)
  }
}

extension Row {
  func number(_ column: String) -> Double? {
    guard case .number(let number) = cells[column] else { return nil }
    return number
  }
}

extension Double {
  /// The nearest number of so many decimals, halves away from zero.
  fileprivate func rounded(to places: Int) -> Double {
    let scale = pow(10, Double(places))
    return (self * scale).rounded() / scale
  }

  /// Whether both are the same but for the noise of computing them in two ways.
  fileprivate func isNear(_ other: Double) -> Bool {
    guard isFinite, other.isFinite else { return self == other }
    return abs(self - other) <= Swift.max(abs(self), abs(other), 1) * 1e-9
  }
}

extension Double? {
  fileprivate func isNear(_ other: Double?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.isNear(other)
  }
}
