import Asking
import Foundation
import Output
import Shell
import Store
import TestSupport

/// Asks the program as a person would, over the shipped data.
enum Tally {
  private static let opened = PerThread("Tally") {
    Session(try ShippedDatabase.open(), sink: CollectingSink())
  }

  /// What was written and what was complained about.
  static func reply(to question: String) throws -> (answer: String, complaint: String) {
    var session = try opened.get()
    let sink = CollectingSink()
    session = Session(session.pipeline.database, sink: sink, style: OutputStyle())
    _ = try session.reply(to: question)
    return (sink.answer, sink.complaint)
  }

  /// The rows of an answer, in the order of the answer.
  static func rows(of question: String) throws -> [Row] {
    let (answer, complaint) = try reply(to: question + " | json")
    guard complaint.isEmpty else { throw Refused(description: complaint) }
    guard let rows = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
    else { throw Refused(description: "no list of rows: \(answer)") }
    return rows.map { Row(cells: $0.mapValues(Cell.init)) }
  }
}

struct Refused: Error, CustomStringConvertible {
  let description: String
}
