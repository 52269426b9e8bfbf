import Foundation
import Output
import Shell
import TestSupport
import Testing

/// A Markdown page whose ```` ```tally ```` blocks are conversations with the program.
///
/// A line that begins with `tally> ` is typed, `  ...> ` goes on with it, and what follows up to the
/// next one is the reply. Each block is a session of its own.
struct Page: CustomTestStringConvertible {
  let path: String

  var testDescription: String { path }

  private var file: String { ShippedDatabase.repository + "/" + path }

  /// README, everything in docs, and the pages beside this file; with `PAGE` in the environment those
  /// whose path has its text.
  static let all: [Page] = {
    let folders = ["docs", "Tests/PageTests/Pages"]
    let found = folders.flatMap { folder -> [String] in
      let names = try? FileManager.default.subpathsOfDirectory(
        atPath: ShippedDatabase.repository + "/" + folder
      )
      return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
    }
    let pages = (["README.md"] + found).map(Page.init)
    guard let wanted = ProcessInfo.processInfo.environment["PAGE"] else { return pages }
    let chosen = pages.filter { $0.path.contains(wanted) }
    precondition(!chosen.isEmpty, "no page has `\(wanted)` in its path")
    return chosen
  }()

  func read() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

  func write(_ text: String) throws {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  // MARK: Replaying

  /// The page with every reply replaced by what the program says today.
  func replayed() throws -> String {
    var output: [String] = []
    var block: [String]?
    for line in try read().components(separatedBy: "\n") {
      if let lines = block {
        if line == "```" {
          output += try Self.replay(lines) + [line]
          block = nil
        } else {
          block = lines + [line]
        }
      } else {
        output.append(line)
        if line == "```tally" { block = [] }
      }
    }
    return output.joined(separator: "\n")
  }

  private static let prompt = "tally> "
  private static let continuation = "  ...> "
  /// Wide enough for a page, narrow enough for a reader.
  private static let width = 96

  private static func replay(_ lines: [String]) throws -> [String] {
    let sink = CollectingSink()
    let style = OutputStyle(width: width, isStyled: false, isUnicode: true)
    var session = Session(try ShippedDatabase.open(), sink: sink, style: style)
    session.readsFreely = true
    var output: [String] = []
    for typed in inputs(of: lines) {
      output += typed
      let text = typed.map { String($0.dropFirst(prompt.count)) }.joined(separator: "\n")
      let before = sink.screen.count
      for statement in StatementSplitter.statements(of: text) {
        _ = try session.reply(to: statement.text)
      }
      var reply = sink.screen.dropFirst(before).components(separatedBy: "\n")
      while reply.last?.isEmpty == true { reply.removeLast() }
      if !reply.isEmpty { output += reply + [""] }
    }
    while output.last?.isEmpty == true { output.removeLast() }
    return output
  }

  /// The lines typed: each with the lines that go on with it.
  private static func inputs(of lines: [String]) -> [[String]] {
    var inputs: [[String]] = []
    for line in lines {
      if line.hasPrefix(prompt) {
        inputs.append([line])
      } else if line.hasPrefix(continuation), !inputs.isEmpty {
        inputs[inputs.count - 1].append(line)
      }
    }
    return inputs
  }
}
