import Catalog
import QueryLanguage

/// The part of a sentence around one anchor, with what it says of each slot.
struct TextWindow {
  let anchor: TextAnchor
  /// Its tokens, without signs at its ends.
  let tokens: Range<Int>
  /// Its marks.
  private(set) var marks: [Int]
  /// Marks that stand elsewhere and hold for the whole sentence: `(FY 2024, southwest)`.
  private(set) var scope: [Int] = []

  /// Whether its number is what something is compared with: `ten times the | 2,804 pounds`.
  private(set) var isBase = false

  init(anchor: TextAnchor, tokens: Range<Int>, marks: [Int]) {
    self.anchor = anchor
    self.tokens = tokens
    self.marks = marks
  }

  /// The same, beginning with one before it that states nothing by itself: `Del Rio led the border
  /// in July | with 49,620 apprehensions`.
  func following(_ other: TextWindow, _ tokens: [TextToken]) -> TextWindow? {
    let between = other.tokens.upperBound..<max(other.tokens.upperBound, self.tokens.lowerBound)
    guard !tokens[between].contains(where: { $0.text == ";" }) else { return nil }
    var window = TextWindow(
      anchor: anchor,
      tokens: other.tokens.lowerBound..<self.tokens.upperBound,
      marks: other.marks + marks.filter { !other.marks.contains($0) }
    )
    window.scope = scope
    return window
  }

