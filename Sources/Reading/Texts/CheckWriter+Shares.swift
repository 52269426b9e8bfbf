import Catalog
import QueryLanguage

/// Checks of parts of a whole.
extension CheckWriter {
  /// A part of a ceiling: `48% of the ceiling`.
  func part(of limit: Mention.Counted, _ fill: CheckFill, _ number: SpokenNumber) -> String? {
    guard let flow = draft.countedBefore, flow.measure.kind == .flow,
      flow.measure.subject == limit.measure.subject
    else { return nil }
    return "check \(flow.expression) / \(limit.expression) \(clause(fill)) \(number.judgment)"
  }

  func share(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    let number = draft.slots.isDenied ? number.denied ?? number : number
    if fill.counted.measure.kind == .limit { return part(of: fill.counted, fill, number) }
    if let own = shareOfSpan(fill, number) { return own }
    if let whole = draft.wholeOfPart, fill.counted.measure != whole.measure {
      let filter = clauses(texts(fill).map(\.text))
      return "check \(fill.counted.expression) / \(whole.expression)\(filter) \(clause(fill)) "
        + number.judgment
    }
    let values = texts(fill)
    var part = draft.part(of: values.filter { $0.value.isSaid }.map(\.value))
    if part.isEmpty, draft.slots.counted.isEmpty || draft.distance == 0 { part = draft.partBefore }
    let partTexts = texts(of: part, fill).map(\.text)
    let published = lexicon.dimensions(of: fill.counted.measure)
    let common = part.dropFirst().reduce(part.first?.dimensions ?? []) {
      $0.intersection($1.dimensions)
    }.filter { published.contains($0) }
    guard !partTexts.isEmpty, let dimension = common.min() else { return nil }
    let dimensions = part.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    var base = values.filter {
      !partTexts.contains($0.text) && ($0.value.isSaid || $0.value.dimensions != dimensions)
    }.map(\.text)
    if !part.contains(where: { lexicon.isPlace($0) }), let place = fill.place {
      base.append(written(place.name))
    }
    let whole = fill.counted
    let kept = "\(whole.expression)(\(kept(part, dimension, partTexts)))"
    let filter = clauses(base)
    return "check \(kept) / \(whole.expression)\(filter) \(clause(fill)) \(number.judgment)"
  }

  /// What a part is kept to: values of one dimension, which is named where one of them is also a
  /// value of another.
  private func kept(_ part: [TextTopic.Value], _ dimension: Int, _ texts: [String]) -> String {
    guard texts.contains(where: { $0.contains(" = ") }) else {
      return texts.joined(separator: ", ")
    }
    guard part.count > 1, let name = lexicon.catalog.dimension(dimension)?.name else {
      return "where \(texts[0])"
    }
    let values = part.compactMap { value in
      value.alternatives.first { $0.dimension == dimension }?.name
    }
    return "where \(written(name)) in (\(values.joined(separator: ", ")))"
  }

  /// A part of a time: `two thirds of the total fell in the first quarter`.
  func shareOfSpan(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    let own = draft.slots.times.filter { $0.role == .own }
    guard fill.counted.measure.kind == .flow, let last = own.last,
      draft.part(of: draft.topic.values.filter(\.isSaid)).allSatisfy({ lexicon.isPlace($0) }),
      own.count == 2 || own.count == 1 && draft.slots.pointsBack,
      let whole = own.count == 2
        ? draft.resolved(own[0].time, beside: nil).first : draft.spansBefore.first,
      let part = draft.resolved(last.time, beside: whole).first, part != whole,
      whole.days.contains(part.days), let question = question(fill)
    else { return nil }
    return "check \(question) \(part.clause) / \(question) \(whole.clause) \(number.judgment)"
  }

}
