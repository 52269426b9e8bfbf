import Catalog
import QueryLanguage

/// Checks of changes and multiples.
extension CheckWriter {
  func change(_ fill: CheckFill, _ number: SpokenNumber?, _ isRise: Bool) -> String? {
    let verb = isRise ? "rose" : "fell"
    if number == nil {
      if modifiers.every != nil { return every(fill, verb) }
      if let run = modifiers.run {
        var fill = fill
        // `fell five months in a row, from March to July`.
        if draft.slots.times.contains(where: { $0.time.isRange }) {
          fill.span = TimeSpan(fill.span.last)
        }
        guard fill.span.isOne, fill.span.unit == run.unit else { return nil }
        return question(fill).map { "check \($0) \(clause(fill)) \(verb) \(run.clause)" }
      }
      if modifiers.isFirst {
        guard let reach = reach(fill), reach.hasPrefix("since") else { return nil }
        return question(fill).map {
          "check \($0) \(clause(fill)) is first \(isRise ? "rise" : "fall") \(reach)"
        }
      }
    }
    guard let question = question(fill) else { return nil }
    guard let (first, last) = ends(fill) else {
      return spanChange(fill, question, number, isRise)
        ?? (number == nil ? compared(fill, question, isRise) : nil)
    }
    let opening = "check change in \(question) from \(first.spelling) to \(last.spelling) "
    guard let number else { return opening + (isRise ? "rose" : "fell") }
    guard number.upper == nil else { return nil }
    if number.degree == .equal, number.kind == .percent {
      return opening + "= \(isRise ? "" : "-")\(number.text)"
    }
    // `cut in half`.
    if number.degree == .equal, number.kind == .part, number.value == 50, !isRise {
      return opening + "halved"
    }
    return opening + (isRise ? "rose " : "fell ") + number.size
  }

  /// A part of a year against the same part of the year before: `this fiscal year to date
  /// apprehensions are down 24 percent`.
  func spanChange(
    _ fill: CheckFill,
    _ question: String,
    _ number: SpokenNumber?,
    _ isRise: Bool
  ) -> String? {
    guard fill.counted.measure.kind == .flow, !fill.span.isOne, let base = fill.base, !base.isOne,
      base == fill.span.back(years: 1), number?.upper == nil
    else { return nil }
    let opening = "check \(question) in \(fill.span.spelling) vs \(base.spelling) "
    guard let number else { return opening + (isRise ? "rose" : "fell") }
    if number.degree == .equal, number.kind == .percent {
      return opening + "= \(isRise ? "" : "-")\(number.text)"
    }
    return opening + (isRise ? "rose " : "fell ") + number.size
  }

  /// Two spans of unlike length: `more in eight months than in October 2024`.
  func compared(_ fill: CheckFill, _ question: String, _ isRise: Bool) -> String? {
    guard let base = fill.base, draft.slots.times.contains(where: { $0.role == .base }) else {
      return nil
    }
    return "check \(question) \(clause(fill)) \(isRise ? ">" : "<") \(question) \(base.clause)"
  }

  /// From where to where something changed.
  func ends(_ fill: CheckFill) -> (Period, Period)? {
    // `from May to November` is both.
    if !fill.span.isOne,
      draft.slots.times.filter({ $0.role == .base || $0.role == .since }).isEmpty,
      draft.slots.times.contains(where: { $0.time.isRange })
    {
      return (fill.span.first, fill.span.last)
    }
    guard let base = fill.base else { return nil }
    guard base.isOne, fill.span.isOne else { return nil }
    if base.unit == fill.span.unit { return (base.first, fill.span.last) }
    return nil
  }

  func multiple(_ fill: CheckFill, _ number: SpokenNumber, _ isLess: Bool) -> String? {
    guard modifiers.every == nil || isOfEach, let (first, last) = ends(fill),
      let question = question(fill)
    else { return nil }
    if number.kind == .part || number.kind == .percent {
      return "check \(question) \(TimeSpan(last).clause) / \(question) "
        + "\(TimeSpan(first).clause) "
        // `not a hundredth of what it was`.
        + (draft.slots.isDenied ? "is less than \(number.text)" : number.judgment)
    }
    let opening = "check change in \(question) from \(first.spelling) to \(last.spelling) "
    let degree = number.degree == .equal ? "" : "\(number.degree.rawValue) "
    if isLess {
      let part = 100 / number.value
      return opening + (number.value == 2 ? "halved" : "= -\(Self.digits(100 - part))%")
    }
    let verbs = [2.0: "doubled", 3: "tripled", 4: "quadrupled"]
    if let verb = verbs[number.value] { return opening + degree + verb }
    return opening + "is \(degree)\(number.text)"
  }

  static func digits(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
