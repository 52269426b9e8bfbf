import QueryLanguage

extension Streak {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let plan = judged.plan
    let count = length.count
    let places = plan.compared + [plan.subject]
    let tests = places.indices.reversed().lazy.map { passes($0, places, judged) }
    let first = Array(tests.prefix(count))
    let isShort = first.count < count
    var truth = first.reduce(isShort ? .unknown : Truth.yes) { $0 && $1 }
    let run = tests.prefix { $0 == .yes }.count
    let next = run < places.count ? passes(places.count - 1 - run, places, judged) : .unknown
    if length.isExact, truth != .no {
      let isOver =
        count < places.count
        ? passes(places.count - 1 - count, places, judged).negated : .unknown
      truth = truth && isOver
    }
    var ruling = Ruling(
      truth: truth,
      value: judged.printed[plan.subject],
      kind: .figure,
      allowed: allowed(judged),
      runnerUp: run < places.count && next == .no ? breaking(run, places) : nil,
      runnerUpRole: .breaking
    )
    if run > 0 {
      ruling.told.append(
        .run(count: run, first: places[places.count - run], isKnown: next == .no)
      )
    }
    return ruling
  }

  /// The period that ends the streak. Where there is none, it is its own one that does not do it,
  /// and of a rise or fall the one before it tells why.
  private func breaking(_ run: Int, _ places: [Int]) -> Int? {
    guard run == 0 else { return places[places.count - 1 - run] }
    return amounts.isEmpty ? places.dropLast().last : nil
  }

  /// Whether one of the periods does it; the first has none before it to rise from.
  private func passes(_ index: Int, _ places: [Int], _ judged: JudgedFigures) -> Truth {
    switch event {
    case .above, .below:
      return allowed(judged).flatMap { allowed in
        judged.figures[places[index]].map(allowed.contains)
      } ?? .unknown
    case .rose, .fell:
      guard index > 0 else { return .unknown }
      let (own, before) = (places[index], places[index - 1])
      return event.isRise ? judged.isAbove(own, before) : judged.isAbove(before, own)
    }
  }

  private func allowed(_ judged: JudgedFigures) -> Allowed? {
    switch event {
    case .above(let amount): judged.allowed(.greater, amount).scaled(by: amount.unit)
    case .below(let amount): judged.allowed(.less, amount).scaled(by: amount.unit)
    case .rose, .fell: nil
    }
  }
}

extension Streak.Event {
  fileprivate var isRise: Bool { if case .rose = self { true } else { false } }
}
