import Asking
import Diagnostics
import FileImport
import Foundation
import Importing
import Store
import TestSupport

/// One import that changes nothing, and what it promises.
struct ImportAttempt {
  private let folder: TemporaryFolder
  private let database: String

  init(in folder: TemporaryFolder, beside database: String) {
    self.folder = folder
    self.database = database
  }

  /// The ways in which tables are declared.
  static let requests: [@Sendable (inout ImportRequest) -> Void] = [
    { _ in },
    { request in
      request.measures = [.init("removals=Count")]
      request.breakdowns = ["month=Month", "citizenship=Country"].map { .init($0) }
    },
    { request in
      request.measures = [.init("removals=Count")]
      request.breakdowns = ["fy=FY", "citizenship=Country"].map { .init($0) }
      request.addsValues = true
    },
    { request in
      request.measures = [.init("removals")]
      request.breakdowns = [.init("citizenship=Country")]
      request.across = "fy"
      request.leftOut = [.init("Country=Total*")]
    },
    { request in
      request.countsRows = true
      request.measures = [.init("removals")]
      request.breakdowns = [.init("date=Date")]
      request.isPartial = true
    },
    { request in
      request.newMeasures = ["kilos:kg:flow:3"]
      request.measures = [.init("kilos=Count")]
      request.breakdowns = [.init("month=Month")]
      request.layout = TableLayout(skipped: 1, headerRows: 2, delimiter: nil)
      request.words = CellWords(missing: ["NA"], withheld: ["*"])
    },
    { request in
      request.newMeasures = ["beds:beds:stock"]
      request.newDimensions = ["court"]
      request.measures = [.init("beds=Count")]
      request.breakdowns = ["date=Date", "court=Court"].map { .init($0) }
      request.addsValues = true
      request.rounding = 10
    },
  ]

  func run(
    _ data: Data,
    named name: String,
    _ declare: (inout ImportRequest) -> Void
  ) {
    var request = ImportRequest(today: "2026-11-30")
    request.isDryRun = true
    declare(&request)
    let sink = CollectingSink()
    do {
      try folder.write(data, to: name)
      let file = try SourceFile(reading: folder.path + "/" + name, folder: folder.path)
      let held = try ImportedData(changing: database, isRehearsal: true)
      defer { held.rollBack() }
      _ = try Importer(file, request, into: held, sink: sink).run { _ in true }
      promise(!sink.answer.isEmpty, "an import tells what is new")
    } catch let error as DatabaseError {
      fatalError("\(error)")
    } catch let error as ImportFailure {
      fatalError("\(error)")
    } catch {
      promise("\(error)".utf8.count < 32_768, "a message grows with the file")
    }
  }
}
