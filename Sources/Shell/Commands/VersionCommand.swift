import Asking
import Catalog
import Describing
import Store

/// `.version` — which program and which data answer.
enum VersionCommand: Command {
  static let name = "version"
  static let synopsis = ".version"
  static let summary = "says which version of the program and which edition of the data answer"

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    try session.say(session.pipeline.reading { DataEdition.version($0) })
    return .done
  }
}
