import Foundation
import TestSupport
import Testing

/// The worked examples of docs/contributing are followed line by line: what they show as there has
/// to be there, in one file and in that order.
@Suite("Worked examples fit the sources")
struct ContributingTests {
  private static let repository = ShippedDatabase.repository

  /// The lines of each file that an example may change, without empty ones and without what is
  /// before and after them.
  private static let lines: [String: [String]] = {
    let files = ["Sources", "Tests", "completions", "docs", "seed/catalog"].flatMap { folder in
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: repository + "/" + folder)
      return (paths ?? []).map { folder + "/" + $0 }
    }.filter { !$0.hasPrefix("docs/contributing/") }
    let others = [
      "schema.sql", "Package.swift", "Makefile", "CHANGELOG.md", "README.md", "CONTRIBUTING.md",
    ]
    return (files + others).reduce(into: [:]) { lines, file in
      let text = try? String(contentsOfFile: repository + "/" + file, encoding: .utf8)
      lines[file] = text?.split(separator: "\n").map(trimmed).filter { !$0.isEmpty }
    }
  }()

  private static let pages =
    (try? FileManager.default.contentsOfDirectory(atPath: repository + "/docs/contributing"))?
    .filter { $0.hasSuffix(".md") }.sorted() ?? []

  @Test("what an example keeps or takes away is in the sources, line after line", arguments: pages)
  func fits(page: String) throws {
    for change in try Self.changes(in: page) {
      let files = change.file.map { [$0] } ?? Array(Self.lines.keys)
      let places = files.reduce(0) { $0 + count(of: change.kept, in: Self.lines[$1] ?? []) }
      let words = change.kept.joined(separator: "\n")
      #expect(places > 0, "\(page): \(change.file ?? "no file") has not\n\(words)")
      // A patch with the name of its file is applied by a program, which takes the first place.
      #expect(
        change.file == nil || places <= 1,
        "\(page): \(change.file ?? "") has twice\n\(words)"
      )
    }
  }

  @Test("what an example makes anew is not there yet", arguments: pages)
  func isNew(page: String) throws {
    for line in try Self.text(of: page).components(separatedBy: "\n") where line.hasPrefix("+++ b/")
    {
      let path = String(line.dropFirst(6))
      let isOld = try Self.text(of: page).contains("--- a/\(path)\n")
      #expect((Self.lines[path] != nil) == isOld, "\(page): \(path)")
    }
  }

  @Test("what a page says that a test says is in that test", arguments: pages)
  func tells(page: String) throws {
    for line in try Self.text(of: page).components(separatedBy: "\n") {
      guard let told = Told(row: line) else { continue }
      let names = Self.lines.keys.filter { $0.hasSuffix("/\(told.test)") }
      let words = names.flatMap { Self.lines[$0] ?? [] }.joined(separator: " ")
      let plain = Told.plain(words.replacingOccurrences(of: "\\ ", with: ""))
      for part in told.message { #expect(plain.contains(part), "\(page): \(told.test): \(part)") }
    }
  }

  @Test("there are examples")
  func arePages() { #expect(Self.pages.count >= 5) }

  /// Lines of one place that an example keeps or takes away.
  private struct Change {
    /// The file, where the example names it.
    var file: String?
    var kept: [String] = []
  }

  /// A row that tells what a test says where something was forgotten.
  private struct Told {
    /// The name of its file.
    let test: String
    /// The parts of its message that do not depend on the example.
    let message: [String]

    /// Reads `| the grammar | `GrammarTests`: `` `skip` is not in docs/language/grammar.md `` |`.
    init?(row: String) {
      let cells = row.split(separator: "|").map(ContributingTests.trimmed)
      guard row.hasPrefix("|"), cells.count == 2, cells[1].hasPrefix("`"),
        let end = cells[1].dropFirst().firstIndex(of: "`"), cells[1][end...].hasPrefix("`: ")
      else { return nil }
      let name = String(cells[1][..<end].dropFirst())
      test = name.hasSuffix(".py") ? name : name + ".swift"
      // Names of the example are put between words that are always the same.
      message = cells[1][end...].dropFirst(3).split(separator: "…").flatMap { part in
        part.split(separator: #/`*\b(?:skip|say|even|yaml|see_also)\b`*/#).map { Self.plain($0) }
      }.filter { $0.contains(" ") }
    }

    static func plain(_ words: some StringProtocol) -> String {
      ContributingTests.trimmed(words.replacingOccurrences(of: "`", with: ""))
    }
  }

  private static func changes(in page: String) throws -> [Change] {
    var (changes, isDiff): ([Change], Bool) = ([], false)
    for line in try text(of: page).components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isDiff = line == "```diff"
        changes.append(Change())
      } else if !isDiff {
        continue
      } else if line.hasPrefix("--- ") {
        changes.append(Change(file: line.hasPrefix("--- a/") ? String(line.dropFirst(6)) : nil))
      } else if line.hasPrefix("@@") {
        changes.append(Change(file: changes.last?.file))
      } else if line.contains("…") {
        changes.append(Change(file: changes.last?.file))
      } else if line.hasPrefix(" ") || line.hasPrefix("-") {
        let kept = trimmed(line.dropFirst())
        if !kept.isEmpty { changes[changes.count - 1].kept.append(kept) }
      }
    }
    return changes.filter { !$0.kept.isEmpty }
  }

  private static func text(of page: String) throws -> String {
    try String(contentsOfFile: repository + "/docs/contributing/" + page, encoding: .utf8)
  }

  private static func trimmed(_ line: some StringProtocol) -> String {
    line.trimmingCharacters(in: .whitespaces)
  }

  /// How often lines come one after another in others.
  private func count(of wanted: [String], in lines: [String]) -> Int {
    lines.indices.count { lines[$0...].starts(with: wanted) }
  }
}
