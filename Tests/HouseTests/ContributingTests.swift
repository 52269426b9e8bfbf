import Foundation
import TestSupport
import Testing

/// The worked examples of docs/contributing are followed line by line: what they show as there has
/// to be there.
@Suite("Worked examples fit the sources")
struct ContributingTests {
  private static let repository = ShippedDatabase.repository

  /// The lines of all files that an example may change, without what is before and after them.
  private static let lines: Set<String> = {
    let files = ["Sources", "Tests", "completions", "docs"].flatMap { folder in
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: repository + "/" + folder)
      return (paths ?? []).map { folder + "/" + $0 }
    }.filter { !$0.hasPrefix("docs/contributing/") }
    let others = [
      "schema.sql", "Package.swift", "Makefile", "CHANGELOG.md", "README.md", "CONTRIBUTING.md",
    ]
    return (files + others).reduce(into: []) { lines, file in
      guard let text = try? String(contentsOfFile: repository + "/" + file, encoding: .utf8) else {
        return
      }
      lines.formUnion(text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }()

  private static let pages =
    (try? FileManager.default.contentsOfDirectory(atPath: repository + "/docs/contributing"))?
    .filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test("every line that an example keeps or takes away is in the sources", arguments: pages)
  func fits(page: String) throws {
    let path = Self.repository + "/docs/contributing/" + page
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var (isDiff, missing): (Bool, [String]) = (false, [])
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isDiff = line == "```diff"
      } else if isDiff, line.hasPrefix(" ") || line.hasPrefix("-"), !line.hasPrefix("---"),
        !line.contains("…")
      {
        let kept = line.dropFirst().trimmingCharacters(in: .whitespaces)
        if !kept.isEmpty, !Self.lines.contains(kept) { missing.append(line) }
      }
    }
    #expect(missing == [])
  }

  @Test("there are examples")
  func arePages() { #expect(Self.pages.count >= 5) }
}
