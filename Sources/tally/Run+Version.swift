import Catalog
import Describing
import Store

extension Run {
  /// Which program answers, and which edition of the data where there is a database; none is built
  /// for it.
  func version() -> ExitStatus { output.answer(DataEdition.version(catalog())) }

  private func catalog() -> StoredCatalog? {
    let location = DatabaseLocation(named: options.database, programFolder: Terminal.programFolder)
    guard case .file(let path)? = try? location.find(),
      (try? DatabaseFile.check(path)) != nil, let database = try? Database(reading: path)
    else { return nil }
    return StoredCatalog(database)
  }
}
