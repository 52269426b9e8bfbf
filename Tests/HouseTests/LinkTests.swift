import Foundation
import TestSupport
import Testing

/// Pages name files of the program; files move.
@Suite("Links between files lead somewhere")
struct LinkTests {
  private static let pages: [String] = {
    let repository = ShippedDatabase.repository
    let folders = ["docs", "seed", "Fuzz", "Benchmarks"].flatMap { folder in
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: repository + "/" + folder)
      return (paths ?? []).map { folder + "/" + $0 }
    }
    let own = (try? FileManager.default.contentsOfDirectory(atPath: repository)) ?? []
    return (own + folders).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test("every file that a page links to is there", arguments: pages)
  func linksLeadSomewhere(of page: String) throws {
    let url = URL(fileURLWithPath: ShippedDatabase.repository).appendingPathComponent(page)
    let text = try String(contentsOf: url, encoding: .utf8)
    let dead = text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.1) }
      .filter { !$0.contains("://") }
      .filter { link in
        let target = url.deletingLastPathComponent().appendingPathComponent(link)
        return !FileManager.default.fileExists(atPath: target.standardizedFileURL.path)
      }
    #expect(dead == [])
  }

  @Test("no page has the marks of a merge that was not finished", arguments: pages)
  func isMerged(page: String) throws {
    let text = try String(contentsOfFile: ShippedDatabase.repository + "/" + page, encoding: .utf8)
    let marks = ["<<<<<<< ", "=======", ">>>>>>> "]
    let lines = text.components(separatedBy: "\n")
    #expect(!lines.contains { line in marks.contains(where: line.hasPrefix) })
  }
}
