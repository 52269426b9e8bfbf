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
    let named = try format()
    let start = currentSpan.start
    let written = try file()
    if named == nil, let written, current?.kind == .pipe, let format = try format() {
      throw .fileBeforeFormat(written, format, at: SourceSpan(start..<previousEnd))
    }
    return Delivery(format: named, file: written)
  }

  /// `| json`
  private mutating func format() throws(Diagnostic) -> Delivery.Format? {
    guard skip(.pipe) else { return nil }
    expecting(.format)
    guard let token = current, let name = token.word else {
      throw .expectedFormat(at: currentSpan)
    }
    advance()
    let whole = name + hyphenatedRest()
    let option = optionSign()
    // A second word chooses among the kinds of a format; a clause is in the wrong place.
    guard option == nil || option == "--dialect", let second = current, let kind = second.word,
      !Keywords.contains(kind)
    else {
      let words = [whole] + (option.map { [$0] } ?? [])
      return Delivery.Format(
        name: words.joined(separator: " "),
        span: token.span.joined(with: previousSpan)
      )
    }
    advance()
    let last = kind + hyphenatedRest()
    return Delivery.Format(name: "\(whole) \(last)", span: token.span.joined(with: previousSpan))
  }

  /// `--dialect postgres` or `--dialect=postgres`, as programs are called, is `postgres`. Gives the
  /// option, for where nothing follows it or there is none of its name.
  private mutating func optionSign() -> String? {
    guard current?.kind == .minus else { return nil }
    advance()
    let isLong = current?.kind == .minus
    if isLong { advance() }
    guard let option = current?.word else { return isLong ? "--" : "-" }
    advance()
    if current?.kind == .equals { advance() }
    return (isLong ? "--" : "-") + option
  }

  /// `-lite` of `vega-lite`: names of other programs have hyphens, and are told with them.
  private mutating func hyphenatedRest() -> String {
    var rest = ""
    while let hyphen = current, hyphen.kind == .minus, hyphen.range.lowerBound == previousEnd,
      let next = peek(1), let word = next.word, next.range.lowerBound == hyphen.range.upperBound
    {
      rest += "-" + word
      for _ in 0..<2 { advance() }
    }
    return rest
  }

  /// `> "removals.json"`; before a number the sign is a test in the wrong place.
  private mutating func file() throws(Diagnostic) -> Delivery.File? {
    guard current?.kind == .greater else { return nil }
    if case .number = peek(1)?.kind { return nil }
    advance()
    expecting(.file)
    guard let token = current, case .quoted(let path) = token.kind, !path.isEmpty else {
      throw .expectedFile(in: source, from: currentSpan.start)
    }
    advance()
    return Delivery.File(path: path, span: token.span)
  }
}

extension Diagnostic {
  fileprivate static func fileBeforeFormat(
    _ file: Delivery.File,
    _ format: Delivery.Format,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic("file-before-format", "the format comes before the file", at: span)
      .taking(["| \(format.name) > \"\(file.path)\""])
  }

  fileprivate static func expectedFormat(at span: SourceSpan) -> Diagnostic {
    Diagnostic("expected-format", "expected a format here", at: span, hint: "such as `| json`")
  }

  /// After `>`, where what follows is no name in quotes, or nothing.
  package static func expectedFile(in source: String, from start: Int) -> Diagnostic {
    let bytes = Array(source.utf8)
    var rest = Array(bytes[min(start, bytes.count)...])
    while rest.last.map({ $0 <= 0x20 || $0 == UInt8(ascii: ";") }) == true { rest.removeLast() }
    let typed = String(decoding: rest, as: UTF8.self)
    // Quotes of other kinds, and a second `>`, which is no other way of writing.
    let odd = "'\" >"
    let name = String(
      typed.drop { odd.contains($0) }.reversed().drop { odd.contains($0) }.reversed()
    )
    return Diagnostic(
      "expected-file",
      "expected the name of a file in quotes",
      at: SourceSpan(start..<start + max(1, rest.count)),
      hint: "such as `> \"\(name.isEmpty ? "removals.csv" : name)\"`"
    ).taking(name.isEmpty || name.contains("\"") ? [] : ["\"\(name)\""])
  }
}
