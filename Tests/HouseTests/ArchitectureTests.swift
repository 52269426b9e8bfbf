import Foundation
import TestSupport
import Testing

/// The map of the program is read first: what it does not show is not found.
@Suite("docs/architecture.md shows every folder")
struct ArchitectureTests {
  /// Rows of the table of targets: a target begins one, its folders follow with a dot.
  private static func shown(in page: String) -> Set<String> {
    var (shown, targets): (Set<String>, [String]) = ([], [])
    for line in page.split(separator: "\n") where line.hasPrefix("| ") {
      let first = line.dropFirst(2).prefix { $0 != "|" }
      let names = first.matches(of: /`([A-Za-z]+)\/?`/).map { String($0.1) }
      if first.hasPrefix("·") {
        for name in names { shown.formUnion(targets.map { "\($0)/\(name)" }) }
      } else {
        targets = names
        shown.formUnion(names)
      }
    }
    return shown
  }

  @Test("every target and every folder of one has a row, and no row is of a folder that is gone")
  func showsFolders() throws {
    let repository = ShippedDatabase.repository
    let page = try String(contentsOfFile: repository + "/docs/architecture.md", encoding: .utf8)
    let table = try #require(page.components(separatedBy: "## Targets, in reading order").last)
    let manager = FileManager.default
    let paths = try manager.subpathsOfDirectory(atPath: repository + "/Sources").filter { path in
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: repository + "/Sources/" + path, isDirectory: &isFolder)
      let depth = path.split(separator: "/").count
      return isFolder.boolValue && depth <= 2 && !path.hasSuffix("/include")
    }
    let shown = Self.shown(in: table).filter { !$0.hasSuffix("/include") }
    #expect(Set(paths).subtracting(shown).sorted() == [])
    let gone = shown.filter { $0.contains("/") }.subtracting(paths).sorted()
    #expect(gone == [])
  }
}
