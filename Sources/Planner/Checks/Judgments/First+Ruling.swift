import QueryLanguage

extension First {
  func ruling(on judged: JudgedFigures) -> Ruling {
    switch event {
    case .above(let amount): passing(.greater, amount, judged)
    case .below(let amount): passing(.less, amount, judged)
    case .rise: moving(isRise: true, judged)
    case .fall: moving(isRise: false, judged)
    }
  }

  /// The first period on one side of a number.
  private func passing(_ degree: Degree, _ amount: Amount, _ judged: JudgedFigures) -> Ruling {
    let allowed = judged.allowed(degree, amount).scaled(by: amount.unit)
    let isShort = { (other: Int) -> Truth in
      judged.figures[other].map(allowed.contains)?.negated ?? .unknown
    }
    return judged.ruling(
      own: judged.own.map(allowed.contains) ?? .unknown,
      allowed: allowed,
      runnerUp: judged.plan.compared.last { isShort($0) == .no },
      role: .earlier,
      margin: judged.own.map { $0.point - Fraction(amount.value) * amount.unit },
      every: isShort
    )
  }

  /// The first that rises, or falls, from the one before it.
  private func moving(isRise: Bool, _ judged: JudgedFigures) -> Ruling {
    let plan = judged.plan
    let chain = [plan.start].compactMap { $0 } + plan.leftOut + plan.compared + [plan.subject]
    let before = Dictionary(zip(chain.dropFirst(), chain)) { first, _ in first }
    let moves = { (place: Int) -> Truth in
      guard let earlier = before[place] else { return .unknown }
      return isRise ? judged.isAbove(place, earlier) : judged.isAbove(earlier, place)
    }
    let previous = before[plan.subject] ?? plan.subject
    let contradicting = plan.compared.last { moves($0) == .yes }
    let lead = contradicting == nil ? judged.lead(over: previous) : nil
    return judged.ruling(
      own: moves(plan.subject),
      runnerUp: contradicting ?? previous,
      role: contradicting == nil ? .predecessor : .earlier,
      margin: lead.map { isRise ? $0 : -$0 },
      every: { moves($0).negated }
    )
  }
}
