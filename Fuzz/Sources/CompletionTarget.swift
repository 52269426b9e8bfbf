import QueryLanguage
import Shell

/// What Tab offers. The first byte says where the cursor is.
struct CompletionTarget: FuzzTarget {
  static let name = "completion"
  private let session: FuzzSession

  init() throws { session = try FuzzSession(readsFreely: true) }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let line = String(decoding: bytes.dropFirst(), as: UTF8.self)
    guard !FuzzSession.namesFile(line) else { return }
    // The editor's cursor is never inside a character.
    var cursor = Int(first) * line.utf8.count / 255
    while cursor > 0, !line.utf8.index(line.startIndex, offsetBy: cursor).isCharacterStart(in: line)
    {
      cursor -= 1
    }
    let offer = session.completion.offer(for: line, at: cursor)
    promise((0...cursor).contains(offer.start), "what is replaced lies before the cursor")
    promise(offer.items.allSatisfy { !$0.text.isEmpty }, "every candidate has a text")
  }
}

extension String.Index {
  fileprivate func isCharacterStart(in text: String) -> Bool {
    samePosition(in: text.unicodeScalars) != nil
  }
}
