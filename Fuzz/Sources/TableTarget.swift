import FileImport
import Foundation
import Importing
import Store
import TestSupport

/// A file of figures, imported without being kept. The first byte says how it is declared.
struct TableTarget: FuzzTarget {
  static let name = "tables"
  private let folder: TemporaryFolder
  private let database: String

  init() throws {
    folder = try TemporaryFolder()
    database = try ShippedDatabase.open().path
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    ImportAttempt(in: folder, beside: database).run(
      Data(bytes.dropFirst()),
      named: "table.csv",
      ImportAttempt.requests[Int(first) % ImportAttempt.requests.count]
    )
  }
}
