import Asking
import Catalog
import Describing
import QueryLanguage

/// What completion learns in a session and caches.
final class CompletionMemory {
  private var notes: [Int: String] = [:]
  private var usage: Usage?
  private let history: () -> [String]?

  /// `history` is what was typed before, from the oldest.
  init(_ pipeline: Pipeline, history: @escaping () -> [String]?) {
    catalogIndex = CatalogIndex(pipeline)
    self.history = history
  }

  /// Everything that is known, read once in a session.
  let catalogIndex: CatalogIndex

  /// Unit and coverage of a measure: `events, FY1892–FY2024`.
  func note(_ measure: Measure) -> String {
    if let known = notes[measure.id] { return known }
    let note = Self.words(measure, Coverage(of: measure, in: catalogIndex))
    notes[measure.id] = note
    return note
  }

  private static func words(_ measure: Measure, _ coverage: Coverage) -> String {
    guard let days = coverage.days else { return measure.unit }
    let years = [days.first, days.last].map { Period(.fiscalYear, containing: $0).label }
    return measure.unit + ", " + (years[0] == years[1] ? years[0] : years.joined(by: "–"))
  }

  // MARK: Use

  /// The number of recent history entries that show what somebody uses now.
  private static let newest = 200

  /// Notes what was typed just now.
  func add(_ entry: String) { usage?.add(entry, times: Usage.ofAsker) }

  /// Sorts by how often items were typed, the most frequent first; ties keep their order.
  func mostUsedFirst(_ items: [QueryCompletion.Item]) -> [QueryCompletion.Item] {
    guard items.count > 1 else { return items }
    let usage = usage ?? Usage(history()?.suffix(Self.newest) ?? [])
    self.usage = usage
    let counted = items.enumerated().map { (count: usage.count(of: $1.text), place: $0, item: $1) }
    return counted.sorted {
      ($0.item.kind, $1.count, $0.place) < ($1.item.kind, $0.count, $1.place)
    }.map(\.item)
  }
}

/// How often names were typed, in the examples of the language and by the user.
private struct Usage {
  /// What somebody types counts for more than examples.
  static let ofAsker = 8
  /// The most words of a name that are counted; longer names are not distinguished by further
  /// words.
  private static let mostWords = 4

  private var counts: [String: Int] = [:]

  init(_ entries: ArraySlice<String>) {
    let examples =
      StartPage.questions + StartPage.checks + StartPage.catalogIndex
      + Clauses.all.map { $0.example }
      + SessionStatements.all.map { $0.example }
    for example in examples { add(example, times: 1) }
    for entry in entries { add(entry, times: Usage.ofAsker) }
  }

  /// Counts every word, and every sequence of a few words.
  mutating func add(_ text: String, times: Int) {
    let words = Self.words(of: text)
    for start in words.indices {
      var name = ""
      for word in words[start...].prefix(Self.mostWords) {
        name += (name.isEmpty ? "" : " ") + word
        counts[name, default: 0] += times
      }
    }
  }

  func count(of name: String) -> Int {
    counts[Array(Self.words(of: name).prefix(Self.mostWords)).joined(by: " ")] ?? 0
  }

  /// Letters and digits in lower case; a sign alone is a word.
  private static func words(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { word in
      let letters = word.compactMap(\.asLetterOrDigit)
      return letters.isEmpty
        ? String(decoding: word, as: UTF8.self) : String(decoding: letters, as: UTF8.self)
    }
  }
}

extension UInt8 {
  /// A letter in lower case, a digit, or a byte of a letter beyond ASCII; `nil` for others.
  fileprivate var asLetterOrDigit: UInt8? {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: self
    default: nil
    }
  }
}
