import Catalog
import Results

/// One statement on a screen: the verdict, the numbers, what they are compared with, the readings,
/// and what must be said with them.
///
/// ```
///  holds  encounters for southwest, between ports in nov 2024 is lowest since jul 2020
///
///    Nov 2024     46,612
///    next lowest  49,513   Aug 2020
///    margin        2,901
///    compared     51 months, Aug 2020 – Oct 2024
/// ```
struct CheckPage {
  private let check: CheckAnswer
  private var page: Page
  private let words: CheckText

  var output: OutputBuffer { page.output }

  init(_ check: CheckAnswer, style: OutputStyle) {
    self.check = check
    page = Page(style: style)
    words = CheckText(screen: page.text, of: check)
    page.writeBlank()
    writeHead()
    page.writeBlank()
    write(evidence)
    write(readings, under: "readings")
    write(others, under: "for comparison only")
    page.write(check.foot)
    if check.foot == AnswerFoot(summary: "", notes: [], sources: []) { page.writeBlank() }
  }

  private mutating func writeHead() {
    let statement = check.said?.words ?? check.statement
    let lead = check.verdict.rawValue + (page.style.isAccessible ? ": " : "  ")
    page.write(
      heading: PageLine(lead: lead, page.text.safe(statement), indent: 2),
      lead: check.verdict.ink
    )
    guard let said = check.said else { return }
    page.write(dim: [PageLine(page.text.safe(said.attribution), indent: 2)])
    if !said.question.isEmpty {
      page.write(dim: [PageLine(page.text.safe("check " + said.question), indent: 2)])
    }
    if !said.note.isEmpty { page.write(dim: [PageLine(page.text.safe(said.note), indent: 2)]) }
  }

  /// A label, a figure, and words beside it.
  private struct Line {
    let label: String
    let figure: String
    var note = ""
  }

  // MARK: Numbers

  private var evidence: [Line] {
    lackLines + figureLines + changeLines + ratioLines + missLines + comparisonLines + toldLines
      + rangeLines
  }

  private var lackLines: [Line] {
    guard let lack = check.lack else { return [] }
    return [Line(label: "", figure: "", note: lack.reason)]
      + lack.questions.enumerated().map {
        Line(label: $0 == 0 ? "nearest" : "", figure: "", note: $1)
      }
  }

  private var figureLines: [Line] {
    check.figures.map { figure in
      Line(label: figure.label, figure: words.figure(figure, check.figureKind))
    }
  }

  private var changeLines: [Line] {
    guard let change = check.change else { return [] }
    let kind = check.figureKind.ofDifferences
    let percent = change.percent.map { words.change($0, .percent) } ?? ""
    let sign = check.value.map { words.sign($0) } ?? ""
    return [
      Line(label: "change", figure: sign + words.change(change.absolute, kind), note: percent)
    ]
  }

  /// How many times the one figure is the other, or which part of it.
  private var ratioLines: [Line] {
    guard check.value?.number != nil, check.figureKind != check.valueKind else { return [] }
    let label: String
    switch check.valueKind {
    case .figure(unit: nil): label = "times"
    case .fraction: label = "part"
    default: return []
    }
    return [Line(label: label, figure: words.figure(check.value, check.valueKind))]
  }

  /// `said  7,181  -0.01 %; revised: 7,181 as published 14 Apr 2025`
  private var missLines: [Line] {
    guard let miss = check.miss, check.verdict != .noData else { return [] }
    let cause = check.causeOfMiss ?? ""
    return [
      Line(
        label: "said",
        figure: words.number(miss.said, check.valueKind),
        note: [words.difference(of: miss), cause].filter { !$0.isEmpty }.joined(separator: "; ")
      )
    ]
  }

  private var comparisonLines: [Line] {
    var lines: [Line] = []
    if let runnerUp = check.runnerUp {
      lines.append(
        Line(
          label: check.runnerUpRole,
          figure: words.figure(runnerUp, check.figureKind),
          note: runnerUp.label
        )
      )
    }
    if let margin = check.margin, check.miss == nil {
      lines.append(Line(label: "margin", figure: words.difference(margin, marginKind)))
    }
    if !check.comparedWords.isEmpty {
      lines.append(Line(label: "compared", figure: "", note: check.comparedWords))
    }
    return lines + leftOutLines
  }

