import Answering

/// Rows of evidence by the SQL that reads them, so that what several statements need is read once:
/// those of a text, or of a list of claims. It is for one reading of the data, which may change
/// after it, and bounded.
final class EvidenceMemory {
  private var known: [String: [EvidenceRow]] = [:]
  private var count = 0

  /// The most rows that are kept: a few megabytes.
  private static let most = 50_000

  /// The rows that a statement gives, read where they are not known.
  func rows(of sql: String, reading read: () throws -> [EvidenceRow]) rethrows -> [EvidenceRow] {
    if let rows = known[sql] { return rows }
    let rows = try read()
    if count + rows.count > Self.most {
      known.removeAll(keepingCapacity: true)
      count = 0
    }
    count += rows.count
    known[sql] = rows
    return rows
  }
}
