import Catalog

/// Finds what the words of a sentence mean, from the left: times first, then the longest names,
/// numbers, and single words.
struct MarkFinder {
  private let tokens: [TextToken]
  private let lexicon: TextLexicon
  private let times: TimeFinder
  private let numbers: NumberFinder

  /// The most words of a name.
  private static let most = 7

  init(_ tokens: [TextToken], _ lexicon: TextLexicon) {
    self.tokens = tokens
    self.lexicon = lexicon
    times = TimeFinder(tokens: tokens, lexicon: lexicon)
    numbers = NumberFinder(tokens: tokens, lexicon: lexicon)
  }

  var marks: [TextMark] {
    var marks: [TextMark] = []
    var start = 0
    while start < tokens.count {
      if let mark = mark(at: start) {
        marks.append(mark)
        start = mark.tokens.upperBound
      } else {
        start += 1
      }
    }
    return marks
  }

  private func mark(at start: Int) -> TextMark? {
    let number = numbers.number(at: start)
    let time = times.time(at: start)
    let name = name(at: start)
    // `287(g) agreements` is a name that begins with a number.
    if let name, name.isNamed, name.tokens.count > max(number?.end ?? 0, time?.end ?? 0) - start {
      return name
    }
    if let time, number.map({ $0.end <= time.end }) ?? true {
      return TextMark(tokens: start..<time.end, content: .time(time.time))
    }
    if let number { return TextMark(tokens: start..<number.end, content: .number(number.number)) }
    return name
  }

  private func name(at start: Int) -> TextMark? {
    guard tokens[start].kind != .sign else { return nil }
    // An article begins no name, so that the name behind it is found whole.
    let most = tokens[start].lower == "the" ? 1 : Self.most
    for length in (1...most).reversed() where start + length <= tokens.count {
      let own = start..<start + length
      guard tokens[start + length - 1].kind != .sign || tokens[start + length - 1].text == ")",
        tokens[own].allSatisfy({ $0.kind != .sign || Self.joints.contains($0.text) }),
        let mention = lexicon.mention(written(own))
      else { continue }
      return TextMark(tokens: own, content: .mention(mention))
    }
    return nil
  }

  /// Signs inside a name.
  private static let joints: Set<String> = ["-", "'", "(", ")", "&", "/", "."]

  private func written(_ own: Range<Int>) -> String {
    var text = ""
    for place in own {
      if place > own.lowerBound, tokens[place].isBehindSpace { text += " " }
      text += tokens[place].text
    }
    // `Del Rio's` names what `Del Rio` does.
    return text.hasSuffix("'s") || text.hasSuffix("'S") ? String(text.dropLast(2)) : text
  }
}

extension TextMark {
  /// Whether it names something of the catalog.
  var isNamed: Bool {
    mention.map { !$0.counted.isEmpty || !$0.values.isEmpty || $0.notHeld != nil || $0.key != nil }
      ?? false
  }
}
