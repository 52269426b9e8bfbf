/// Notes and sources as they are under a picture, a paragraph each.
struct PictureWords {
  let notes: [String]
  let sources: String

  /// `leftOut` are columns that are not drawn.
  init(_ foot: FootWords, leftOut: [String]) {
    let drawn = leftOut.isEmpty ? [] : ["not drawn: " + leftOut.joined(separator: ", ")]
    // A picture shows partial periods in its own way, and has no such sign.
    notes = drawn + foot.notes.map { $0.hasPrefix("◐ ") ? String($0.dropFirst(2)) : $0 }
    let areSeveral = foot.sources.count > 1
    let list = foot.sources.enumerated().map { index, source in
      // In brackets: before a month, a number alone is a day.
      (areSeveral ? "(\(index + 1)) " : "")
        + (source.periods.isEmpty ? "" : source.periods + ": ") + source.text
    }
    sources =
      list.isEmpty
      ? "" : (list.count == 1 ? "Source: " : "Sources: ") + list.joined(separator: "; ")
  }

  var paragraphs: [String] { notes + (sources.isEmpty ? [] : [sources]) }
}
