/// `describe`: what is known of a name.
enum DescribeMethod: ServedMethod {
  static let name = "describe"
  static let summary = """
    Tells what is known of a name: the definition, unit, coverage and caveats of a measure, a \
    value, a table, a document or a program.
    """
  static let formats = (ofPrograms: "text", ofAgents: "text")
  static let parameters = [
    ServedParameter(
      name: "name",
      kind: .text,
      summary: "A name, such as `removals`.",
      isRequired: true
    ),
    .format(for: .lists),
  ]

  static func answer(
    _ parameters: RequestParameters,
    format: String,
    with session: inout Session
  ) throws -> ServedAnswer {
    try session.serve(
      DescribeStatement.keyword + " " + parameters.required("name"),
      as: parameters.text("format") ?? "table"
    )
  }
}
