import Results

extension PublishedSchema {
  /// Of `| report`.
  static var report: PublishedSchema {
    PublishedSchema(
      name: "report",
      summary: "an answer with everything that is known of it",
      json: answer.document(id: "report:\(FormatVersion.report)", title: "tally report")
    )
  }

  private static var answer: Schema {
    .object([
      .init("formatVersion", .only(FormatVersion.report)),
      .init("asked", .text, "The line in somebody's own words, if it was one.", isOptional: true),
      .init("question", .text, "The question in canonical words.", isOptional: true),
      .init("title", .text, isOptional: true),
      .init("columns", .list(of: column)),
      .init("rows", .list(of: .members(.cell)), "By the names of the columns; null is not zero."),
      .init("coverage", coverage),
      .init("notes", .list(of: note)),
      .init("sources", .list(of: source)),
      .init("datasets", .list(of: .text), "The tables that answer, by their ids."),
      .init("sql", .text, "What was run; it runs in sqlite3 on the same file.", isOptional: true),
      .init("version", .text, "Of the program.", isOptional: true),
    ])
  }

  private static var column: Schema {
    .object([
      .init("name", .text, "The name of its cells in the rows."),
      .init("label", .text),
      .init("kind", .one(of: AnswerColumn.Kind.allWords)),
      .init("unit", Schema.text.orNull, "The unit of its figures or periods."),
    ])
  }

  private static var coverage: Schema {
    .object([
      .init("from", Schema.day.orNull),
      .init("to", Schema.day.orNull),
      .init("partial", .list(of: .period), "Periods whose figures do not cover them."),
    ])
  }

  private static var note: Schema {
    .object([
      .init("kind", .one(of: Note.Kind.allCases.map(\.name))),
      .init("text", .text),
      .init("rows", Schema.list(of: .count).orNull, "The rows that it is about, from 0."),
    ])
  }

  private static var source: Schema {
    .object([
      .init("id", .text), .init("publisher", .text), .init("title", .text), .init("table", .text),
      .init("published", .text, "A day, month or year, as far as it is known."),
      .init("url", .text), .init("periods", .text), .init("citation", .text),
    ])
  }
}
