import Diagnostics

extension LineEditor {
  /// How lists of proposals are shown.
  package struct ListStyle: Equatable, Sendable {
    /// Whether notes may be dim.
    package var isStyled: Bool
    /// Whether `…` can be shown.
    package var isUnicode: Bool
    /// Whether the list is for listening: nothing is aligned.
    package var isAccessible: Bool

    package init(isStyled: Bool = true, isUnicode: Bool = true, isAccessible: Bool = false) {
      self.isStyled = isStyled
      self.isUnicode = isUnicode
      self.isAccessible = isAccessible
    }
  }
}

/// Proposals below one another with their notes aligned, cut to what the screen can show.
struct ProposalList {
  let text: String

  init(
    _ proposals: [LineEditor.Proposal],
    rows: Int,
    columns: Int,
    style: LineEditor.ListStyle
  ) {
    let shown = proposals.prefix(proposals.count > rows ? rows - 1 : rows)
    let room = style.isAccessible ? .max : columns
    let texts = shown.map { $0.text.withoutControls.cut(toColumns: room) }
    let widest = texts.map(\.columns).max() ?? 0
    var lines = zip(shown, texts).map { proposal, text in
      let note = proposal.note.withoutControls
      if note.isEmpty { return text }
      if style.isAccessible { return text + ": " + note }
      let cut = note.cut(toColumns: columns - widest - 2)
      return text.padded(toColumns: widest + 2) + (style.isStyled ? cut.dimmed : cut)
    }
    let hidden = proposals.count - shown.count
    if hidden > 0 { lines.append("\(style.isUnicode ? "…" : "...") and \(hidden) more") }
    self.text = lines.map { $0 + "\n" }.joined()
  }
}

extension String {
  fileprivate var dimmed: String { isEmpty ? self : "\u{1b}[2m" + self + "\u{1b}[22m" }

  /// Names come from data, and must not move the cursor or color the screen.
  fileprivate var withoutControls: String {
    guard unicodeScalars.contains(where: \.movesScreen) else { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars { kept.append(scalar.movesScreen ? " " : scalar) }
    return String(kept)
  }
}
