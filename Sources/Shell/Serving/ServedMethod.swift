/// Something that a server does: a method of its own, and a tool for agents.
///
/// To add one, write its file here and list it in ``ServedMethods/all``.
protocol ServedMethod: Sendable {
  static var name: String { get }
  /// What it does, in words for somebody who has read nothing else.
  static var summary: String { get }
  static var parameters: [ServedParameter] { get }
  /// The format of its answers where none is named; for programs, and for agents.
  static var formats: (ofPrograms: String, ofAgents: String) { get }

  /// Answers. `format` is used where the parameters name none.
  static func answer(
    _ parameters: RequestParameters,
    format: String,
    with session: inout Session
  ) throws -> ServedAnswer
}
