import Asking
import Results
import Store
import TestSupport

/// Texts whose statements are judged. The first byte says of which kind they are.
struct TextTarget: FuzzTarget {
  static let name = "texts"
  private let judge: TextJudge

  init() throws { judge = TextJudge(Pipeline(try ShippedDatabase.open())) }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let name = ["a.txt", "a.md", "a.html"][Int(first) % 3]
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    do {
      let read = try judge.read(text, name: name, day: nil)
      let places = read.paragraphs.flatMap(\.pieces).compactMap(\.statement)
      promise(places.allSatisfy(read.statements.indices.contains), "a mark without a statement")
    } catch {
      fatalError("\(error)")
    }
  }
}