  private var toldLines: [Line] {
    let expected = check.expected.map { Line(label: "expected", figure: "", note: $0.rawValue) }
    return check.told.map { fact in
      Line(
        label: fact.label,
        figure: fact.figure.map { words.figure($0, check.figureKind) } ?? "",
        note: fact.words
      )
    } + [expected].compactMap { $0 }
  }

  private var marginKind: AnswerColumn.Kind { check.valueKind.ofDifferences }

  private static let mostLeftOut = 3

  private var leftOutLines: [Line] {
    guard !check.leftOut.isEmpty else { return [] }
    let verdict = check.countingLeftOut.map { counted in
      counted == check.verdict
        ? "counting it changes nothing" : "if counted: \(counted.rawValue)"
    }
    let tail = ["left out by `since`", verdict].compactMap { $0 }.joined(separator: "; ")
    guard check.leftOut.count <= Self.mostLeftOut else {
      let names = [check.leftOut[0], check.leftOut[check.leftOut.count - 1]].map(\.label)
      let what = "\(check.leftOut.count) periods, \(names[0]) to \(names[1])"
      return [Line(label: "and", figure: "", note: "\(what), \(tail)")]
    }
    return check.leftOut.enumerated().map { index, figure in
      Line(
        label: figure.label,
        figure: words.figure(figure, check.figureKind),
        note: index == check.leftOut.count - 1 ? tail : ""
      )
    }
  }

  private var rangeLines: [Line] {
    var lines: [Line] = []
    if let range = check.range {
      lines.append(Line(label: "it can be", figure: "", note: words.range(range, check.valueKind)))
    }
    if let allowed = check.allowed {
      lines.append(Line(label: "allowed", figure: "", note: words.range(allowed, check.valueKind)))
    }
    return lines
  }

  // MARK: Readings

  private var readings: [Line] { check.readings.map(line) }
  private var others: [Line] { check.others.map(line) }

  private func line(_ reading: CheckReading) -> Line {
    Line(
      label: reading.verdict.rawValue,
      figure: words.figure(reading.value, reading.kind),
      note: reading.name
    )
  }

  // MARK: Writing

  private mutating func write(_ lines: [Line], under heading: String? = nil) {
    guard !lines.isEmpty else { return }
    if let heading { page.write(dim: [PageLine(heading)]) }
    guard !page.style.isAccessible else { return speak(lines) }
    let labels = lines.map { page.text.safe($0.label) }
    let label = labels.map(\.displayWidth).max() ?? 0
    let figure = lines.map(\.figure.displayWidth).max() ?? 0
    for (line, name) in zip(lines, labels) {
      write(line, name.padded(toWidth: label), figure)
    }
    page.writeBlank()
  }

  /// `Nov 2024: 46,612, Border Patrol`
  private mutating func speak(_ lines: [Line]) {
    for line in lines {
      let words = [line.figure, page.text.safe(line.note)].filter { !$0.isEmpty }
      let label = line.label.isEmpty ? "" : page.text.safe(line.label) + ": "
      page.writePlainLine { $0.append(label + words.joined(separator: ", ")) }
    }
    page.writeBlank()
  }

  private mutating func write(_ line: Line, _ label: String, _ width: Int) {
    let space = String(repeating: " ", count: max(0, width - line.figure.displayWidth))
    let isWords = line.figure.isEmpty && !line.note.isEmpty
    let lead = "  " + label + "  " + (isWords ? "" : space + line.figure + "  ")
    let parts = PageLine(lead: lead, page.text.safe(line.note), indent: lead.displayWidth)
      .wrapped(toWidth: page.style.textWidth.map { $0 - 1 })
    for part in parts { page.writePlainLine { $0.append(part) } }
  }
}

extension CheckAnswer.Said {
  /// `nov_2024_down_18 · CBP, News article …, line 2, 2024-12`
  var attribution: String {
    let parts = [author, title, "line \(line)", published].filter { !$0.isEmpty }
    return "\(id) · " + parts.joined(separator: ", ")
  }
}
