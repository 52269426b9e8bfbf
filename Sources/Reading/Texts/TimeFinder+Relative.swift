import Catalog

/// Times that are told against the day of the text or another time.
extension TimeFinder {
  /// `last month`, `a year earlier`, `so far this fiscal year`, `the last four fiscal years`.
  func relative(at start: Int) -> Found? {
    // `in the same month of 2023`.
    let inner = ["in", "during"].contains(tokens[start].lower) ? start + 1 : start
    if let found = same(at: inner) ?? counted(at: start) { return found }
    // `since then`.
    if tokens[start].lower == "then", start > 0, tokens[start - 1].lower == "since" {
      return (.relative("same"), start + 1)
    }
    for length in (1...lexicon.reach(tokens, from: start, most: 7)).reversed()
    where start + length <= tokens.count {
      let end = start + length
      guard tokens[start..<end].allSatisfy({ $0.kind != .sign || $0.text == "-" }) else { continue }
      let words = lexicon.words(text(start..<end))
      if let word = words.first(where: { $0.part == .relative }) {
        return (.relative(word.means), end)
      }
    }
    return nil
  }

  /// `the last three years`, `two years earlier`, `the past 12 months`, `in seven months`.
  func counted(at start: Int) -> Found? {
    let isLast = ["last", "past", "previous", "these", "those"].contains(tokens[start].lower)
    // `in over three years`, `in more than a decade`.
    let place = isLast ? start + 1 : behindDegree(start)
    guard place + 1 < tokens.count,
      let (count, after) = single(place) ?? wholeCount(place),
      (1...60).contains(count), after < tokens.count
    else { return nil }
    var end = after
    // `a 30-year high`.
    if !isLast, end + 1 < tokens.count, tokens[end].text == "-",
      let unit = lexicon.word(tokens[end + 1].lower, .key)?.means, ["fy", "month"].contains(unit)
    {
      return (.relative("in \(count) \(unit)"), end + 2)
    }
    if !isLast, end + 1 < tokens.count, tokens[end].text == "-",
      tokens[end + 1].lower == "decade"
    {
      return (.relative("in \(count * 10) fy"), end + 2)
    }
    if tokens[end].lower.hasPrefix("decade") {
      return isLast || start > 0 && tokens[start - 1].lower == "in"
        ? (.relative("\(isLast ? "last" : "in") \(count * 10) fy"), end + 1) : nil
    }
    let isFiscal = tokens[end].lower == "fiscal" || tokens[end].lower == "full"
    if isFiscal { end += 1 }
    guard end < tokens.count, let unit = lexicon.word(tokens[end].lower, .key)?.means,
      ["fy", "month"].contains(unit)
    else { return nil }
    end += 1
    if isLast {
      return tokens[start].lower == "these" || tokens[start].lower == "those"
        ? nil : (.relative("last \(count) \(unit)"), end)
    }
    if end < tokens.count, lexicon.word(tokens[end].lower, .earlier) != nil {
      return (.relative("back \(count) \(unit)"), end + 1)
    }
    if end < tokens.count, tokens[end].lower == "later" {
      return (.relative("ahead \(count) \(unit)"), end + 1)
    }
    return start > 0 && ["in", "within", "over", "during"].contains(tokens[start - 1].lower)
      ? (.relative("in \(count) \(unit)"), end) : nil
  }

  /// `a`, `a single`, with the place after it.
  private func single(_ place: Int) -> (Int, end: Int)? {
    guard ["a", "single"].contains(tokens[place].lower), place + 1 < tokens.count else {
      return nil
    }
    let isBoth = tokens[place].lower == "a" && tokens[place + 1].lower == "single"
    return (1, place + (isBoth ? 2 : 1))
  }

  /// A number with the place after it, `twenty-five` included.
  func wholeCount(_ place: Int) -> (Int, end: Int)? {
    guard let first = count(tokens[place].lower) else { return nil }
    if first >= 20, first % 10 == 0, place + 2 < tokens.count, tokens[place + 1].text == "-",
      let more = count(tokens[place + 2].lower), more < 10
    {
      return (first + more, place + 3)
    }
    return (first, place + 1)
  }

  /// The place after words that say how exactly a number is meant, where `in` precedes them.
  func behindDegree(_ start: Int) -> Int {
    guard start > 0, ["in", "within"].contains(tokens[start - 1].lower) else { return start }
    for length in (1...2).reversed() where start + length < tokens.count {
      if lexicon.word(text(start..<start + length), .degree) != nil { return start + length }
    }
    return start
  }

  /// `the same nine months of the year before`, `the same month of 2023`, `the same period in
  /// fiscal 2024`.
  func same(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    var place = tokens[start].lower == "the" ? start + 1 : start
    guard place + 2 < tokens.count, tokens[place].lower == "same" else { return nil }
    place += 1
    if count(tokens[place].lower) != nil { place += 1 }
    guard place + 1 < tokens.count,
      ["month", "months", "period", "time", "quarter", "stretch", "span"].contains(
        tokens[place].lower
      )
    else { return nil }
    place += 1
    if ["of", "in", "during", "from"].contains(tokens[place].lower) { place += 1 }
    guard place < tokens.count else { return nil }
    if let (time, end) = yearOfKind(at: place) ?? year(at: place) {
      switch time {
      case .period(let year):
        let kind = year.unit == .fiscalYear ? "fy" : "cy"
        return (.relative("sameof \(kind) \(year.code)"), end)
      case .year(let year): return (.relative("sameof cy \(year)"), end)
      default: return nil
      }
    }
    for length in (1...5).reversed() where place + length <= tokens.count {
      let words = lexicon.words(text(place..<place + length))
      if words.contains(where: {
        $0.part == .relative && ["yearbefore", "lastyear", "lastfy", "lastcy"].contains($0.means)
      }) {
        return (.relative("yearbefore"), place + length)
      }
    }
    return nil
  }
}
