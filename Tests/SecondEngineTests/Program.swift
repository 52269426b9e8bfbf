import Asking
import Foundation
import Output
import Shell
import Store
import TestSupport

/// The program, asked as a person would.
enum Program {
  private static let opened = PerThread("Program") {
    Session(try ShippedDatabase.open(), sink: CollectingSink())
  }

  enum Reply {
    case rows([[String: Any]])
    case refusal(String)
  }

  static func ask(_ question: String) throws -> Reply {
    var session = try opened.get()
    let sink = CollectingSink()
    session = Session(session.pipeline.database, sink: sink, style: OutputStyle())
    _ = try session.reply(to: question + " | json")
    guard sink.complaint.isEmpty else { return .refusal(sink.complaint) }
    let json = try JSONSerialization.jsonObject(with: Data(sink.answer.utf8))
    return .rows(json as? [[String: Any]] ?? [])
  }

  /// The one object of `| report`.
  static func report(_ question: String) throws -> [String: Any]? {
    let sink = CollectingSink()
    var session = Session(try opened.get().pipeline.database, sink: sink, style: OutputStyle())
    _ = try session.reply(to: question + " | report")
    guard sink.complaint.isEmpty else { return nil }
    return try JSONSerialization.jsonObject(with: Data(sink.answer.utf8)) as? [String: Any]
  }
}
