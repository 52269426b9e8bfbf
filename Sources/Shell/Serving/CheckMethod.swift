/// `check`: whether a statement holds.
enum CheckMethod: ServedMethod {
  static let name = "check"
  static let summary = """
    Judges a statement by the published figures: `encounters for southwest in nov 2024 is lowest \
    since jul 2020`, `change in removals from fy2022 to fy2023 = 20%`, or a sentence in quotes. \
    Verdicts are holds, close, fails, undecided, depends and no data.
    """
  static let formats = (ofPrograms: "json", ofAgents: "table")
  static let parameters = [
    ServedParameter(
      name: "statement",
      kind: .text,
      summary: "One statement, with or without `check` before it.",
      isRequired: true
    ),
    .format(for: .checks),
    .free,
  ]

  static func answer(
    _ parameters: RequestParameters,
    format: String,
    with session: inout Session
  ) throws -> ServedAnswer {
    let statement = try parameters.required("statement")
    return try session.serve(
      statement.beginning(with: CheckStatement.keyword),
      as: parameters.text("format") ?? format,
      isFree: parameters.isTrue("free")
    )
  }
}

extension String {
  /// The same statement with its keyword, where that is missing.
  func beginning(with keyword: String) -> String {
    let first = drop { $0 == " " }.prefix { $0.isLetter }
    return first.lowercased() == keyword ? self : keyword + " " + self
  }
}
