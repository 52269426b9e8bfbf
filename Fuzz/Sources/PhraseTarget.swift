/// Lines in people's own words.
struct PhraseTarget: FuzzTarget {
  static let name = "phrases"
  private let session: FuzzSession

  init() throws { session = try FuzzSession(readsFreely: true) }

  func take(_ bytes: [UInt8]) { session.ask(String(decoding: bytes, as: UTF8.self)) }
}
