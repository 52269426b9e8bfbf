/// `show`: everything of a kind.
enum ShowMethod: ServedMethod {
  static let name = "show"
  static let summary = """
    Lists everything of a kind: `measures`, `dimensions`, `values of citizenship`, `datasets`, \
    `sources`, `documents`, `gaps`; `measures about drugs` lists those that the words are about.
    """
  static let formats = (ofPrograms: "json", ofAgents: "table")
  static let parameters = [
    ServedParameter(
      name: "kind",
      kind: .text,
      summary: "What to list, such as `measures` or `documents about removals`.",
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
      parameters.required("kind").beginning(with: ShowStatement.keyword),
      as: parameters.text("format") ?? format
    )
  }
}
