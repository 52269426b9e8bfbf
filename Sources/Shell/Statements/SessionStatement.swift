package import QueryLanguage

/// A statement that is no question, such as `show measures`.
///
/// To add one, write its file here and list it in ``SessionStatements/all``: help, completion and
/// the reference page read that list.
package protocol SessionStatement: Sendable {
  /// The word that it begins with.
  static var keyword: String { get }
  /// How it is written: `describe NAME`.
  static var synopsis: String { get }
  /// What it does, in a few words.
  static var summary: String { get }
  static var example: String { get }
  /// The kinds that it is about, each with what it is.
  static var topics: [(String, String)] { get }

  /// What may come next in a line that begins with the keyword; `after` is the UTF-8 offset of its
  /// end.
  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer

  static func run(_ words: StatementWords, in session: inout Session) throws
}
