import Catalog

extension Knowledge {
  /// The measures that share the most telling words with some texts, at most two.
  ///
  /// A word tells the more the fewer measures have it. One shared common word is no likeness.
  func nearestMeasures(to texts: [String]) -> [Measure] {
    let wanted = Self.tellingWords(texts)
    let words = measures.map { measure in
      Set(Self.tellingWords([measure.name, measure.definition] + aliases(.measure, measure.id)))
    }
    let scores = words.map { known in
      Set(wanted).intersection(known).reduce(0.0) { score, word in
        score + 1 / Double(words.count { $0.contains(word) })
      }
    }
    return measures.indices.filter { scores[$0] >= 0.2 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
      .prefix(2).map { measures[$0] }
  }

  /// Words of more than three letters, folded.
  private static func tellingWords(_ texts: [String]) -> [String] {
    texts.flatMap { Spelling.pieces(of: $0).map(\.key) }.filter { $0.utf8.count > 3 }
  }
}
