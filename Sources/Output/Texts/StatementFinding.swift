import Results

/// What is told of a statement of a text, in words.
struct StatementFinding {
  let statement: TextStatement
  let screen: ScreenText

  private var words: CheckText { CheckText(screen: screen) }

  /// The figure, and what the statement said where they differ: `47,324 today (said 47,330,
  /// -0.01 %: rounded)`.
  var finding: String {
    guard !statement.checks.isEmpty else { return statement.why }
    let decisive =
      statement.checks.first { TextVerdict($0.verdict) == statement.verdict } ?? statement.checks[0]
    guard decisive.value?.number != nil else { return decisive.lack?.reason ?? statement.why }
    let figure = words.figure(decisive.value, decisive.valueKind)
    guard statement.verdict == .fails || statement.verdict == .close, let miss = decisive.miss
    else {
      return figure + runnerUp(decisive)
    }
    let cause = statement.verdict == .close ? ": \(miss.words)" : ""
    let said = words.number(miss.said, decisive.valueKind)
    return "\(figure) today (said \(said), \(words.difference(of: miss))\(cause))"
  }

  private func runnerUp(_ check: CheckAnswer) -> String {
    guard let runnerUp = check.runnerUp else { return "" }
    return "; \(check.runnerUpRole) \(runnerUp.label), \(words.figure(runnerUp, check.figureKind))"
  }

  /// A sentence with the figures of today, after what fails or is close.
  var correction: String {
    guard statement.verdict == .fails || statement.verdict == .close,
      let check = statement.checks.first(where: { TextVerdict($0.verdict) == statement.verdict })
    else { return "" }
    let figures = check.figures.map { "\($0.label): \(words.figure($0, check.figureKind))" }
    return figures.joined(separator: "; ")
  }

  /// What was carried, how words were read, who says it.
  var asides: [String] {
    var lines: [String] = []
    let correction = self.correction
    if !correction.isEmpty { lines.append("today: " + correction) }
    if !statement.carried.isEmpty {
      lines.append("carried: " + statement.carried.joined(separator: ", "))
    }
    if !statement.speaker.isEmpty { lines.append("says: " + statement.speaker) }
    if !statement.readings.isEmpty, statement.verdict != .holds {
      let readings = statement.readings.map { reading in
        let value =
          reading.value?.number == nil ? "" : " (\(words.figure(reading.value, reading.kind)))"
        return "\(reading.name): \(reading.verdict.rawValue)\(value)"
      }
      lines.append("read: " + readings.joined(separator: "; "))
    }
    if let try_ = statement.questions.first, statement.verdict == .noData {
      lines.append("try: " + try_)
    }
    return lines
  }

  var checks: [String] { statement.checks.map(\.statement) }
}
