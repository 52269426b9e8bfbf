import Results

/// What is under the rows, one item per line.
extension Page {
  /// In place of rows.
  mutating func writeNoRows() { write(dim: [PageLine("no rows")]) }

  /// `hidden` are headings for which there is no room, `notDrawn` those that a chart passes over.
  mutating func write(_ foot: AnswerFoot, hidden: [String] = [], notDrawn: [String] = []) {
    let notes = foot.notesOnScreen
    let lines =
      list("not shown for lack of room: ", hidden) + list("not drawn: ", notDrawn)
      + summaryLines(foot) + noteLines(notes) + pointerLines(foot.notes.count - notes.count)
      + sourceLines(foot) + seamLines(foot, notes)
    guard !lines.isEmpty else { return }
    write(dim: lines)
    writeBlank()
  }

  private func list(_ lead: String, _ headings: [String]) -> [PageLine] {
    headings.isEmpty ? [] : [PageLine(lead + headings.joined(separator: ", "))]
  }

  private func summaryLines(_ foot: AnswerFoot) -> [PageLine] {
    foot.summary.isEmpty ? [] : [PageLine(text.safe(foot.summary))]
  }

  private func noteLines(_ notes: [Note]) -> [PageLine] {
    notes.filter { $0.kind != .seam }.map(line)
  }

  /// `3 more notes: … | report`
  private func pointerLines(_ count: Int) -> [PageLine] {
    guard count > 0 else { return [] }
    return [PageLine("\(count) more note\(count == 1 ? "" : "s"): \(text.ellipsis) | report")]
  }

  private func line(of note: Note) -> PageLine {
    let words = note.withSign
    return PageLine(text.safe(style.isAccessible ? spoken(words) : words), indent: 2)
  }

  /// With the sign at the beginning in words: `about: rounded to tens by the publisher`. Where a
  /// figure is missing, a separate line says why.
  private func spoken(_ note: String) -> String {
    let rest = String(note.dropFirst(2))
    switch note.prefix(2) {
    case "≈ ": return "\(text.approximate): \(rest)"
    case "> ": return "\(text.floor): \(rest)"
    case "< ": return "\(text.ceiling): \(rest)"
    case "◐ ", "– ", "D ": return rest
    default: return note
    }
  }

  /// The sources, numbered when there are several.
  private func sourceLines(_ foot: AnswerFoot) -> [PageLine] {
    let periods = foot.sources.map { text.safe($0.periods) }
    let width = periods.map(\.displayWidth).max() ?? 0
    return foot.sources.enumerated().map { index, source in
      if style.isAccessible { return spokenLine(of: source, index + 1) }
      let number = foot.hasSeveralSources ? foot.numberText(index + 1) : ""
      let period = width == 0 ? "" : periods[index].padded(toWidth: width) + "  "
      let lead = number + period
      // Where the periods would take half of the line, they go on with the words.
      if let room = style.width, lead.displayWidth > room / 2 {
        return PageLine(
          lead: number,
          periods[index] + (periods[index].isEmpty ? "" : ": ") + text.safe(source.text),
          link: source.url.asWebAddress
        )
      }
      return PageLine(
        lead: lead,
        text.safe(source.text),
        indent: lead.isEmpty ? 2 : lead.displayWidth,
        link: source.url.asWebAddress
      )
    }
  }

  /// `source 2, FY2023–24: OHSS, …`
  private func spokenLine(of source: Citation, _ number: Int) -> PageLine {
    let periods = source.periods.isEmpty ? "" : ", " + source.periods
    return PageLine(text.safe("source \(number)\(periods): \(source.text)"))
  }

  /// Indented under the numbers of the sources that meet.
  private func seamLines(_ foot: AnswerFoot, _ notes: [Note]) -> [PageLine] {
    let indent = foot.hasSeveralSources ? foot.numberText(1).utf8.count : 0
    return notes.filter { $0.kind == .seam }.map {
      PageLine(lead: String(repeating: " ", count: indent), text.safe($0.text))
    }
  }
}

extension AnswerFoot {
  /// The most notes that are shown; further ones are only counted.
  private static let mostNotesOnScreen = 6

  /// The most important notes, in their order. A `report` has all of them.
  fileprivate var notesOnScreen: [Note] { Array(notesInOrder.prefix(Self.mostNotesOnScreen)) }

  fileprivate var hasSeveralSources: Bool { sources.count > 1 }

  /// `1  `, or ` 1  ` among ten and more.
  fileprivate func numberText(_ number: Int) -> String {
    let digits = String(number)
    let width = String(sources.count).utf8.count
    return String(repeating: " ", count: width - digits.utf8.count) + digits + "  "
  }
}
