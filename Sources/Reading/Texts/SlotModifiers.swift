import Catalog
import QueryLanguage

/// Words that make another judgment of a number or a change: `every month`, `for the third straight
/// month`, `for the first time`.
struct SlotModifiers {
  /// Every period of a unit in a span; `isNone` where no one is so.
  var every: (unit: TimeUnit, isNone: Bool)?
  /// How many periods in a row.
  var run: StatedRun?
  /// Whether it was never so before.
  var isFirst = false
  /// The unit of the periods that are compared: `than in any fiscal year`.
  var unit: TimeUnit?
  /// The dimension among whose values a place is told.
  var dimension: Int?
  /// A mean over periods: `on average 75,000 a year`; `unit` where the periods are named.
  var mean: (function: String, unit: TimeUnit?)?
  /// Whether a word of these was found without what it needs.
  var isBroken = false

  var isEmpty: Bool { every == nil && run == nil && !isFirst }

  /// Periods one after another.
  struct StatedRun {
    let count: Int
    let unit: TimeUnit
    /// Whether exactly so many are told: `for the fifth straight month`.
    let isExact: Bool

    /// As the language writes it.
    var clause: String {
      isExact
        ? "for the \(OrdinalText.text(of: count)) straight \(unit.keyword)"
        : "\(count) \(unit.keyword)s in a row"
    }
  }

  init() {}

  /// By the marks of a window.
  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) {
    mean = Self.mean(window, tokens, marks)
    for place in window.marks {
      guard let mention = marks[place].mention else { continue }
      if let word = mention.word(.every) {
        let parts = word.means.split(separator: " ")
        every = parts.first.flatMap { TimeUnit(rawValue: String($0)) }.map {
          ($0, isNone: parts.count > 1)
        }
      }
      if mention.has(.firstly) { isFirst = true }
      if mention.has(.run) {
        run = Self.run(around: place, marks, lexicon)
        isBroken = isBroken || run == nil && Self.isCounted(place, marks)
      }
      if mention.has(.anyOther), let next = marks[safe: place + 1]?.mention?.key {
        unit = TimeUnit(rawValue: next)
        if unit == nil { dimension = lexicon.dimension(named: next) }
      }
    }
  }

  /// `on average some 75,000 people a year`, `a median of 70,000 a year`.
  private static func mean(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark])
    -> (function: String, unit: TimeUnit?)?
  {
    guard window.anchor.isValue,
      let word = window.marks.lazy.compactMap({ marks[$0].mention?.word(.average) }).first
    else { return nil }
    let end = window.anchor.tokens.upperBound
    let unit = window.marks.lazy.compactMap { place -> TimeUnit? in
      let own = marks[place]
      let first = own.tokens.lowerBound
      guard first >= end, first - end <= 6, let key = own.mention?.key,
        ["a", "per", "each", "every"].contains(tokens[first].lower)
          || ["a", "per", "each", "every"].contains(tokens[first - 1].lower)
      else { return nil }
      return TimeUnit(rawValue: key)
    }.first
    return (word.means == "median" ? "median" : "average", unit)
  }

  /// Whether periods or times are counted before such words, and no other thing is meant: `the year
  /// now running`.
  private static func isCounted(_ place: Int, _ marks: [TextMark]) -> Bool {
    [place - 1, place + 1].contains { near in
      guard let mark = marks[safe: near] else { return false }
      let isNear =
        abs(mark.tokens.lowerBound - marks[place].tokens.upperBound) <= 1
        || marks[place].tokens.lowerBound - mark.tokens.upperBound == 0
      return isNear
        && (mark.mention?.key != nil || mark.number != nil || mark.has(.ordinal)
          || mark.has(.kind) || mark.has(.most) || mark.has(.least))
    }
  }

  /// `fourteen months in a row`, `the fifth straight month`, `two months running`.
  private static func run(around place: Int, _ marks: [TextMark], _ lexicon: TextLexicon)
    -> StatedRun?
  {
    var unit: TimeUnit?
    for near in [place - 1, place + 1] {
      unit = unit ?? marks[safe: near]?.mention?.key.flatMap { TimeUnit(rawValue: $0) }
    }
    guard let unit else { return nil }
    for near in [place - 1, place - 2, place - 3] {
      guard let mark = marks[safe: near] else { break }
      if let number = mark.number, number.kind == .count, (2...120).contains(number.value) {
        return StatedRun(count: Int(number.value), unit: unit, isExact: false)
      }
      if let ordinal = mark.mention?.word(.ordinal).flatMap({ Int($0.means) }), ordinal > 1 {
        return StatedRun(count: ordinal, unit: unit, isExact: true)
      }
    }
    return nil
  }
}

extension Array {
  /// The element of a place that may not be there.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
