import Catalog
import QueryLanguage

/// Checks of a number, and of two values against each other.
extension CheckWriter {
  /// Two values of one dimension, each with all else.
  func versus(_ fill: CheckFill, _ isMore: Bool, _ than: Int) -> String? {
    let all = texts(fill)
    let said = all.filter { $0.value.isSaid }
    let pair = said.lazy.filter { $0.value.mark < than }.compactMap { first in
      said.first {
        $0.value.mark > than && !$0.value.dimensions.isDisjoint(with: first.value.dimensions)
      }.map { (first, $0) }
    }.first
    guard let (first, second) = pair else { return nil }
    // Others of the same kind are rivals as well; what both are kept to is not.
    var common = all.filter { $0.value.dimensions.isDisjoint(with: first.value.dimensions) }
      .map(\.text)
    if let place = fill.place { common.append(written(place.name)) }
    let sides = [first, second].map { fill.counted.expression + clauses([$0.text] + common) }
    let time = clause(fill)
    return "check \(sides[0]) \(time) \(isMore ? ">" : "<") \(sides[1]) \(time)"
  }

  var modifiers: SlotModifiers { draft.slots.modifiers }

  var denial: String { draft.slots.isDenied ? "not " : "" }

  /// What holds of each period of a span.
  func every(_ fill: CheckFill, _ judgment: String) -> String? {
    var fill = fill
    // `since you took office, encounters have gone up every month`.
    if let since = draft.slots.times.first(where: { $0.role == .since }),
      let span = draft.resolved(.since(since.time), beside: fill.span).first
    {
      fill.span = span
    }
    guard let every = modifiers.every, fill.span.unit <= every.unit || fill.span.isOne,
      let question = question(fill)
    else { return nil }
    return "check \(question) every \(every.unit.keyword) \(clause(fill)) \(judgment)"
  }

  func value(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    let per = draft.slots.per.map { " " + $0 } ?? ""
    var fill = fill
    if let end = draft.end, !fill.span.isOne, !draft.isTimedAfter {
      fill.span = TimeSpan(end == .from ? fill.span.first : fill.span.last)
    }
    if let mean = modifiers.mean, fill.counted.measure.kind == .flow, draft.slots.per == nil,
      !fill.span.isOne || mean.unit.map({ $0 != fill.span.unit }) ?? false
    {
      return mean.unit.flatMap { self.mean(fill, mean.function, $0, number) }
    }
    if let every = modifiers.every {
      let isBound = number.bound != nil || number.upper != nil
      let number = every.isNone ? number.denied : isBound ? number : nil
      return number.flatMap { self.every(fill, $0.rounded.judgment) }
    }
    let judgment: String
    if modifiers.isFirst || modifiers.run != nil {
      guard let bound = number.bound else { return nil }
      if let run = modifiers.run {
        judgment = "is \(bound) \(run.clause)"
      } else {
        guard let reach = reach(fill), reach.hasPrefix("since") else { return nil }
        judgment = "is \(denial)first \(bound) \(reach)"
      }
    } else if draft.slots.isDenied {
      guard let judged = number.denial else { return nil }
      judgment = judged
    } else {
      judgment = number.rounded.judgment
    }
    if let ratio = draft.ratio {
      return "check \(written(ratio.part.name)) / \(written(ratio.whole.name)) \(clause(fill)) "
        + judgment
    }
    let asOf = fill.asOf.map { " as of \($0.spelling)" } ?? ""
    return question(fill).map { "check \($0) \(clause(fill))\(asOf)\(per) \(judgment)" }
  }

  /// A mean of the figures of periods: `average(refugee admissions by fy) in fy1980..fy2023`.
  private func mean(
    _ fill: CheckFill,
    _ function: String,
    _ unit: TimeUnit,
    _ number: SpokenNumber
  ) -> String? {
    let whole = Period.all(unit, touching: fill.span.days).filter {
      fill.span.days.contains($0.days)
    }
    guard let first = whole.first, let last = whole.last, let span = TimeSpan(first, last) else {
      return nil
    }
    var texts = fill.counted.values.map(\.name) + texts(fill).map(\.text)
    if let place = fill.place { texts.append(written(place.name)) }
    return "check \(function)(\(fill.counted.expression) by \(unit.keyword))\(clauses(texts)) "
      + "\(span.clause) \(number.rounded.judgment)"
  }

  func clause(_ fill: CheckFill) -> String {
    let last = fill.span.last
    // A limit is one of a year.
    if fill.counted.measure.kind == .limit, fill.span.unit < .fiscalYear {
      return "in \(Period(.fiscalYear, containing: last.days.last).spelling)"
    }
    // The level at the end of a span of months is that of its last.
    return fill.counted.measure.kind == .flow || fill.span.isOne
      ? fill.span.clause : "in \(last.spelling)"
  }
}
