import Results

extension PublishedSchema {
  /// Of `tally read --format json`; a line of `jsonl` is one of its elements.
  static var read: PublishedSchema {
    PublishedSchema(
      name: "read",
      summary: "statements found in texts, an object each",
      json: Schema.list(of: found)
        .document(id: "read:\(FormatVersion.read)", title: "tally read")
    )
  }

  private static var found: Schema {
    let text = Schema.text.orNull
    return .object([
      .init("formatVersion", .only(FormatVersion.read)),
      .init("file", .text, "- for standard input."),
      .init("start", .count, "The place in the file, in Unicode scalars from 0."),
      .init("end", .count),
      .init("text", .text),
      .init("line", .count, "From 1."),
      .init("check", text, "The statement in the language; the first where it is several."),
      .init("verdict", verdict),
      .init("value", Schema.number.orNull, "The figure."),
      .init("said", text, "The number stated, as the text has it."),
      .init("certain", .boolean, "Whether nothing was carried and no preference used."),
      .init("speaker", text),
      .init("checks", .list(of: judged), "All of which must hold."),
      .init("readings", .list(of: reading), "Each way of reading it, where there are several."),
      .init("carried", .list(of: .text), "What was taken from statements before."),
      .init("why", text, "Why there is no data, or why it was not read."),
      .init("try", .list(of: .text), "What can be asked instead."),
      .init("sources", .list(of: .text), "By their ids."),
      .init("edition", .text, "When the newest data were published."),
      .init("judged", .text, "The day of judging, with --date-stamp.", isOptional: true),
    ])
  }

  private static var verdict: Schema { .one(of: TextVerdict.allCases.map(\.rawValue)) }

  private static var judged: Schema {
    let number = Schema.number.orNull
    return .object([
      .init("check", .text), .init("verdict", .one(of: Verdict.allCases.map(\.rawValue))),
      .init("value", number), .init("said", number),
      .init("cause", Schema.text.orNull, "Why a number that is close is not the figure."),
      .init("then", number, "The figure as it was when the text was written."),
    ])
  }

  private static var reading: Schema {
    .object([
      .init("reading", .text), .init("verdict", .one(of: Verdict.allCases.map(\.rawValue))),
      .init("value", Schema.number.orNull),
    ])
  }
}
