import Catalog
import QueryLanguage

/// What windows of one sentence share.
extension TextWindow {
  /// `12,000, 30,000 and 45,000 in 2020, 2021 and 2022, respectively`: each number has the time, or
  /// the value, at its place in the list.
  static func shareRespectively(
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

  /// `From a high of 249,740 in December, monthly apprehensions fell to 6,068`: what is counted is
  /// told with the end.
  static func shareCounted(
    of windows: inout [TextWindow],
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) {
    guard windows.count > 1, windows[0].anchor.isValue, windows[1].anchor.isValue,
      ["from", "after"].contains(tokens[windows[0].tokens.lowerBound].lower),
      !windows[0].marks.contains(where: { marks[$0].mention?.counted.isEmpty == false }),
      windows[1].anchor.end(marks, tokens) == .to
    else { return }
    windows[0].marks += windows[1].marks.filter { place in
      marks[place].tokens.upperBound <= windows[1].anchor.tokens.lowerBound
        && (marks[place].mention?.counted.isEmpty == false
          || marks[place].mention?.values.isEmpty == false)
    }
  }

  /// `went from A to B within a month`: what is said after both ends tells when the first was.
  static func shareTimes(
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
        windows[place + 1].anchor.tokens.lowerBound - windows[place].anchor.tokens.upperBound <= 2
      {
        windows[place + 1].isBase = true
        windows[place].marks += windows[place + 1].marks.filter { marks[$0].time != nil }
        continue
      }
      // `have doubled since fiscal 2019, to 315,328 in fiscal 2024`: the end is told last.
      if windows[place].anchor.isChange, next.anchor.end(marks, tokens) == .to,
        windows[place].marks.contains(where: { marks[$0].has(.since) }),
        windows[place].marks.count(where: { marks[$0].time != nil }) == 1,
        let end = next.marks.first(where: { marks[$0].time?.namesPeriod ?? false })
      {
        windows[place].marks.append(end)
        continue
      }
      guard windows[place].anchor.end(marks, tokens) == .from,
        windows[place + 1].anchor.end(marks, tokens) == .to,
        windows[place].marks.allSatisfy({ marks[$0].time == nil })
      else { continue }
      windows[place].marks += windows[place + 1].marks.filter { marks[$0].time?.asBase != nil }
    }
  }

  /// `single adults 57%, family units 38% (FY 2024, southwest)`: what is in parentheses at the
  /// end of a sentence, and states nothing, holds for all of it.
  static func addScope(
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
}
