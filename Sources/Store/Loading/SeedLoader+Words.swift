import Catalog

extension SeedLoader {
  /// `words.csv`: the words of everyday speech. What they mean in the query language is tested,
  /// since only the language reads it.
  func loadWords() throws {
    let writer = TableWriter("word", of: database)
    let rows = try rows(of: "catalog/words.csv", columns: "word,part,means,as,note")
    let parts = SpokenWord.Part.allCases.map(\.rawValue)
    let meanings = [""] + SpokenWord.Meaning.allCases.map(\.rawValue)
    for (index, row) in rows.enumerated() {
      let number = index + 1
      let part = try row.word("part", of: parts)
      let meaning = try row.word("as", of: meanings)
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
      ])
    }
  }
}
