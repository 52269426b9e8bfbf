import Catalog
import Diagnostics

extension Parser {
  /// A dated event or an administration where a period may be: `title 42 ends`, `biden`. `nil`
  /// where neither is named.
  mutating func dated() throws(Diagnostic) -> PeriodTerm? {
    guard let (name, after) = lookAhead({ $0.name(.dated) }) else { return nil }
    let events = name.matches.filter { $0.kind == .event }.compactMap { catalog.event($0.target) }
    // Of what happened twice, as taking office, the last time is meant.
    if let last = events.max(by: { $0.date < $1.date }), let value = last.value {
      self = after
      return PeriodTerm(value, at: name.span, name: name.spelling, event: last)
    }
    let known = Set(name.matches.filter { $0.kind == .administration }.map(\.target))
    let terms = catalog.administrations().filter { known.contains($0.id) }
    guard let first = terms.first else { return nil }
    guard terms.allSatisfy({ $0.holder == first.holder }) else {
      throw .severalHolders(name, terms.map { written(name, as: $0.holder) })
    }
    self = after
    return PeriodTerm(.administration(terms), at: name.span, name: name.spelling)
  }

  /// The whole line with another name in the place of one.
  private func written(_ name: Name, as other: String) -> String {
    let bytes = Array(source.utf8)
    return String(decoding: bytes[..<name.span.start], as: UTF8.self) + other
      + String(decoding: bytes[name.span.end...], as: UTF8.self)
  }
}

extension PolicyEvent {
  fileprivate var value: PeriodTerm.Value? { period.map(PeriodTerm.Value.period) }
}

extension Diagnostic {
  fileprivate static func severalHolders(_ name: Name, _ questions: [String]) -> Diagnostic {
    Diagnostic(
      "several-holders",
      "`\(name.text)` is the name of several presidents",
      at: name.span,
      questions: questions
    )
  }

  static func severalTerms(_ term: PeriodTerm, _ terms: [Administration]) -> Diagnostic {
    Diagnostic(
      "several-terms",
      "`\(term.spelling)` held office in \(terms.count) terms apart",
      at: term.span,
      hint: "`under \(term.spelling)` takes all of them"
    )
    .taking(terms.map(\.name))
  }
}
