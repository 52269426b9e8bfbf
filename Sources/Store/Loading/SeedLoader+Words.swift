import Catalog

extension SeedLoader {
  /// The words of everyday speech: `words.csv`, and `line-words.csv` for those that typed lines know
  /// and texts do not. What they mean in the query language is tested, since only the language reads
  /// it.
  func loadWords() throws {
    let columns = "word,part,means,as,note"
    let both = try rows(of: "catalog/words.csv", columns: columns)
    let ofLines = try rows(of: "catalog/line-words.csv", columns: columns)
    let writer = TableWriter("word", of: database)
    for (index, row) in (both + ofLines).enumerated() {
      try load(row, number: index + 1, isOfLines: index >= both.count, into: writer)
    }
  }

  private func load(
    _ row: SeedRow,
    number: Int,
    isOfLines: Bool,
    into writer: TableWriter
  ) throws {
    let part = try row.word("part", of: SpokenWord.Part.allCases.map(\.rawValue))
    let meaning = try row.word("as", of: [""] + SpokenWord.Meaning.allCases.map(\.rawValue))
    if SpokenWord.Part(rawValue: part)?.isOfTexts == true {
      spellings.spokenOfTexts.insert(number)
    }
    try spellings.add(.word, number, row, names: ["word"], aliases: nil)
    try writer.insert([
      "id": number,
      "word": row["word"],
      "part": part,
      "means": row["means"],
      "meaning": meaning.isEmpty ? SpokenWord.Meaning.same.rawValue : meaning,
      "note": row["note"],
      "of_lines": isOfLines ? 1 : 0,
    ])
  }
}
