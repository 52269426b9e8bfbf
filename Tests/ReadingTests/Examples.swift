#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tables of examples beside the tests.
enum Examples {
  struct Line: Sendable, CustomStringConvertible {
    let text: String
    let gives: [String]

    var description: String { text }
  }

  enum Failure: Error { case missing(String) }

  /// The lines of a table: a text, `=>`, and what it gives, parted by ` ; `.
  static func lines(of name: String) throws -> [Line] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Texts/\(name).txt"
    guard let file = fopen(path, "r") else { throw Failure.missing(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let sides = line.split(separator: " => ", omittingEmptySubsequences: false)
      guard sides.count == 2 else { return nil }
      let gives = sides[1].split(separator: " ; ").map(String.init)
      return Line(text: String(sides[0]), gives: gives.first == "nothing" ? [] : gives)
    }
  }
}
