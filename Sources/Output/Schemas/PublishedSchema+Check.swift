import Catalog
import Results

extension PublishedSchema {
  /// Of checked statements in `| json`; a line of `| jsonl` is one of its elements.
  static var check: PublishedSchema {
    PublishedSchema(
      name: "check",
      summary: "checked statements, an object each",
      json: Schema.list(of: statement)
        .document(id: "check:\(FormatVersion.check)", title: "tally check")
    )
  }

  private static var statement: Schema {
    let number = Schema.number.orNull
    let text = Schema.text.orNull
    return .object([
      .init("formatVersion", .only(FormatVersion.check)),
      .init("claim", text, "Its id, of a statement that a document made.", isOptional: true),
      .init("document", text, isOptional: true),
      .init("published", text, "When the document was.", isOptional: true),
      .init("statement", .text),
      .init("verdict", .one(of: Verdict.allCases.map(\.rawValue))),
      .init("period", Schema.period.orNull, "Two joined by / where it is a span."),
      .init("value", number),
      .init("unit", text),
      .init("low", number, "The least that the figure can be."),
      .init("high", number, "The most that the figure can be."),
      .init("compared", .list(of: figure)),
      .init("margin", number),
      .init("left_out", .list(of: figure), "Periods that `since` leaves out."),
      .init("readings", .list(of: reading), "Each way of reading it, where there are several."),
      .init("also", .list(of: reading), "Other sources and editions, for comparison."),
      .init("sources", .list(of: .text), "By their ids."),
      .init("reason", text, "Why there is no data."),
      .init("cause", text, "Why a number that is close is not the figure."),
      .init("told", text),
    ])
  }

  private static var figure: Schema {
    let number = Schema.number.orNull
    return .object([
      .init("period", Schema.period.orNull),
      .init("unit", .one(of: TimeUnit.allCases.map(\.keyword) + ["span"])),
      .init("value", number), .init("low", number), .init("high", number),
    ])
  }

  private static var reading: Schema {
    .object([
      .init("reading", .text), .init("source", Schema.text.orNull),
      .init("verdict", .one(of: Verdict.allCases.map(\.rawValue))),
      .init("value", Schema.number.orNull),
    ])
  }
}
