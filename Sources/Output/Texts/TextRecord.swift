import Results

/// A statement of a text as an object for other programs.
struct TextRecord {
  let text: ReadText
  let statement: TextStatement

  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("formatVersion", .number(FormatVersion.read)),
      ("file", .text(text.name)),
      ("start", .number(statement.range.lowerBound)),
      ("end", .number(statement.range.upperBound)),
      ("text", .text(statement.text)),
      ("line", .number(statement.line)),
      ("check", statement.checks.first.map { .text($0.statement) } ?? .null),
      ("verdict", .text(statement.verdict.rawValue)),
      ("value", Self.number(statement.checks.first?.value?.number)),
      ("said", statement.said.isEmpty ? .null : .text(statement.said)),
      ("certain", .boolean(statement.isCertain)),
      ("speaker", statement.speaker.isEmpty ? .null : .text(statement.speaker)),
      ("checks", .array(statement.checks.map(check))),
      ("readings", .array(statement.readings.map(reading))),
      ("carried", .array(statement.carried.map { .text($0) })),
      ("why", statement.why.isEmpty ? .null : .text(statement.why)),
      ("try", .array(statement.questions.map { .text($0) })),
      ("sources", .array(sources.map { .text($0) })),
      ("edition", .text(text.edition)),
    ]
    if !text.judged.isEmpty { members.append(("judged", .text(text.judged))) }
    return .object(members)
  }

  var sources: [String] {
    statement.checks.flatMap { $0.foot.sources.map(\.key) }.reduce(into: []) { found, key in
      if !found.contains(key) { found.append(key) }
    }
  }

  private func check(_ answer: CheckAnswer) -> JSONValue {
    .object([
      ("check", .text(answer.statement)),
      ("verdict", .text(answer.verdict.rawValue)),
      ("value", Self.number(answer.value?.number)),
      ("said", Self.number(answer.miss?.said)),
      ("cause", answer.miss.flatMap { answer.verdict == .close ? .text($0.words) : nil } ?? .null),
      ("then", answer.others.first.map { Self.number($0.value?.number) } ?? .null),
    ])
  }

  private func reading(_ reading: CheckReading) -> JSONValue {
    .object([
      ("reading", .text(reading.name)),
      ("verdict", .text(reading.verdict.rawValue)),
      ("value", Self.number(reading.value?.number)),
    ])
  }

  static func number(_ number: Number?) -> JSONValue {
    switch number {
    case .integer(let whole)?: .number(whole)
    case .real(let real)? where real.isFinite: .decimal(real)
    case .real?, nil: .null
    }
  }
}
