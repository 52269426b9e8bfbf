extension PublishedSchema {
  /// Of a line on standard error with `--errors json`.
  static var error: PublishedSchema {
    PublishedSchema(
      name: "error",
      summary: "a line on standard error with --errors json",
      json: line.document(id: "error:\(FormatVersion.error)", title: "tally errors")
    )
  }

  private static var line: Schema {
    .object([
      .init("formatVersion", .only(FormatVersion.error)),
      .init("kind", .one(of: ErrorKind.allCases.map(\.rawValue))),
      .init("id", Schema.text.orNull, "A stable handle, such as unknown-measure."),
      .init("message", .text),
      .init("place", place.orNull),
      .init("hint", Schema.text.orNull),
      .init("try", .list(of: .text), "Statements or command lines that work instead."),
    ])
  }

  private static var place: Schema {
    .object([
      .init("file", Schema.text.orNull, "null for what was typed or given as an argument."),
      .init("line", .count, "From 1."),
      .init("column", Schema.count.orNull, "In Unicode scalars, from 1."),
      .init("length", Schema.count.orNull, "In Unicode scalars; 0 where something is missing."),
      .init("text", Schema.text.orNull, "What is there."),
    ])
  }
}
