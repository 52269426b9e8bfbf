import Catalog

/// The parts of a window that are set between commas and say something of a word, not of what is
/// stated: `, which takes in Vermont and New Hampshire,`, `, an order that was issued in March
/// 2020`, `, according to figures released on Friday`.
struct TextAsides {
  private let ranges: [Range<Int>]

  /// Words that begin one after a comma.
  private static let openings: Set<String> = [
    "which", "who", "whose", "whom", "when", "where", "a", "an", "according", "including",
  ]

  init(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark]) {
    var ranges: [Range<Int>] = []
    for place in window.tokens.dropLast() where tokens[place].text == "," {
      let start = place + 1
      if let end = Self.amongThem(start, window, tokens) {
        ranges.append(start..<end)
        continue
      }
      guard Self.openings.contains(tokens[start].lower),
        // `a year earlier`, `a third`.
        !window.marks.contains(where: {
          marks[$0].tokens.lowerBound == start && (marks[$0].time != nil || marks[$0].number != nil)
        })
      else { continue }
      let end = Self.end(from: start, window, tokens, marks)
      guard !window.anchor.tokens.overlaps(start..<end) else { continue }
      // `went over ten thousand, which had not happened since January`.
      if window.marks.contains(where: {
        marks[$0].has(.firstly) && (start..<end).contains(marks[$0].tokens.lowerBound)
      }) {
        continue
      }
      ranges.append(start..<end)
    }
    self.ranges = ranges
  }

  /// `, San Ysidro among them,`.
  private static func amongThem(_ start: Int, _ window: TextWindow, _ tokens: [TextToken]) -> Int? {
    guard let end = tokens[start..<window.tokens.upperBound].firstIndex(where: { $0.text == "," }),
      end - start > 2, end - start < 10
    else { return nil }
    let last = tokens[end - 2..<end].map(\.lower)
    return last == ["among", "them"] || last[1] == "included" ? end : nil
  }

  /// After the last item of a list in it: `which takes in Vermont, New Hampshire and Maine,`.
  private static func end(
    from start: Int,
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) -> Int {
    for place in start..<window.tokens.upperBound
    where [",", ";", "\u{2014}"].contains(tokens[place].text) {
      let isList =
        tokens[place].text == ","
        && window.marks.contains { mark in
          marks[mark].tokens.lowerBound == place + 1
            && marks[mark].mention?.values.isEmpty == false
        }
      if !isList { return place }
    }
    return window.tokens.upperBound
  }

  func contains(_ token: Int) -> Bool { ranges.contains { $0.contains(token) } }
}
