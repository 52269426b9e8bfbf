import Catalog
import QueryLanguage

/// What the slots can be taken for.
extension CheckWriter {
  /// What the slots can be taken for: first all as preferred, then each varied alone, and last two
  /// at a time.
  var fills: [CheckFill] {
    guard let first else { return [] }
    if isNear {
      let open = otherSpans(than: first) + otherBases(than: first)
      let left = statesLongNumber ? otherValues(than: first).filter(\.takesLeftAfter) : []
      return [first] + open.filter { $0.distance == .near }.prefix(3) + left
    }
    let spans = otherSpans(than: first)
    let counted = otherCounted(than: first)
    let values = otherValues(than: first) + earlierLimits(first)
    let alone = presentMeans(counted) + spans + otherBases(than: first) + values + counted
    let near = alone.filter { $0.distance == .near }
    let remote = alone.filter { $0.distance == .remote }
    return [first] + (near + remote).prefix(Self.most - 1)
      + (statesLongNumber ? far(first, spans, values, counted) : [])
  }

  var first: CheckFill? {
    guard let counted = draft.topic.counted.first, let span = spans.first else { return nil }
    return CheckFill(
      counted: counted,
      place: place(of: counted),
      span: span,
      base: bases(span).first
    )
  }

  func otherSpans(than first: CheckFill) -> [CheckFill] {
    let near = (spans.dropFirst() + draft.spansAside + [wholeExistence].compactMap { $0 }).map {
      ($0, TextReading.Distance.near)
    }
    let remote = draft.otherSpans.filter { !spans.contains($0) }.map {
      ($0, TextReading.Distance.remote)
    }
    return (near + remote).map { span, distance in
      var fill = first
      fill.span = span
      fill.base = bases(span).first
      fill.name = span.words
      fill.distance = distance
      return fill
    }
  }

  func otherBases(than first: CheckFill) -> [CheckFill] {
    bases(first.span).dropFirst().map { base in
      var fill = first
      fill.base = base
      fill.name = "from \(base.words)"
      fill.distance = .near
      return fill
    }
  }

  func otherValues(than first: CheckFill) -> [CheckFill] {
    var fills: [CheckFill] = []
    if first.place != nil {
      var fill = first
      fill.place = nil
      fill.name = "every border"
      fill.distance = .near
      fills.append(fill)
    }
    if draft.topic.values.contains(where: \.isActing) {
      var fill = first
      fill.leavesActor = true
      fill.name = "whoever acted"
      fill.distance = .near
      fills.append(fill)
    }
    if hasRivals(first) {
      var fill = first
      fill.takesRivals = true
      fill.name = "the other of the name"
      fill.distance = .near
      fills.append(fill)
    }
    if !draft.leftAfter.isEmpty {
      var fill = first
      fill.takesLeftAfter = true
      fill.distance = .remote
      fill.name = draft.leftAfter.map(\.text).joined(separator: ", ")
      fills.append(fill)
    }
    let places = draft.topic.values.filter { $0.isSaid && draft.isPlace($0) }
    for place in places.count == 2 ? places : [] {
      var fill = first
      fill.placeLeftOut = place.text
      fill.distance = .remote
      fill.name = "without \(place.text)"
      fills.append(fill)
    }
    let carried = draft.topic.values.filter { !$0.isSaid }
    let isMixed = carried.contains(where: draft.isPlace) && !carried.allSatisfy(draft.isPlace)
    let mixed: [CheckFill.Kept] = [.places, .things, .none]
    for kept in carried.isEmpty ? [] : isMixed ? mixed : [.none] {
      var fill = first
      fill.keeps = kept
      fill.place = place(of: first.counted, fill)
      fill.distance = .remote
      fill.name = "without what was carried"
      fills.append(fill)
    }
    return fills
  }

  /// The values that a limit had before it was changed in its year.
  func earlierLimits(_ first: CheckFill) -> [CheckFill] {
    guard first.counted.measure.kind == .limit, draft.window.anchor.isValue, first.span.isOne,
      first.span.unit == .fiscalYear
    else { return [] }
    let start = Period(.month, containing: first.span.days.first)
    return [3, 6, 9].map { months in
      var fill = first
      let day = Period.day(start.advanced(by: months).days.first)
      fill.asOf = day
      fill.distance = .near
      fill.name = "as of \(day.label)"
      return fill
    }
  }

  /// Two slots varied at a time.
  func far(
    _ first: CheckFill,
    _ spans: [CheckFill],
    _ values: [CheckFill],
    _ counted: [CheckFill]
  ) -> [CheckFill] {
    var fills: [CheckFill] = []
    for span in spans.prefix(6) {
      for value in values {
        var fill = value
        fill.span = span.span
        fills.append(fill)
      }
      for other in counted {
        var fill = other
        fill.span = span.span
        fills.append(fill)
      }
    }
    for other in counted {
      for value in values {
        var fill = other
        fill.takesLeftAfter = value.takesLeftAfter
        fill.keeps = value.keeps
        fill.placeLeftOut = value.placeLeftOut
        if value.place == nil { fill.place = nil }
        fills.append(fill)
      }
    }
    return fills.prefix(Self.mostFar).map { fill in
      var fill = fill
      fill.distance = .far
      fill.name = ""
      return fill
    }
  }

  /// The place that is meant where a reading names none.
  func place(of counted: Mention.Counted, _ fill: CheckFill? = nil) -> Member? {
    guard !draft.topic.isEverywhere, counted.values.isEmpty else { return nil }
    let dimensions = lexicon.dimensions(of: counted.measure)
    let values = draft.topic.values.filter { value in fill.map { draft.isKept(value, $0) } ?? true }
    var named = values.reduce(into: Set<Int>()) { found, value in
      for id in value.dimensions {
        found.insert(id)
        if let parent = lexicon.catalog.dimension(id)?.parent, parent != 0 { found.insert(parent) }
      }
    }
    if values.contains(where: lexicon.isPlace) {
      named.formUnion(preferences.places.map(\.dimension))
    }
    return preferences.place(of: counted.measure, dimensions, named: named)
  }

  /// The place among the values of a dimension.
  func place(_ fill: CheckFill, _ isHigh: Bool, _ rank: Int, _ dimension: Int?) -> String? {
    let id = dimension ?? draft.topic.values.last?.dimensions.min()
    guard let id, let name = lexicon.catalog.dimension(id)?.name,
      let value = draft.topic.values.last(where: { $0.dimensions.contains(id) }),
      let own = value.alternatives.first(where: { $0.dimension == id })
    else { return nil }
    var texts = texts(fill).filter { $0.value.text != value.text }.map(\.text)
    if !lexicon.isPlace(value), let place = fill.place { texts.append(written(place.name)) }
    let rank = rank == 1 ? "" : "\(OrdinalText.text(of: rank)) "
    let values = [own.text] + fill.counted.values.map(\.name) + texts
    let question = fill.counted.expression + clauses(values)
    return "check \(question) \(clause(fill)) is \(denial)\(rank)"
      + "\(isHigh ? "largest" : "smallest") \(name)"
  }
}
