import Foundation

/// A function of the program with a body, as text.
struct SourceFunction: Hashable {
  /// `mutating func read(_ word: SpokenWord) -> Bool`, or the first line of what is longer.
  let declaration: String
  /// Number of lines, those of its declaration included.
  let lines: Int

  /// Those in the lines of a file; functions inside of functions also count alone.
  static func all(in lines: [String]) -> [SourceFunction] {
    lines.indices.compactMap { start in
      guard declares(lines[start]), let body = body(in: lines, from: start),
        let end = lines[body...].firstIndex(of: indentation(of: lines[start]) + "}")
      else { return nil }
      return SourceFunction(
        declaration: lines[start].trimmingCharacters(in: .whitespaces),
        lines: end - start + 1
      )
    }
  }

  /// Where a body begins; `nil` where a function has none, or one on the same line.
  private static func body(in lines: [String], from start: Int) -> Int? {
    let indentation = indentation(of: lines[start])
    for place in lines[start...].indices {
      let line = lines[place]
      guard
        place == start || line.hasPrefix(indentation + ")")
          || line.hasPrefix(indentation + "where ") || self.indentation(of: line) > indentation
      else { return nil }
      if self.indentation(of: line) == indentation, line.hasSuffix("{") { return place }
    }
    return nil
  }

  private static func declares(_ line: String) -> Bool {
    let words = line.split { " (<?".contains($0) }.map(String.init)
    let first = words.drop { modifiers.contains($0) || $0.hasPrefix("@") }.first
    return first == "func" || first == "init"
  }

  private static func indentation(of line: String) -> String {
    String(line.prefix { $0 == " " })
  }

  private static let modifiers: Set = [
    "package", "public", "private", "fileprivate", "internal", "static", "mutating", "override",
    "convenience", "required", "nonisolated",
  ]
}