  /// Cuts a sentence at the first sign or joining word after each anchor.
  static func all(
    _ anchors: [TextAnchor],
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> [TextWindow] {
    var windows: [TextWindow] = []
    var start = 0
    for (index, anchor) in anchors.enumerated() {
      let next = index + 1 < anchors.count ? anchors[index + 1].tokens.lowerBound : tokens.count
      var end =
        index + 1 < anchors.count
        ? cut(anchor.tokens.upperBound, next, tokens, marks, lexicon) : tokens.count
      // A semicolon begins something new.
      if let last = tokens[min(start, anchor.tokens.lowerBound)..<anchor.tokens.lowerBound]
        .lastIndex(where: { $0.text == ";" })
      {
        start = last + 1
      }
      if anchor.tokens.upperBound < end,
        let stop = tokens[anchor.tokens.upperBound..<end].firstIndex(where: { $0.text == ";" })
      {
        end = stop
      }
      let own = trimmed(start..<max(end, anchor.tokens.upperBound), tokens)
      windows.append(
        TextWindow(
          anchor: anchor,
          tokens: own,
          marks: marks.indices.filter { place in
            own.contains(marks[place].tokens.lowerBound)
              // `last July's 132,642`: the time right before belongs to both.
              || marks[place].time != nil && marks[place].tokens.upperBound == own.lowerBound
                && start == own.lowerBound && start > 0
          }
        )
      )
      start = max(end, anchor.tokens.upperBound)
    }
    shareTimes(of: &windows, tokens, marks)
    shareRespectively(&windows, tokens, marks)
    addScope(to: &windows, tokens, marks)
    return windows
  }

  /// `12,000, 30,000 and 45,000 in 2020, 2021 and 2022, respectively`: each number has the time, or
  /// the value, at its place in the list.
  private static func shareRespectively(
    _ windows: inout [TextWindow],
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) {
    guard windows.count > 1, tokens.contains(where: { $0.lower == "respectively" }) else { return }
    let times = marks.indices.filter { marks[$0].time != nil }
    let values = marks.indices.filter { marks[$0].mention?.values.isEmpty == false }
    let groups = Dictionary(grouping: values) { marks[$0].mention?.values.first?.dimension ?? 0 }
    for list in [times] + groups.sorted(by: { $0.key < $1.key }).map(\.value)
    where list.count == windows.count {
      for place in windows.indices {
        windows[place].marks.removeAll { list.contains($0) && $0 != list[place] }
        if !windows[place].marks.contains(list[place]) { windows[place].marks.append(list[place]) }
        windows[place].marks.sort()
      }
    }
    let counted = marks.indices.filter { marks[$0].mention?.counted.isEmpty == false }
    guard let last = windows.last?.marks.filter(counted.contains), !last.isEmpty else { return }
    for place in windows.indices where !windows[place].marks.contains(where: counted.contains) {
      windows[place].marks += last
    }
  }

  /// `went from A to B within a month`: what is said after both ends tells when the first was.
  private static func shareTimes(
    of windows: inout [TextWindow],
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) {
    for place in windows.indices.dropLast() {
      // `a tenth of what February 2024 brought, 140,638`: a bare number is of the time before it.
      let next = windows[place + 1]
      if next.anchor.isValue, next.tokens == next.anchor.tokens, next.tokens.lowerBound > 0,
        tokens[next.tokens.lowerBound - 1].text == ",",
        let time = windows[place].marks.last(where: { marks[$0].time != nil }),
        marks[time].tokens.lowerBound > windows[place].anchor.tokens.lowerBound,
        windows[place].anchor.isChange
      {
        windows[place + 1].marks.insert(time, at: 0)
        continue
      }
      // `two and a half times the 90,615 of fiscal 2024`.
      if windows[place].anchor.isFactor, windows[place + 1].anchor.isValue,
        windows[place + 1].anchor.tokens.lowerBound - windows[place].anchor.tokens.upperBound <= 1
      {
        windows[place + 1].isBase = true
        windows[place].marks += windows[place + 1].marks.filter { marks[$0].time != nil }
        continue
      }
      guard windows[place].anchor.end(marks, tokens) == .from,
        windows[place + 1].anchor.end(marks, tokens) == .to,
        windows[place].marks.allSatisfy({ marks[$0].time == nil })
      else { continue }
      windows[place].marks += windows[place + 1].marks.filter { marks[$0].time?.asBase != nil }
    }
  }

  /// `single adults 57%, family units 38% (FY 2024, southwest)`: what stands in parentheses at the
  /// end of a sentence, and states nothing, holds for all of it.
  private static func addScope(
    to windows: inout [TextWindow],
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) {
    guard windows.count > 1,
      let close = tokens.lastIndex(where: { $0.text == ")" }), close >= tokens.count - 2,
      let open = tokens.lastIndex(where: { $0.text == "(" }), open < close,
      windows.allSatisfy({ $0.anchor.tokens.upperBound <= open })
    else { return }
    let scope = marks.indices.filter { marks[$0].tokens.lowerBound > open }
    guard scope.contains(where: { marks[$0].time != nil }) else { return }
    for place in windows.indices {
      let isTimed = windows[place].marks.contains {
        marks[$0].time != nil && !scope.contains($0)
      }
      if isTimed { continue }
      windows[place].scope = scope
      windows[place].marks += scope.filter { !windows[place].marks.contains($0) }
    }
  }

  private static func cut(
    _ start: Int,
    _ end: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Int {
    guard start < end else { return start }
    var inside = -1
    for place in start..<end where isBoundary(tokens[place], lexicon) {
      // A comma inside of a date divides nothing.
      if marks.contains(where: { $0.tokens.count > 1 && $0.tokens.contains(place) }) { continue }
      if tokens[place].text == ",", isTimeAlone(behind: place, end, tokens, marks, lexicon) {
        continue
      }
      if tokens[place].text == ",", start > 0, endsApposition(place, start, end, tokens) {
        continue
      }
      if tokens[place].lower == "when", isOffice(behind: place, marks) { continue }
      // `so few as in November`.
      if tokens[place].lower == "as", tokens[max(0, place - 14)..<place].contains(where: { $0.lower == "so" })
      {
        continue
      }
      // `along the border with Mexico`.
      if tokens[place].lower == "with", place > 0,
        ["border", "line", "boundary", "frontier"].contains(tokens[place - 1].lower)
      {
        continue
      }
      if let close = timeInParentheses(place, tokens, marks) {
        inside = close
        continue
      }
      if place <= inside { continue }
      return place
    }
    return end
  }

  /// Whether `when` tells the day of an office: `135 when the President took office`.
  private static func isOffice(behind when: Int, _ marks: [TextMark]) -> Bool {
    marks.first { $0.tokens.lowerBound > when }.map { next in
      next.time == .relative("office") && next.tokens.lowerBound - when <= 2
    } ?? false
  }

  /// Whether a comma ends what is set between commas, so that the verb follows it: `the
  /// largest number, about 207,000, came in fiscal 1980`.
  private static func endsApposition(
    _ comma: Int,
    _ start: Int,
    _ end: Int,
    _ tokens: [TextToken]
  ) -> Bool {
    guard comma == start, comma + 1 < end, tokens[comma + 1].kind == .word,
      !["and", "but", "or", "a", "an", "the", "which", "while"].contains(tokens[comma + 1].lower)
    else { return false }
    var place = start - 1
    while place > 0, tokens[place].kind != .sign, start - place < 6 { place -= 1 }
    return place > 0 && tokens[place].text == ","
      && ["came", "was", "were", "fell", "occurred", "happened", "took"].contains(
        tokens[comma + 1].lower
      )
  }

  /// The end of parentheses that hold a time and no more: `2,475,669 (2023)`.
  private static func timeInParentheses(
    _ open: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) -> Int? {
    guard tokens[open].text == "(",
      let time = marks.first(where: { $0.tokens.lowerBound > open }), time.time != nil,
      time.tokens.lowerBound - open <= 2, time.tokens.upperBound < tokens.count,
      tokens[time.tokens.upperBound].text == ")"
    else { return nil }
    return time.tokens.upperBound
  }

  /// Whether after a comma stands a time and no more: `11,411, in fiscal 2021`.
  private static func isTimeAlone(
    behind comma: Int,
    _ end: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Bool {
    guard let time = marks.first(where: { $0.tokens.lowerBound > comma }),
      let own = marks.first(where: { $0.tokens.lowerBound > comma && $0.time != nil }),
      own.tokens.lowerBound - comma <= 2, time.tokens.lowerBound > comma,
      own.tokens.lowerBound == comma + 1 || ["in", "during"].contains(tokens[comma + 1].lower)
    else { return false }
    return own.tokens.upperBound >= end || isBoundary(tokens[own.tokens.upperBound], lexicon)
  }

  private static func isBoundary(_ token: TextToken, _ lexicon: TextLexicon) -> Bool {
    if token.kind == .sign {
      return [",", ";", ":", "(", ")", "\u{2014}", "\u{2013}", "\u{2192}", "\""].contains(
        token.text
      )
    }
    return token.kind == .word && lexicon.word(token.lower, .clause) != nil
  }

  private static func trimmed(
    _ range: Range<Int>,
    _ tokens: [TextToken]
  ) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last - 1,
      tokens[first].kind == .sign && tokens[first].text != "$"
        || ["and", "but", "or"].contains(tokens[first].lower)
    { first += 1 }
    while last > first + 1,
      tokens[last - 1].kind == .sign && tokens[last - 1].text != "%"
        || ["and", "but", "or", "while", "whereas", "which"].contains(tokens[last - 1].lower)
    {
      last -= 1
    }
    return first..<last
  }
}
