import Catalog
import Diagnostics
import QueryLanguage

extension MentionFinder {
  /// The longer of the two: `fiscal year` is a breakdown, `fiscal year 2024` a period.
  func nameOrPeriod(at start: Int) -> (Mention?, end: Int)? {
    guard let period = period(at: start) else { return name(at: start) }
    guard let name = name(at: start), name.end >= period.end else { return period }
    return name.end == period.end && Int(text(of: tokens[start])) != nil ? period : name
  }

  func name(at start: Int) -> (Mention?, end: Int)? {
    // A year is no name, although names may begin with a number.
    for end in (start + 1...min(start + Self.most, tokens.count)).reversed() {
      let own = start..<end
      // Signs are folded away in names, and `%` asks for something.
      guard !tokens[own].contains(where: { $0.kind == .comma || $0.kind == .unknown("%") }),
        !(splitsAtAnd && own.count > 1 && tokens[own].contains { $0.word == "and" })
      else { continue }
      let key = Spelling.key(of: text(own))
      guard !key.isEmpty else { continue }
      let matches = lexicon.matches(key: key)
      var mention = Mention(text(own), span(own))
      for match in matches { mention.add(match, catalog) }
      mention.levelValues()
      // `está` is no `ESTA`.
      if mention.has(.filler), mention.text != mention.text.uppercased() { mention.notHeld = nil }
      if matches.contains(where: { NameMatch.Kinds.dated.contains($0.kind) }) {
        do throws(Diagnostic) {
          mention.period = try dated(text(own)).map(Mention.NamedTime.one)
        } catch {
          mention.holders = error.questions
        }
        mention.isDated = mention.period != nil
      }
      if splitsAtAnd, own.count > 1, isValueBesideMeasure(own, matches) { continue }
      if own.count > 1, cutsName(own, matches) || cutsBreakdown(own) { continue }
      if own.count > 1, asksMean, mention.isNotHeld, isOftenBeforeName(start) { continue }
      // `more than` is of numbers; before other words it is two.
      if own.count > 1, mention.isDegree { continue }
      guard !mention.isUnknown else { continue }
      // `the border patrol agents` begins with an article, and no name with `the border`.
      if own.count > 1, isArticle(start), let next = self.name(at: start + 1), next.end > end {
        continue
      }
      return (mention, end)
    }
    return nil
  }

  /// Whether a word makes means where one is asked for: `daily` in `average number of daily
  /// crossings`, of which single days are not held.
  func isOftenBeforeName(_ start: Int) -> Bool {
    guard let word = tokens[start].word else { return false }
    return lexicon.words(named: word).contains { $0.part == .often && $0.means.hasPrefix("per ") }
  }

  /// Whether a phrase ends inside a longer name, and what precedes that is a name, too:
  /// `encounters at ports` in `encounters at ports of entry`. The last word of that means nothing
  /// by itself.
  func cutsName(_ own: Range<Int>, _ matches: [NameMatch]) -> Bool {
    guard own.upperBound < tokens.count, tokens[own.upperBound].word != nil, !matches.isEmpty
    else { return false }
    return own.dropFirst().contains { middle in
      guard !lexicon.matches(key: Spelling.key(of: text(own.lowerBound..<middle))).isEmpty else {
        return false
      }
      let ends = own.upperBound + 1...min(middle + Self.most, tokens.count)
      return middle + Self.most >= own.upperBound + 1
        && ends.contains { end in
          (isUnread(end - 1) || isKind(own.lowerBound..<middle))
            && lexicon.matches(key: Spelling.key(of: text(middle..<end))).contains {
              [.member, .group, .phrase, .measure, .notHeld].contains($0.kind)
                || $0.kind == .word && isName(catalog.word($0.target))
            }
        }
    }
  }

  /// Whether a name ends inside the name of a breakdown after `by`: `removals by ICE` in
  /// `removals by ICE office`.
  private func cutsBreakdown(_ own: Range<Int>) -> Bool {
    guard own.upperBound < tokens.count else { return false }
    return own.dropFirst().contains { middle in
      isAfterEach(middle)
        && (own.upperBound + 1...min(middle + Self.most, tokens.count)).contains { end in
          lexicon.matches(key: Spelling.key(of: text(middle..<end))).contains {
            $0.kind == .dimension || $0.kind == .word && catalog.word($0.target)?.part == .key
          }
        }
    }
  }

  /// Whether words only name a kind of people, which adds nothing: `migrants`.
  private func isKind(_ own: Range<Int>) -> Bool {
    let matches = lexicon.matches(key: Spelling.key(of: text(own)))
    return !matches.isEmpty
      && matches.allSatisfy { $0.kind == .word && catalog.word($0.target)?.part == .kind }
  }

  /// Whether a word of speech names something.
  private func isName(_ word: SpokenWord?) -> Bool {
    word.map { [.counted, .value].contains($0.part) } ?? false
  }

  /// Whether a word by itself has no part in a line.
  func isUnread(_ place: Int) -> Bool {
    let own = text(place..<place + 1)
    return lexicon.matches(key: Spelling.key(of: own)).allSatisfy { match in
      match.kind == .word && catalog.word(match.target)?.part == .deny
        || match.kind == .member && Mention.isWordLikeCode(match, own, catalog)
    }
  }

  /// Whether a word by itself adds nothing, as `the`.
  func isArticle(_ place: Int) -> Bool {
    guard let word = tokens[place].word else { return false }
    return lexicon.words(named: word).contains { $0.part == .filler }
  }

  /// Whether a phrase is a value and a measure side by side, of which the value may be what is
  /// compared: `OFO vs USBP encounters`.
  func isValueBesideMeasure(_ own: Range<Int>, _ matches: [NameMatch]) -> Bool {
    guard matches.allSatisfy({ [.phrase, .word].contains($0.kind) || $0.preference > 0 }) else {
      return false
    }
    func isValue(_ part: Range<Int>) -> Bool {
      lexicon.matches(key: Spelling.key(of: text(part))).contains { match in
        match.kind == .member || match.kind == .group
          || match.kind == .phrase && catalog.phrase(match.target)?.standsForValue == true
      }
    }
    func isMeasure(_ part: Range<Int>) -> Bool {
      lexicon.matches(key: Spelling.key(of: text(part))).contains { $0.kind == .measure }
    }
    let (first, last) = (own.lowerBound, own.upperBound)
    return isValue(first..<last - 1) && isMeasure(last - 1..<last)
      || isMeasure(first..<first + 1) && isValue(first + 1..<last)
  }

  /// A dated event or an administration.
  func dated(_ text: String) throws(Diagnostic) -> PeriodTerm? {
    var parser = try Parser(text, catalog: catalog)
    return try parser.period()
  }
}
