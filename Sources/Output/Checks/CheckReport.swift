import Catalog
import Results

/// The sentences of a report.
struct CheckReport {
  private let check: CheckAnswer
  private let words: CheckText

  init(_ check: CheckAnswer, _ screen: ScreenText) {
    self.check = check
    words = CheckText(screen: screen, of: check)
  }

  /// Everything but the sources.
  var paragraph: String { ([said] + sentences).joined(separator: " ") }

  /// Only the evidence, without the statement.
  var evidence: String { sentences.joined(separator: " ") }

  private var sentences: [String] {
    [verdict, figures, miss, comparison, told, leftOut, allowed, readings, others, notes].filter {
      !$0.isEmpty
    }
  }

  private var said: String {
    guard let said = check.said else { return "“\(check.statement)”." }
    let source = [said.author, said.title, said.published, "line \(said.line)"].filter {
      !$0.isEmpty
    }
    return "“\(said.words)” (\(source.joined(separator: ", ")))."
  }

  private var verdict: String {
    switch check.verdict {
    case .holds: "The published figures agree."
    case .close: "The published figures nearly agree."
    case .fails: "The published figures do not agree."
    case .undecided: "The published figures leave it open."
    case .depends: "It depends on how the statement is read."
    case .noData: "No figure is held: \(check.lack?.reason ?? "not published")".endingInStop
    }
  }

  private var figures: String {
    let unit = check.figureKind.unitName.map { " \($0)" } ?? ""
    let parts = check.figures.map { "\($0.label): \(words.figure($0, check.figureKind))" }
    guard !parts.isEmpty else { return "" }
    let change = check.change.map { change in
      let percent = change.percent.map { " (\(words.change($0, .percent)))" } ?? ""
      let sign = check.value.map { words.sign($0) } ?? ""
      return
        "; change: \(sign)\(words.change(change.absolute, check.figureKind.ofDifferences))\(percent)"
    }
    return parts.joined(separator: "; ") + unit + (change ?? "") + "."
  }

  private var miss: String {
    guard let miss = check.miss, let cause = check.causeOfMiss else { return "" }
    let difference = words.difference(of: miss)
    return "Said: \(words.number(miss.said, check.valueKind)); the figure differs"
      + (difference.isEmpty ? "" : " by \(difference)") + " (\(cause))."
  }

  private var comparison: String {
    var parts: [String] = []
    if let runnerUp = check.runnerUp {
      let figure = words.figure(runnerUp, check.figureKind)
      parts.append("\(check.runnerUpRole): \(figure) in \(runnerUp.label)")
    }
    if !check.comparedWords.isEmpty { parts.append("compared: \(check.comparedWords)") }
    return parts.isEmpty ? "" : parts.joined(separator: "; ").capitalizingFirst + "."
  }

  private var told: String {
    check.told.map { fact in
      let figure = fact.figure.map { "\(words.figure($0, check.figureKind)), " } ?? ""
      return "\(fact.label.capitalizingFirst): \(figure)\(fact.words)."
    }.joined(separator: " ")
  }

  private var leftOut: String {
    guard let first = check.leftOut.first, let last = check.leftOut.last,
      let counting = check.countingLeftOut
    else { return "" }
    let periods =
      check.leftOut.count == 1
      ? "\(first.label) itself (\(words.figure(first, check.figureKind)))"
      : "\(first.label) to \(last.label)"
    return "Left out by “since”: \(periods); counted too: \(counting.rawValue)."
  }

  private var allowed: String {
    let range = check.range.map { "The figure is \(words.range($0, check.valueKind))." }
    let allowed = check.allowed.map {
      "The statement allows \(words.range($0, check.valueKind))."
    }
    return [range, allowed].compactMap { $0 }.joined(separator: " ")
  }

  private var readings: String { lines(check.readings, "Read as") }
  private var others: String { lines(check.others, "Beside it,") }

  private func lines(_ readings: [CheckReading], _ lead: String) -> String {
    guard !readings.isEmpty else { return "" }
    let parts = readings.map { reading in
      "\(reading.name): \(reading.verdict.rawValue)"
        + (reading.value?.number == nil ? "" : " (\(words.figure(reading.value, reading.kind)))")
    }
    return "\(lead) \(parts.joined(separator: "; "))."
  }

  private var notes: String {
    let texts = check.foot.notes.map(\.inFull) + (check.said.map { [$0.note] } ?? [])
    return texts.filter { !$0.isEmpty }.map { $0.capitalizingFirst.endingInStop }
      .joined(separator: " ")
  }

  var citations: [String] {
    check.foot.sources.enumerated().map { index, source in
      let periods = source.periods.isEmpty ? "" : " \(source.periods):"
      let address = source.url.isEmpty ? "" : ". \(source.url)"
      return "[\(index + 1)]\(periods) \(source.text)\(address)"
    }
  }
}

extension String {
  fileprivate var endingInStop: String { hasSuffix(".") ? self : self + "." }
}
