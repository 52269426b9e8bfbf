import Diagnostics
import Foundation
import Store
import TestSupport
import Testing

/// One change that breaks a rule of the format, and the error that it must earn.
///
/// Written as a difference, in four lines:
///
///     catalog/sources.csv
///     - ,official
///     + ,oficial
///     = catalog/sources.csv:2: column trust: `oficial` is not one of official, copy, secondary
struct Slip: Sendable, CustomTestStringConvertible {
  let file: String
  let text: String
  let other: String
  let error: String

  /// The slips of a page. `⏎ ␍ ␉ ␀` mean the characters that they picture.
  static func all(in page: String) -> [Slip] {
    let lines = page.split(separator: "\n")
    return stride(from: 0, to: lines.count, by: 4).map { start in
      let marks = ["", "- ", "+ ", "= "]
      let parts = zip(lines[start..<start + 4], marks).map { line, mark in
        // Nothing may follow the sign, and then an editor takes the space away.
        precondition((line + " ").hasPrefix(mark), "`\(line)` does not begin with `\(mark)`")
        return pictured(line.dropFirst(mark.count))
      }
      return Slip(file: parts[0], text: parts[1], other: parts[2], error: parts[3])
    }
  }

  private static func pictured(_ text: Substring) -> String {
    let signs: [Character: String] = ["⏎": "\n", "␍": "\r", "␉": "\t", "␀": "\0"]
    return text.map { signs[$0] ?? String($0) }.joined()
  }

  var testDescription: String { error }

  /// Builds the broken seed and compares the error, its paths without the folder.
  func check() throws {
    let folder = try TemporaryFolder()
    var seed = TinySeed()
    seed.replace(text, with: other, in: file)
    let error = #expect(throws: FileMistake.self) { try built(seed, in: folder) }
    guard let error else { return }
    #expect(error.description.replacingOccurrences(of: folder.path + "/", with: "") == self.error)
    let left = try folder.names
    #expect(left == ["catalog", "datasets", "documents", "formats"])
    checkColumn(of: error, header: seed.files[error.file.dropping(folder.path + "/")] ?? "")
  }

  /// The number of the column is the place of its name in the header.
  private func checkColumn(of error: FileMistake, header: String) {
    guard let column = error.column, error.line != 1 else { return }
    let names = header.prefix { $0 != "\n" }.components(separatedBy: ",")
    #expect(names.firstIndex(of: column.name) == column.number - 1)
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
