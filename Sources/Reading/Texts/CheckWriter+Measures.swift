import Catalog
import QueryLanguage

/// What else may be counted than what the words say first.
extension CheckWriter {
  func otherCounted(than first: CheckFill) -> [CheckFill] {
    let others =
      draft.otherMeasures + draft.topic.counted.dropFirst()
      + preferences.others(than: first.counted.measure).map { Mention.Counted($0, 0) }
    var fills: [CheckFill] = []
    for other in others + related(to: first.counted.measure)
    where other.expression != first.counted.expression {
      guard !fills.contains(where: { $0.counted.expression == other.expression }),
        !draft.loses(whereCounting: other.measure, insteadOf: first.counted.measure)
      else { continue }
      fills.append(counting(other, first))
    }
    return fills
  }

  /// What words for a measure are also said of: a part of it that one agency counts, and of levels
  /// that are held for single days the mean.
  func related(to measure: Measure) -> [Mention.Counted] {
    let isNamed = draft.slots.counted.first.map { $0.preference == 0 } ?? false
    return (lexicon.measuresBySubject[measure.subject] ?? []).filter { other in
      guard other != measure, other.unit == measure.unit else {
        return false
      }
      if [measure.kind, other.kind] == [.stock, .average]
        || [measure.kind, other.kind] == [.average, .stock]
      {
        return other.sharesWord(with: measure)
      }
      // `refugee arrivals` and `refugee admissions` are held of other times.
      if measure.kind == .flow, other.kind == .flow, statesLongNumber,
        other.name.split(separator: " ").count == 2,
        other.name.split(separator: " ").first == measure.name.split(separator: " ").first
      {
        return true
      }
      // `removals` may be those of one agency.
      if other.kind == .flow, other.name.hasSuffix(" " + measure.name),
        other.name.split(separator: " ").count == 2, other.name.prefix(2).allSatisfy(\.isUppercase)
      {
        return true
      }
      // What the Border Patrol counts is called encounters as well.
      return (other.partOf == measure.id || measure.partOf == other.id) && other.kind == .flow
        && (!other.formula.isEmpty || !measure.formula.isEmpty)
        && (!isNamed || draft.window.anchor.isChange && other.partOf == measure.id)
    }.map { Mention.Counted($0, 0) }
  }

  /// Of a level told in the present also the mean over the months that are meant.
  func presentMeans(_ counted: [CheckFill]) -> [CheckFill] {
    guard needsLatest else { return [] }
    return counted.filter { $0.counted.measure.kind != .flow }.flatMap { mean in
      spans.dropFirst().filter { $0.unit == .month }.map { span in
        var fill = mean
        fill.span = span
        fill.name = "\(mean.counted.measure.name), \(span.words)"
        fill.distance = .near
        return fill
      }
    }
  }

  func counting(_ other: Mention.Counted, _ first: CheckFill) -> CheckFill {
    var fill = first
    fill.counted = other
    fill.place = place(of: other)
    let span = first.span
    if lexicon.isByCalendarYear(other.measure), span.unit == .fiscalYear, span.isOne {
      fill.span = TimeSpan(.calendarYear(span.first.code))
    }
    let isLeftOpen =
      draft.topic.counted.contains(other)
      || preferences.others(than: first.counted.measure).contains(other.measure)
      || first.counted.measure.kind == .stock || other.measure.kind == .stock
      || (draft.window.anchor.isChange || draft.window.anchor.isShare)
        && related(to: first.counted.measure).contains(other)
      || other.measure.name.hasSuffix(" " + first.counted.measure.name)
    let isTold =
      draft.otherMeasures.contains(other)
      && !(draft.window.anchor.isShare && related(to: first.counted.measure).contains(other))
    fill.distance = isLeftOpen && !isTold ? .near : .remote
    fill.name = other.measure.name
    return fill
  }
}

extension Measure {
  /// Whether a word with a capital letter is in both names: `ICE`.
  fileprivate func sharesWord(with other: Measure) -> Bool {
    let words = Set(name.split(separator: " ")).intersection(other.name.split(separator: " "))
    return words.contains { $0.first?.isUppercase ?? false }
  }
}
