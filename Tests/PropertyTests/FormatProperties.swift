import Asking
import Diagnostics
import Foundation
import Output
import Planner
import Shell
import TestSupport
import Testing

/// What leaves the program can be read back by others, and is the same in every form.
@Suite("Formats")
struct FormatProperties {
  @Test("random questions have the same values in json, jsonl, csv, tsv and report")
  func sameValues() throws {
    let shipped = try Shipped.shared.get()
    var compared = 0
    shipped.check(200, seed: 6_2026) { question, _ in
      guard case .success(let plan) = try shipped.plan(question) else { return }
      let expected = try Table(objects: written(plan, JSONFormat.self))
      guard !expected.rows.isEmpty else { return }
      let lines = try written(plan, JSONLinesFormat.self).split(separator: "\n")
      let joined = "[" + lines.joined(separator: ",") + "]"
      #expect(try Table(objects: joined) == expected, "\(question) | jsonl")
      #expect(
        try Table(report: written(plan, ReportFormat.self)) == expected,
        "\(question) | report"
      )
      let spelled = expected.spelled
      let commas = Table.fields(try written(plan, CSVFormat.self), separator: ",")
      #expect(commas == spelled, "\(question) | csv")
      let tabs = try written(plan, TSVFormat.self).split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      .dropLast().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(tabs == spelled, "\(question) | tsv")
      compared += expected.rows.count
    }
    #expect(compared > 100)
  }

  private func written(_ plan: QueryPlan, _ format: any OutputFormat.Type) throws -> String {
    let sink = CollectingSink()
    var format = format.init(style: OutputStyle())
    try Shipped.shared.get().pipeline.answer(plan, as: &format, into: sink)
    return sink.answer
  }
}

/// Rows as an independent reader of JSON finds them.
private struct Table: Equatable {
  /// The keys in the order in which they were written.
  let keys: [String]
  let rows: [[String: NSObject]]

  init(objects text: String) throws {
    rows = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: NSObject]]
    )
    keys = rows.isEmpty ? [] : Self.keys(in: text)
  }

  init(report text: String) throws {
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: NSObject]
    )
    rows = try #require(report["rows"] as? [[String: NSObject]])
    let columns = try #require(report["columns"] as? [[String: NSObject]])
    keys = rows.isEmpty ? [] : columns.compactMap { $0["name"] as? String }
  }

  /// The keys of the first object, which a reader of JSON does not keep in order.
  private static func keys(in text: String) -> [String] {
    let first = text.drop { $0 != "{" }.prefix { $0 != "}" }
    return first.matches(of: #/"((?:[^"\\]|\\.)*)": /#).map { match in
      let quoted = Data("[\"\(match.1)\"]".utf8)
      return (try? JSONSerialization.jsonObject(with: quoted) as? [String])?.first ?? ""
    }
  }

  /// Header and rows as texts of fields.
  var spelled: [[String]] {
    rows.isEmpty ? [] : [keys] + rows.map { row in keys.map { Self.spelled(row[$0]) } }
  }

  private static func spelled(_ value: NSObject?) -> String {
    switch value {
    case let text as String: text
    case let list as [String]: list.joined(separator: "; ")
    case let number as NSNumber: number.stringValue
    default: ""
    }
  }

  /// The fields of RFC 4180, read in the plainest way.
  static func fields(_ text: String, separator: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"" where isQuoted && rest.first == "\"":
        field.append("\"")
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case separator where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.append(character)
      }
    }
    return rows
  }
}
