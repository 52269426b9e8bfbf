/// A word, a number or a sign of a text.
struct TextToken {
  enum Kind { case word, number, sign }

  let kind: Kind
  /// Its characters in the block.
  let range: Range<Int>
  /// As written.
  let text: String
  /// In small letters.
  let lower: String
  /// Whether a space, or nothing, precedes it.
  let isAfterSpace: Bool

  var isCapital: Bool { text.unicodeScalars.first?.isUpper ?? false }
}

extension TextBlock {
  /// The tokens of a block.
  var tokens: [TextToken] {
    var tokens: [TextToken] = []
    var start = 0
    while start < scalars.count {
      let first = scalars[start]
      if first == " " {
        start += 1
        continue
      }
      let (kind, end) = token(at: start)
      let text = text(start..<end)
      let isAfterSpace = start == 0 || scalars[start - 1] == " "
      tokens.append(
        TextToken(
          kind: kind,
          range: start..<end,
          text: text,
          lower: text.lowercased(),
          isAfterSpace: isAfterSpace
        )
      )
      start = end
    }
    return tokens
  }

  private func token(at start: Int) -> (TextToken.Kind, end: Int) {
    if scalars[start].isDigit {
      let end = numberEnd(start)
      return isOrdinal(start, end) ? (.word, end + 2) : (.number, end)
    }
    guard scalars[start].isLetter else { return (.sign, start + 1) }
    var end = start + 1
    while end < scalars.count {
      let scalar = scalars[end]
      if scalar.isLetter || scalar.isDigit {
        end += 1
      } else if scalar == "'", end + 1 < scalars.count, scalars[end + 1].isLetter {
        end += 2
      } else if scalar == ".", isAbbreviation(start, end) {
        end += 1
      } else {
        break
      }
    }
    return (.word, end)
  }

  /// `5th`, `22nd`.
  private func isOrdinal(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 3, end + 2 <= scalars.count,
      end + 2 == scalars.count || !scalars[end + 2].isLetter && !scalars[end + 2].isDigit
    else { return false }
    return ["st", "nd", "rd", "th"].contains(text(end..<end + 2).lowercased())
  }

  /// Whether a dot is part of a word of single letters: `U.S.`.
  private func isAbbreviation(_ start: Int, _ dot: Int) -> Bool {
    let isSingle = dot - start == 1 || scalars[dot - 2] == "."
    guard isSingle, scalars[dot - 1].isLetter else { return false }
    return dot - start > 1
      || dot + 2 < scalars.count && scalars[dot + 1].isLetter
        && scalars[dot + 2] == "."
  }

  /// After the last digit of `1,234.5`, which commas and a point may divide.
  private func numberEnd(_ start: Int) -> Int {
    var end = start
    var hasPoint = false
    while end < scalars.count {
      if scalars[end].isDigit {
        end += 1
      } else if scalars[end] == ",", !hasPoint, areDigits(end + 1, 3), !areDigits(end + 1, 4) {
        end += 1
      } else if scalars[end] == ".", !hasPoint, areDigits(end + 1, 1) {
        hasPoint = true
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func areDigits(_ start: Int, _ count: Int) -> Bool {
    start + count <= scalars.count && scalars[start..<start + count].allSatisfy(\.isDigit)
  }
}
