import QueryLanguage

/// `ask`: the answer to a question.
enum AskMethod: ServedMethod {
  static let name = "ask"
  static let summary = """
    Answers one question with official U.S. border and immigration statistics, their sources and \
    caveats. Questions are in a small language: `removals by fy since 2010`, `encounters for \
    southwest by month in fy2024`, `encounters by citizenship top 5 in fy2023 with share`, \
    `removals in fy2023 vs fy2019`. A mistake comes back with lines that work. `help` and `help \
    by` explain the language; `show` lists what can be counted.
    """
  static let formats = (ofPrograms: "report", ofAgents: "table")
  static let parameters = [
    ServedParameter(
      name: "question",
      kind: .text,
      summary: "One question, such as `removals by fy since 2010`.",
      isRequired: true
    ),
    .format(for: .answers),
    .free,
  ]

  /// Statements that are about a question.
  private static let asked = ["explain"]

  static func answer(
    _ parameters: RequestParameters,
    format: String,
    with session: inout Session
  ) throws -> ServedAnswer {
    let question = try parameters.required("question")
    if let other = SessionStatements.statement(in: question)?.0.keyword, !asked.contains(other) {
      throw RequestError.invalidParameters("`ask` takes a question, and not `\(other)`")
    }
    guard !question.hasPrefix(".") else {
      throw RequestError.invalidParameters("`ask` takes a question, and no command of the prompt")
    }
    return try session.serve(
      question,
      as: parameters.text("format") ?? format,
      isFree: parameters.isTrue("free")
    )
  }
}
