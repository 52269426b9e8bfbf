import Catalog
import Diagnostics

extension Line {
  /// The line with less asked of it, the most like it first: what may be meant where nothing in the
  /// language says all of it.
  var simpler: [Line] {
    var plain = self
    plain.asked = [:]
    plain.amounts = []
    plain.count = nil
    for place in plain.values.indices { plain.values[place].isAlternative = true }
    var one = plain
    one.counted = Array(plain.counted.prefix(1))
    var whole = one
    (whole.keys, whole.looseKeys) = ([], [])
    return [plain, one, whole]
  }

  /// The same with each of its periods by itself, where it compares several: what can be shown of
  /// them where no difference can.
  var listingPeriods: Line? {
    guard periods.count > 1 else { return nil }
    var line = self
    for part in [SpokenWord.Part.against, .compare, .change, .rise, .fall] {
      line.asked[part] = nil
    }
    return line.asked.count < asked.count ? line : nil
  }

  /// The same about years, where it asks for a record and does not say of what.
  var rankingYears: Line? {
    guard asks(.most) || asks(.least), !ranksUnnamed, keys.isEmpty, looseKeys.isEmpty, count == nil
    else { return nil }
    var line = self
    line.keys = ["fy"]
    return line
  }

  /// Whether it is no more than a breakdown, `by sex`: of what is not said.
  var isHeadless: Bool {
    counted.isEmpty && values.isEmpty && !keys.isEmpty && asked.isEmpty
  }

  /// A line that says only when, about whatever people mostly ask for; `nil` for other lines.
  func countingAnything(_ catalog: any CatalogReader) -> Line? {
    let parts: Set<SpokenWord.Part> = [
      .against, .compare, .and, .amount, .most, .least, .ever,
    ]
    guard counted.isEmpty, values.allSatisfy(\.isKind), !periods.isEmpty, amounts.isEmpty,
      asked.keys.allSatisfy(parts.contains)
    else { return nil }
    var mention = Mention(Self.anything, SourceSpan(0..<0))
    for word in catalog.words(named: Self.anything) where word.part == .topic {
      mention.add(word, catalog)
    }
    guard !mention.counted.isEmpty else { return nil }
    var line = self
    line.values = []
    line.counted = [
      Counted(alternatives: mention.counted, place: 0, text: mention.text, preposition: nil)
    ]
    return line
  }

  /// The topic that the table of words has for lines that name nothing to count.
  private static let anything = "anything at all"
}
