/// Candidates below one another with their notes aligned, cut to what the screen can show.
struct CandidateList {
  let text: String

  init(_ candidates: [LineEditor.Candidate], rows: Int, columns: Int) {
    let shown = candidates.prefix(candidates.count > rows ? rows - 1 : rows)
    let texts = shown.map { $0.text.withoutControls.cut(toColumns: columns) }
    let widest = texts.map(\.columns).max() ?? 0
    var lines = zip(shown, texts).map { candidate, text in
      let note = candidate.note.withoutControls.cut(toColumns: columns - widest - 2)
      return note.isEmpty ? text : text.padded(toColumns: widest + 2) + note.dimmed
    }
    let hidden = candidates.count - shown.count
    if hidden > 0 { lines.append("… and \(hidden) more") }
    self.text = lines.map { $0 + "\n" }.joined()
  }
}

extension String {
  fileprivate var dimmed: String { "\u{1b}[2m" + self + "\u{1b}[22m" }

  /// Names come from data: none may move the cursor or colour the screen.
  fileprivate var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      kept.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(kept)
  }
}
