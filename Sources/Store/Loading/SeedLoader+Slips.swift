import Catalog

extension SeedLoader {
  /// The words of all spellings, each under its text and its text without each letter; and
  /// `near-words.csv`: English words that are as near to one of them, and are none.
  func loadSlips() throws {
    let words = spellings.words.filter { $0.key.utf8.count >= Self.shortestWord }
    let writer = TableWriter("slip", of: database)
    for (folded, word) in words.sorted(by: { $0.key < $1.key }) {
      for key in WordSlips.keys(of: folded).sorted() {
        try writer.insert(["key": key, "word": word])
      }
    }
    var others: Set<String> = []
    for row in try rows(of: "catalog/near-words.csv", columns: "word") {
      let key = try row.spellingKey(of: row.required("word"), "word")
      guard words[key] == nil, others.insert(key).inserted else { continue }
      try writer.insert(["key": key, "word": ""])
    }
  }

  /// Shorter words, without their plural ending, are too near to others.
  private static let shortestWord = 4
}
