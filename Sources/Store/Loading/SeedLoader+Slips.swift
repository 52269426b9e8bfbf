import Catalog

extension SeedLoader {
  /// Words, folded and as written, each under its text and its text without each letter; and
  /// `near-words.csv`: English words that are as near to one of them, and are none.
  func loadSlips(of words: [String: String]) throws {
    var slips: [(key: String, word: String)] = []
    for (folded, word) in words where folded.utf8.count >= Self.shortestWord {
      for key in WordSlips.keys(of: folded) { slips.append((key, word)) }
    }
    var others: Set<String> = []
    for row in try rows(of: "catalog/near-words.csv", columns: "word") {
      let key = try row.spellingKey(of: row.required("word"), "word")
      guard words[key] == nil, others.insert(key).inserted else { continue }
      slips.append((key, ""))
    }
    slips.sort { $0.key == $1.key ? $0.word < $1.word : $0.key < $1.key }
    let writer = TableWriter("slip", of: database)
    for slip in slips { try writer.insert(["key": slip.key, "word": slip.word]) }
  }

  /// Shorter words, without their plural ending, are too near to others.
  private static let shortestWord = 4
}
