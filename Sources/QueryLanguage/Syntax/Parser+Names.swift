package import Catalog
import Diagnostics

extension Parser {
  /// The longest spelling of the catalog that starts here and is of one of the kinds.
  package mutating func name(_ kinds: NameMatch.Kinds) -> Name? {
    guard let first = current else { return nil }
    if case .quoted(let text) = first.kind { return quotedName(text, kinds, at: first) }
    guard !isKeywordAlone(first, for: kinds) else { return nil }

    let ends = nameEnds()
    for (key, count) in ends.reversed() {
      let matches = catalog.matches(key: key).filter { kinds.contains($0.kind) }
      // `iraq is about 12` names no Iraqis.
      guard !matches.isEmpty, count == 1 || peekWord(count - 1) != "is" else { continue }
      let start = position
      position += count
      let span = span(from: start)
      let text = text(span)
      return Name(text: text, span: span, matches: asTyped(matches, key, text))
    }
    return nil
  }

  /// The longest user-defined name that starts here.
  mutating func defined() -> Query.Expression? {
    guard !definitions.isEmpty, let first = current else { return nil }
    if case .quoted(let text) = first.kind {
      guard let known = definition(key: Spelling.key(of: text)) else { return nil }
      advance()
      return .defined(known, first.span)
    }
    for (key, count) in nameEnds().reversed() {
      guard let known = definition(key: key) else { continue }
      let start = position
      position += count
      return .defined(known, span(from: start))
    }
    return nil
  }

  private func definition(key: String) -> Definition? {
    definitions.last { $0.key == key }
  }

  private mutating func quotedName(
    _ text: String,
    _ kinds: NameMatch.Kinds,
    at token: Token
  ) -> Name? {
    let key = Spelling.key(of: text)
    let matches = catalog.matches(key: key).filter { match in
      kinds.contains(match.kind) && (!key.isEmpty || isLabel(text, match))
    }
    guard !matches.isEmpty else { return nil }
    advance()
    return Name(
      text: text,
      span: token.span,
      matches: asTyped(matches, key, text),
      isQuoted: true
    )
  }

  /// Of a value and a group that a plural tells apart (`Korea`, `Koreas`), what is spelled as
  /// typed.
  private func asTyped(_ matches: [NameMatch], _ key: String, _ text: String) -> [NameMatch] {
    guard matches.count > 1, matches.contains(where: { $0.kind == .group }) else { return matches }
    let typed = Label.key(of: text)
    let spelled = catalog.spellings(key: key).filter { Label.key(of: $0.text) == typed }
    let kept = matches.filter { match in
      spelled.contains { $0.match.kind == match.kind && $0.match.target == match.target }
    }
    return kept.isEmpty ? matches : kept
  }

  /// Signs alone have no folded spelling, so exactly the same text is looked up.
  private func isLabel(_ text: String, _ match: NameMatch) -> Bool {
    guard match.kind == .member, let member = catalog.member(match.target) else { return false }
    return Label.key(of: member.name) == Label.key(of: text)
  }

  /// A value spelled like one keyword, month or quarter is that keyword unless it is quoted, and
  /// unless words follow that make it a longer name.
  private func isKeywordAlone(_ token: Token, for kinds: NameMatch.Kinds) -> Bool {
    guard let word = token.word, kinds == .values, Keywords.needsQuotes(word) else { return false }
    return !nameEnds().dropFirst().contains { key, _ in
      catalog.matches(key: key).contains { kinds.contains($0.kind) }
    }
  }

  /// The folded spellings that could start here, shortest first, with the number of their tokens.
  private func nameEnds() -> [(key: String, count: Int)] {
    var ends: [(key: String, count: Int)] = []
    var key = ""
    for index in position..<min(tokens.count, position + Self.longestName) {
      guard belongsToName(index) else { break }
      let piece = Spelling.key(of: text(tokens[index].span))
      key += piece
      if !piece.isEmpty { ends.append((key, index - position + 1)) }
    }
    return ends
  }

  /// The most tokens that a name may have.
  private static var longestName: Int { 16 }

  /// Whether a token can be a part of the name that starts at the current one.
  private func belongsToName(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .word, .number, .leftBracket, .rightBracket, .comma: index > position || !isBracket(index)
    case .plus, .minus, .slash: index > position && isInsideWord(index)
    case .unknown(let sign): sign == "." || sign == "'"
    default: false
    }
  }

  private func isBracket(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .leftBracket, .rightBracket, .comma: true
    default: false
    }
  }

  /// Whether a sign has no space on either side, as in `H-2A`.
  private func isInsideWord(_ index: Int) -> Bool {
    index + 1 < tokens.count
      && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
  }

  /// The words from here to the next keyword, sign or end: the text that was meant to be a name.
  package func unknownName() -> Name {
    var end = position
    while end < tokens.count {
      switch tokens[end].kind {
      case .quoted(let text) where end == position:
        return Name(text: text, span: tokens[end].span, matches: [], isQuoted: true)
      case .word(let word) where end == position || !Keywords.contains(word): end += 1
      case .number where end > position: end += 1
      case .minus where end > position && isInsideWord(end): end += 1
      default:
        return Name(text: wordsText(to: end), span: wordsSpan(to: end), matches: [])
      }
    }
    return Name(text: wordsText(to: end), span: wordsSpan(to: end), matches: [])
  }

  private func wordsSpan(to end: Int) -> SourceSpan {
    guard position < tokens.count else { return endSpan }
    let last = max(position, end - 1)
    return SourceSpan(tokens[position].range.lowerBound..<tokens[last].range.upperBound)
  }

  private func wordsText(to end: Int) -> String { text(wordsSpan(to: end)) }
}
