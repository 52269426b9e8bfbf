package import Diagnostics

/// The format of an answer, and the file that it goes to: `| json > "removals.json"`.
package struct Delivery: Equatable, Sendable {
  /// `| json`
  package var format: Format?
  /// `> "removals.json"`
  package var file: File?

  package init(format: Format? = nil, file: File? = nil) {
    self.format = format
    self.file = file
  }

  /// The name after `|`, as typed, of one or two words: it need not be the name of a format.
  package struct Format: Equatable, Sendable {
    package let name: String
    package let span: SourceSpan

    package init(name: String, span: SourceSpan) {
      self.name = name
      self.span = span
    }
  }

  /// The path after `>`, as typed.
  package struct File: Equatable, Sendable {
    package let path: String
    /// With its quotes.
    package let span: SourceSpan

    package init(path: String, span: SourceSpan) {
      self.path = path
      self.span = span
    }
  }
}

extension Delivery {
  /// As it is typed, in order.
  var spellings: [String] {
    [format.map { "| \($0.name)" }, file.map { "> \"\($0.path)\"" }].compactMap { $0 }
  }
}

extension Parser {
  mutating func delivery() throws(Diagnostic) -> Delivery {
    Delivery(format: try format(), file: try file())
  }

  /// `| json`
  private mutating func format() throws(Diagnostic) -> Delivery.Format? {
    guard skip(.pipe) else { return nil }
    expecting(.format)
    guard let token = current, let name = token.word else {
      throw .expectedFormat(at: currentSpan)
    }
    advance()
    skipOptionSign()
    // A second word chooses among the kinds of a format; a clause is in the wrong place.
    guard let second = current, let kind = second.word, !Keywords.contains(kind) else {
      return Delivery.Format(name: name, span: token.span)
    }
    advance()
    return Delivery.Format(name: "\(name) \(kind)", span: token.span.joined(with: second.span))
  }

  /// `--dialect postgres`, as programs are called, is `postgres`.
  private mutating func skipOptionSign() {
    guard current?.kind == .minus, peek(1)?.kind == .minus, peek(2)?.word == "dialect",
      peek(3)?.word != nil
    else { return }
    for _ in 0..<3 { advance() }
  }

  /// `> "removals.json"`; before a number the sign is a test in the wrong place.
  private mutating func file() throws(Diagnostic) -> Delivery.File? {
    guard current?.kind == .greater else { return nil }
    if case .number = peek(1)?.kind { return nil }
    advance()
    expecting(.file)
    guard let token = current, case .quoted(let path) = token.kind, !path.isEmpty else {
      throw .expectedFile(at: currentSpan)
    }
    advance()
    return Delivery.File(path: path, span: token.span)
  }
}

extension Diagnostic {
  fileprivate static func expectedFormat(at span: SourceSpan) -> Diagnostic {
    Diagnostic("expected-format", "expected a format here", at: span, hint: "such as `| json`")
  }

  /// After `>`.
  package static func expectedFile(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-file",
      "expected the name of a file in quotes",
      at: span,
      hint: "such as `> \"removals.csv\"`"
    )
  }
}
