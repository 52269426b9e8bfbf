import Results

/// What is under the rows, in the order in which it is read, for pages of every kind.
struct FootWords {
  /// A source, with the periods that it answers where there are several.
  struct CitedSource {
    let periods: String
    let text: String
    let url: String
  }

  let summary: String
  /// Each with the sign that it explains.
  let notes: [String]
  let sources: [CitedSource]

  init(_ foot: AnswerFoot, text: ScreenText) {
    summary = text.safe(foot.summary)
    notes = foot.notesInOrder.map { text.safe($0.withSign) }
    sources = foot.sources.map {
      CitedSource(periods: text.safe($0.periods), text: text.safe($0.text), url: $0.url)
    }
  }
}

extension AnswerFoot {
  /// The most important notes first.
  var notesInOrder: [Note] {
    notes.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }
      .map(\.element)
  }
}

extension Note {
  /// With the sign that it explains, unless it begins with one.
  var withSign: String {
    switch kind {
    case .partial: text.hasPrefix("◐") ? text : "◐ " + text
    case .precision: ["≈", ">", "<"].contains { text.hasPrefix($0) } ? text : "≈ " + text
    case .understood, .phrase, .absence, .seam, .seriesBreak, .caveat: text
    }
  }
}
