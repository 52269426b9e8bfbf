internal import Catalog

/// A row of the `spelling` table: a text that names something, as it is written and folded.
struct SpellingRecord {
  /// The preference among several things that a spelling names; the lower wins. The raw values are
  /// those of ``NameMatch/preference``.
  enum Rank: Int {
    case name, phrase, alias
  }

  let text: String
  /// The folded text.
  let key: String
  let kind: NameMatch.Kind
  let preference: Rank
  /// The id of what it names.
  let target: Int

  init(
    _ text: String,
    names target: Int,
    of kind: NameMatch.Kind,
    _ preference: Rank = .name
  ) {
    self.text = text
    key = Spelling.key(of: text)
    self.kind = kind
    self.preference = preference
    self.target = target
  }

  var row: KeyValuePairs<String, any ColumnValue> {
    [
      "key": key,
      "kind": kind.rawValue,
      "preference": preference.rawValue,
      "target": target,
      "text": text,
    ]
  }
}

/// Records are one where they fold alike and mean the same, however the text is written.
extension SpellingRecord: Hashable {
  /// The order of the table.
  var order: (String, Int, Int, Int) { (key, kind.rawValue, preference.rawValue, target) }

  static func == (a: SpellingRecord, b: SpellingRecord) -> Bool { a.order == b.order }
  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(kind)
    hasher.combine(target)
  }
}
