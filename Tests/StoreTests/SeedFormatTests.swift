import Foundation
import TestSupport
import Testing

/// Whoever adds to the seed has only docs/seed-format.md to go by.
@Suite("The format of the seed is as its page says")
struct SeedFormatTests {
  private static let repository = ShippedDatabase.repository
  private static let folders = ["catalog", "formats", "documents"]

  private static let files = folders.flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(repository)/seed/\(folder)")
    return (names ?? []).filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func page() throws -> String {
    try String(contentsOfFile: repository + "/docs/seed-format.md", encoding: .utf8)
  }

  @Test("the header of a file is on the page", arguments: files)
  func hasHeader(of file: String) throws {
    let text = try String(contentsOfFile: "\(Self.repository)/seed/\(file)", encoding: .utf8)
    let header = String(text.prefix { $0 != "\n" })
    #expect(
      try Self.page().contains("`\(header)`"),
      "docs/seed-format.md: seed/\(file) has the header\n\(header)"
    )
  }

  @Test("a file is in the tree of the page", arguments: files)
  func isInTree(_ file: String) throws {
    let (folder, name) = (file.prefix { $0 != "/" }, file.drop { $0 != "/" }.dropFirst())
    let tree = try Self.page().components(separatedBy: "```")[1]
    let rest = try #require(tree.range(of: "\n  \(folder)/\n"))
    #expect(
      tree[rest.upperBound...].contains("    \(name) "),
      "docs/seed-format.md: the tree of files has no \(file)"
    )
  }

  @Test("there are files")
  func areFiles() { #expect(Self.files.count > 25) }
}
