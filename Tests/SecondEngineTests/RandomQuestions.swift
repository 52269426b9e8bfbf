import Foundation
import TestSupport

/// Random questions that the published tables can answer, most of them.
struct RandomQuestions {
  let catalogue: Catalogue
  var dice: Dice

  /// Measures by how often they are asked for.
  private static let favorites = [
    "encounters", "encounters", "encounters", "encounters", "encounters", "encounters",
    "apprehensions",
    "apprehensions", "apprehensions", "inadmissibles", "removals", "removals", "removals",
    "returns",
    "ice_removals", "cbp_book_outs", "drug_seizures", "refugee_admissions", "visas_issued",
  ]

  private let measures: [String]

  init(_ catalogue: Catalogue, seed: UInt64) {
    self.catalogue = catalogue
    dice = Dice(seed: seed)
    let counted = catalogue.measures.values.filter { measure in
      measure.kind == "flow"
        && (catalogue.series[measure.id] ?? []).contains {
          ["fy", "month", "cy"].contains($0.time)
        }
    }
    measures = counted.map(\.id).sorted()
  }

  // MARK: A question

  mutating func question() throws -> Question {
    let measure = dice.isOne(in: 3) ? dice.pick(measures) : dice.pick(Self.favorites)
    let figure = try catalogue.figure(measure)
    let fitting = (catalogue.series[figure.measure] ?? []).filter { series in
      guard ["fy", "month", "cy"].contains(series.time) else { return false }
      return figure.condition.tests.allSatisfy { test in
        series.dimensions.contains(test.dimension)
          || series.scope[test.dimension].map(test.values.contains) ?? false
      }
    }.sorted { $0.name < $1.name }
    guard !fitting.isEmpty else { throw Declined("no series") }
    let series = dice.pick(fitting)
    var question = Question()
    question.columns = [
      Question.Column(
        expression: .figure(figure),
        text: catalogue.measure(measure).name,
        name: measure
      )
    ]
    chooseBreakdown(series, figure, &question)
    try choosePeriod(series, figure, &question)
    try decorate(series, figure, &question)
    return question
  }

  private mutating func chooseBreakdown(
    _ series: Series,
    _ figure: Figure,
    _ question: inout Question
  ) {
    var free = series.dimensions.filter { dimension in
      !figure.condition.tests.contains { $0.dimension == dimension }
    }
    for parent in Set(free.map { catalogue.dimension($0).parent }).sorted()
    where !parent.isEmpty && dice.isOne(in: 3) && series.scope[parent] == nil
      && !free.contains(parent)
    {
      free.append(parent)
    }
    free.shuffle(using: &dice)
    for _ in 0..<dice.pick([0, 0, 1, 1, 1, 2]) where !free.isEmpty {
      question.by.append(free.removeFirst())
    }
    question.dimensionNames = question.by.map { catalogue.dimension($0).name }
    var conditions: [(Condition, String)] = []
    for (dimension, value) in series.scope.sorted(by: { $0.key < $1.key })
    where !figure.condition.implies(dimension, value, in: catalogue) {
      conditions.append((.test(dimension, [value]), text(dimension, value)))
    }
    free = free.filter { dimension in
      !question.by.contains { catalogue.dimension($0).parent == dimension }
    }
    for _ in 0..<dice.pick([0, 0, 1, 1, 2]) where !free.isEmpty {
      let dimension = free.removeFirst()
      let parent = catalogue.dimension(dimension).parent
      free.removeAll { $0 == parent || catalogue.dimension($0).parent == dimension }
      if let made = condition(on: dimension, series) { conditions.append(made) }
    }
    if let last = question.by.last, dice.isOne(in: 8), let made = condition(on: last, series) {
      conditions.append(made)
    }
    question.condition = .and(conditions.map(\.0))
    if !conditions.isEmpty {
      question.conditionText = "where " + conditions.map(\.1).joined(separator: " and ")
    }
    useFor(&question, conditions.map(\.0))
  }

  /// `for` takes values whose names are clear.
  private func useFor(_ question: inout Question, _ conditions: [Condition]) {
    let clear = [
      "southwest": "southwest", "northern": "northern", "brazil": "brazil", "india": "india",
      "china": "china",
    ]
    guard conditions.count == 1, case .test(let dimension, let values) = conditions[0],
      let value = values.first,
      values.count == 1, ["border", "citizenship"].contains(dimension),
      let word = clear[catalogue.dimension(dimension).members[value]]
    else { return }
    question.conditionText = "for " + word
  }

  private func text(_ dimension: String, _ value: Int) -> String {
    "\(catalogue.dimension(dimension).name) = \"\(catalogue.name(value, of: dimension))\""
  }

  // MARK: Conditions

  private mutating func condition(on dimension: String, _ series: Series) -> (Condition, String)? {
    let name = catalogue.dimension(dimension).name
    let finer = series.dimensions.contains(dimension)
    let named =
      finer
      ? series.named(dimension).sorted()
      : Set(
        series.dimensions.filter { catalogue.dimension($0).parent == dimension }
          .flatMap { child in
            series.named(child).compactMap { catalogue.dimension(child).parents[$0] }
          }
      ).sorted()
    let values = named.filter { !catalogue.isRest($0, of: dimension) }
    guard values.count > 1 else { return nil }
    let groups = catalogue.groups.filter {
      $0.dimension == dimension && $0.members.isSubset(of: named)
    }
    if !groups.isEmpty, dice.isOne(in: 5) {
      let group = dice.pick(groups)
      return (.test(dimension, group.members), "\(name) = \"\(group.name)\"")
    }
    let some = Set((0..<dice.roll(2...3)).map { _ in dice.pick(values) }).sorted()
    let list = some.map { "\"\(catalogue.name($0, of: dimension))\"" }.joined(separator: ", ")
    switch dice.roll(1...8) {
    case 1, 2, 3: return (.test(dimension, [some[0]]), text(dimension, some[0]))
    case 4:
      return (
        .not(.test(dimension, [some[0]])),
        "\(name) != \"\(catalogue.name(some[0], of: dimension))\""
      )
    case 5: return (.not(.test(dimension, Set(some))), "\(name) not in (\(list))")
    case 6:
      return (
        // Values of one dimension are one list, however they are written.
        .test(dimension, Set(some)),
        "(" + some.map { text(dimension, $0) }.joined(separator: " or ") + ")"
      )
    case 7: return (.not(.test(dimension, [some[0]])), "not \(text(dimension, some[0]))")
    default: return (.test(dimension, Set(some)), "\(name) in (\(list))")
    }
  }
}
