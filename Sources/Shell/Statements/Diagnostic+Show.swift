import Catalog
import Describing
import Diagnostics
import Output
import QueryLanguage

extension Diagnostic {
  private static var kinds: String {
    Topics.listed.map { "`\($0.plural)`" }.joined(by: ", ")
  }

  static func noKind(at span: SourceSpan) -> Diagnostic {
    Diagnostic("no-kind", "expected what to list here", at: span, hint: "one of \(kinds)")
  }

  static func unknownKind(_ word: StatementWords.Word, _ catalogIndex: CatalogIndex) -> Diagnostic {
    Diagnostic(
      "unknown-kind",
      kind: .notLanguage,
      "no list is called `\(word.text)`",
      at: word.span,
      hint: nearestList(to: word.text, catalogIndex) ?? "lists are \(kinds)"
    )
  }

  private static func nearestList(to word: String, _ catalogIndex: CatalogIndex) -> String? {
    let names = Topics.listed.flatMap { [$0.plural, $0.name] }
    if let near = closestMatch(to: word.lowercased(), among: names),
      let topic = Topics.listed(named: near)
    {
      return "did you mean `show \(topic.synopsis)`?"
    }
    let name = TypedName(word)
    guard !Keywords.isSpeech(word) else { return nil }
    if !name.targets(.dimension, in: catalogIndex).isEmpty { return "`show values of \(word)`" }
    let isKnown = Topics.all.contains { !$0.pages(on: name, in: catalogIndex).isEmpty }
    return isKnown ? "`describe \(word)`" : nil
  }

  static func leftOver(_ words: StatementWords, after kind: String) -> Diagnostic {
    let isOf = words.first?.text.lowercased() == "of"
    let rest = isOf ? words.dropFirst().text : words.text
    return Diagnostic(
      "left-over",
      isOf ? "only `values` take `of`" : "expected `about` or the end after `\(kind)`",
      at: words.span,
      hint: rest.isEmpty ? nil : "`show \(kind) about \(rest)`"
    )
  }

  static func noDimension(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-dimension",
      "expected a dimension here",
      at: span,
      hint: "`show values of DIMENSION`; `show dimensions` lists them"
    )
  }

  static func unknownDimension(_ words: StatementWords, _ catalogIndex: CatalogIndex) -> Diagnostic
  {
    let near = NearestNames(catalogIndex.catalog).nearest(to: words.text, kinds: .dimensions)
    return Diagnostic(
      "unknown-dimension",
      "no dimension is called `\(words.text)`",
      at: words.span,
      hint: near.isEmpty
        ? "`show dimensions` lists them"
        : near.map { "`show values of \($0)`" }.joined(by: ", ")
    )
  }

  static func noWords(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-words",
      "expected words to look for after `about`",
      at: span,
      hint: "such as `\(ShowStatement.example)`"
    )
  }

  static func tooManyWords(_ most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-many-words",
      "`about` takes \(most) words at most",
      at: span,
      hint: "each of them must occur in a row"
    )
  }
}
