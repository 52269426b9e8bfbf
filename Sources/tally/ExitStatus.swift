import Asking
import Catalog
import Diagnostics
import FileImport
import Output
import Shell
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the program ends. This table is the only one: the help is made of it, and tests compare the
/// manual page and the pages with it.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// A question failed, a statement does not hold, a file was not imported or read.
  case failed = 1
  /// The program was called wrongly, or a script cannot be read.
  case usage = 2
  /// The database is missing, damaged, or could not be built.
  case data = 3
  /// Output, imported data or a database could not be written.
  case output = 74
  case interrupted = 130
  case closedPipe = 141

  var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "a question failed, a statement does not hold, or a file was not imported or read"
    case .usage: "the program was called wrongly, or a script cannot be read"
    case .data: "the database is missing or damaged"
    case .output: "output or data could not be written"
    case .interrupted: "interrupted"
    case .closedPipe: "closed pipe"
    }
  }

  /// `0 done, 1 …`, all of them.
  static var inWords: String {
    allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(by: "; ")
  }

  /// How a run ends that an error ended.
  init(of error: any Error) {
    switch error {
    case let failure as OutputFailure: self = failure.code == EPIPE ? .closedPipe : .output
    case is ImportInterruption: self = .interrupted
    case let file as FileError: self = file.isOfWriting ? .output : .failed
    case let failure as ImportFailure: self = failure.kind == .unwritable ? .output : .failed
    case let failure as DatabaseError: self = failure.isInterruption ? .interrupted : .data
    case is DatabaseFileError: self = .data
    case let mistake as FileMistake where mistake.isOfWriting: self = .output
    default: self = .failed
    }
  }
}

func exit(with status: ExitStatus) -> Never {
  exit(status.rawValue)
}
