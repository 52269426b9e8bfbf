import Foundation
import TestSupport

/// A Swift file of the program, as text.
struct SourceFile: Hashable {
  /// From `Sources` on: `Planner/Plan/Frame.swift`.
  let path: String
  /// The types that it declares at the top level for others.
  let types: [String]
  /// The types that it extends at the top level, by every part of their names, and those that it
  /// declares inside of them.
  let extended: Set<String>
  /// The types that it declares inside of others, for others.
  let nested: [String]
  /// Number of lines.
  let lines: Int
  /// The functions with bodies.
  let functions: [SourceFunction]
  /// Whether it declares functions or values outside of types for others.
  let declaresFunctions: Bool
  /// The lines that are only a comment.
  let comments: [String]
  /// The types for other targets that no comment explains.
  let unexplained: [String]
  /// The capitalized words in its code.
  let words: Set<String>

  /// The name without its topic: `Frame` of `Frame+Lengths.swift`.
  var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return String(file.dropLast(".swift".count).split(separator: "+")[0])
  }

  /// The target that it belongs to.
  var target: String { String(path.split(separator: "/")[0]) }

  /// Every Swift file of every target, by path.
  static let all: [SourceFile] = {
    let folder = ShippedDatabase.repository + "/Sources"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
      return text.map { SourceFile(path: path, text: $0) }
    }
  }()

  private init(path: String, text: String) {
    self.path = path
    let code = text.components(separatedBy: "\n").map {
      $0.components(separatedBy: "//")[0]
    }
    types = code.compactMap(Self.declaredType)
    nested = code.compactMap(Self.nestedType)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    functions = SourceFunction.all(in: text.components(separatedBy: "\n"))
    extended = Set(code.flatMap(Self.extendedTypes) + nested)
    declaresFunctions = code.contains { line in
      let words = line.split(separator: " ").filter { !Self.modifiers.contains(String($0)) }
      return line.first?.isLetter ?? false && ["func", "let", "var"].contains(words.first)
    }
    comments = text.components(separatedBy: "\n").filter {
      $0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
    }
    unexplained = Self.unexplained(in: text.components(separatedBy: "\n"))
    words = Set(
      code.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }
        .filter { $0.first?.isUppercase ?? false }.map(String.init)
    )
  }

  /// Types that other targets see, and above which there is no comment.
  private static func unexplained(in lines: [String]) -> [String] {
    lines.indices.compactMap { place in
      let line = lines[place].trimmingCharacters(in: .whitespaces)
      guard line.hasPrefix("package "), let type = declaredType(in: line) else { return nil }
      let above = lines[..<place].last {
        !$0.trimmingCharacters(in: .whitespaces).hasPrefix("@")
      }
      let isExplained = above?.trimmingCharacters(in: .whitespaces).hasPrefix("///") ?? false
      return isExplained ? nil : type
    }
  }

  /// The type that a line declares at the top level; `nil` where it declares none that others see.
  private static func declaredType(in line: String) -> String? {
    guard let first = line.first, first.isLetter else { return nil }
    let words = line.split { " :<{(".contains($0) }.map(String.init)
    guard !words.contains("private"), !words.contains("fileprivate"),
      let keyword = words.firstIndex(where: kinds.contains), keyword + 1 < words.count,
      words[..<keyword].allSatisfy(modifiers.contains)
    else { return nil }
    return words[keyword + 1]
  }

  /// The type that a line extends at the top level, and those that it is declared in.
  private static func extendedTypes(in line: String) -> [String] {
    guard line.hasPrefix("extension ") else { return [] }
    let name = line.dropFirst("extension ".count).split { " :<{([])".contains($0) }.first
    return name?.split(separator: ".").map(String.init) ?? []
  }

  /// The type that an indented line declares inside of another one.
  private static func nestedType(in line: String) -> String? {
    guard line.hasPrefix("  ") else { return nil }
    return declaredType(in: line.trimmingCharacters(in: .whitespaces))
  }

  private static let kinds: Set = ["struct", "enum", "protocol", "class", "actor"]
  private static let modifiers: Set = ["package", "public", "final", "indirect", "internal"]
}
