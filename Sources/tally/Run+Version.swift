import Asking
import Catalog
import Describing
import Output
import Store

extension Run {
  /// Which program answers, and which edition of the data where there is a database; none is built
  /// for it.
  func version() -> ExitStatus {
    var text = OutputBuffer()
    text.append(DataEdition.version(edition()) + "\n")
    do {
      try output.write(&text)
      return .done
    } catch let failure as OutputFailure {
      return output.end(failure)
    } catch {
      preconditionFailure("standard output fails in a way of its own: \(error)")
    }
  }

  private func edition() -> DataEdition? {
    let location = DatabaseLocation(named: options.database, programFolder: Terminal.programFolder)
    guard case .file(let path)? = try? location.find(),
      (try? DatabaseFile.check(path)) != nil, let database = try? Database(reading: path)
    else { return nil }
    return StoredCatalog(database).edition()
  }
}
