import Asking
import Diagnostics
import FileImport
import Output
import Store

extension ErrorReport {
  /// Any failure of a run, by what it is about.
  init(_ failure: any Error) {
    switch failure {
    case let report as ErrorReport: self = report
    case let mistake as FileMistake: self.init(mistake)
    case let failure as ImportFailure:
      self.init(failure.kind == .unwritable ? .output : .database, "\(failure)")
    case let error as FileError: self.init(error.isOfWriting ? .output : .file, "\(error)")
    case is DatabaseError, is DatabaseFileError: self.init(.database, "\(failure)")
    default: self.init(.file, "\(failure)")
    }
  }
}
