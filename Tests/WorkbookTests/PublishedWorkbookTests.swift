import Diagnostics
import Foundation
import Testing

@testable import Workbooks

/// The publishers' own workbooks, cell by cell, as another program reads them: those beside the
/// project, where they are there, and what was cut out of them for tests. Skipped where `openpyxl` is
/// not there.
@Suite("Published workbooks")
struct PublishedWorkbookTests {
  static let workbooks: [String] = {
    let folders = [
      project.deletingLastPathComponent().appendingPathComponent("shared/official"),
      project.appendingPathComponent("Tests/Terminal/Files/workbooks"),
    ]
    return folders.flatMap { folder -> [String] in
      let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
      return found.compactMap { $0 as? String }.filter { $0.hasSuffix(".xlsx") }.sorted()
        .map { folder.appendingPathComponent($0).path }
    }
  }()

  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let python: String? = [
    project.appendingPathComponent(".build/venv/bin/python3").path, "/usr/bin/env",
  ].first { path in
    FileManager.default.fileExists(atPath: path)
      && (try? run(path, pythonOf(path) + ["-c", "import openpyxl"])) != nil
  }

  private static func pythonOf(_ path: String) -> [String] {
    path.hasSuffix("env") ? ["python3"] : []
  }

  struct Failed: Error {}

  private static func run(_ path: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return data
  }

  private struct Place: Hashable {
    let sheet: String
    let row: Int
    let column: Int
  }

  @Test(
    "have the cells that openpyxl reads",
    .enabled(if: python != nil, "openpyxl is not there"),
    arguments: workbooks
  )
  func cells(_ path: String) throws {
    let python = try #require(Self.python)
    let script = Self.project.appendingPathComponent("Tests/WorkbookTests/cells.py").path
    let output = try Self.run(python, Self.pythonOf(python) + [script, path])
    var expected: [Place: (isNumber: Bool, text: String)] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 4).map(String.init)
      let place = Place(sheet: parts[0], row: Int(parts[1]) ?? 0, column: Int(parts[2]) ?? 0)
      let text = try JSONDecoder().decode(String.self, from: Data(parts[4].utf8))
      expected[place] = (parts[3] == "number", text)
    }
    #expect(expected.count > 500)
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    let workbook = try Workbook(file.fileDescriptor, path: path, keepsNotes: true)
    var differences: [String] = []
    for sheet in workbook.sheets {
      try workbook.readRows(of: sheet) { row in
        for place in 0..<row.count {
          let own = row.text(at: place)
          let cell = Place(sheet: sheet.name, row: row.number, column: row.columns[place])
          let other = expected.removeValue(forKey: cell)
          let isSame =
            other.map { $0.isNumber ? Double($0.text) == Double(own) : $0.text == own }
            // A formula that was never computed is nothing to openpyxl.
            ?? own.hasPrefix("=")
          if !isSame { differences.append("\(cell): \(own), and not \(other?.text ?? "nothing")") }
        }
        return true
      }
    }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
    #expect(expected.isEmpty, "\(expected.keys.prefix(5))")
  }
}
