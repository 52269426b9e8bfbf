/// Lines of the language, strictly read.
struct LanguageTarget: FuzzTarget {
  static let name = "language"
  private let session: FuzzSession

  init() throws { session = try FuzzSession(readsFreely: false) }

  func take(_ bytes: [UInt8]) { session.ask(String(decoding: bytes, as: UTF8.self)) }
}
