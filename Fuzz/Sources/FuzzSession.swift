import Asking
import Output
import Shell
import Store
import TestSupport

/// A session on the shipped data, and what every reply promises.
final class FuzzSession {
  private var session: Session
  private let sink: CollectingSink

  init(readsFreely: Bool) throws {
    sink = CollectingSink()
    session = Session(try ShippedDatabase.open(), sink: sink, style: OutputStyle(width: 80))
    session.readsFreely = readsFreely
  }

  var completion: SessionCompletion { session.completion }
  var shipped: Database { session.pipeline.database }

  /// Whether a statement would touch files, which nothing that is made up may.
  static func namesFile(_ statement: String) -> Bool {
    statement.utf8.contains(UInt8(ascii: ">")) && statement.utf8.contains(UInt8(ascii: "\""))
      || statement.hasPrefix(".o") || statement.hasPrefix(".r") || statement.hasPrefix(".q")
      || statement.lowercased().hasPrefix("read")
  }

  func ask(_ statement: String) {
    guard !Self.namesFile(statement) else { return }
    let (answers, complaints) = (sink.answer.utf8.count, sink.complaint.utf8.count)
    do {
      let outcome = try session.reply(to: statement)
      promise(outcome != .broken, "the database was not understood")
      promise(outcome != .unwritten, "nothing was to be written")
      promise(outcome != .failed || sink.complaint.utf8.count > complaints, "a mistake is told")
    } catch {
      fatalError("\(error)")
    }
    let answer = String(decoding: sink.answer.utf8.dropFirst(answers), as: UTF8.self)
    let complaint = String(decoding: sink.complaint.utf8.dropFirst(complaints), as: UTF8.self)
    promise(!movesTheScreen(complaint), "a message moves the screen")
    promise(!movesTheScreen(answer), "an answer moves the screen")
    promise(complaint.utf8.count < 16_384, "a message grows with what was typed")
    sink.clear()
  }
}
