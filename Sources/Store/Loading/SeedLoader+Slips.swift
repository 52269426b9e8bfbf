import Catalog

extension SeedLoader {
  /// The words of all spellings, each under its text and its text without each letter; and
  /// `near-words.csv`: English words that are as near to one of them, and are none.
  func loadSlips() throws {
    let words = spellings.words.filter { $0.utf8.count >= Self.shortestWord }
    let writer = TableWriter("slip", of: database)
    for word in words.sorted() {
      for key in WordSlips.keys(of: word).sorted() {
        try writer.insert(["key": key, "word": word])
      }
    }
    var others: Set<String> = []
    for row in try rows(of: "catalog/near-words.csv", columns: "word") {
      let key = try row.spellingKey(of: row.required("word"), "word")
      guard !words.contains(key), others.insert(key).inserted else { continue }
      try writer.insert(["key": key, "word": ""])
    }
  }

  /// Shorter words, without their plural ending, are too near to others.
  private static let shortestWord = 4
}
