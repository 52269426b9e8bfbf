import Foundation
import TestSupport
import Testing

/// `--errors json` tells programs what goes wrong; a sentence alone tells only people.
@Suite("Errors are told to programs too")
struct ErrorTests {
  @Test("what goes wrong is reported as an ErrorReport")
  func reports() throws {
    let folder = ShippedDatabase.repository + "/Sources/"
    let sentences = try SourceFile.all.filter { file in
      let text = try String(contentsOfFile: folder + file.path, encoding: .utf8)
      return text.contains(/report\(\s*"error:/)
    }
    #expect(sentences.map(\.path) == [], "ErrorReport(.output, …) says it to both")
  }
}
