/// Something that speakers leave open.
package enum SpokenReading: Hashable, Sendable {
  /// A word, as spellings are looked up, and the ids of the measures that it may mean.
  case verb(said: String, measures: [Int])
  /// A place that is often meant without being named.
  case place(dimension: Int, member: Int)
}

extension SpokenReading: StoredValue {
  package static let table = "reading"
  package static let columns = "kind, said, means"

  package init?(row: some CatalogRow) {
    let means = row.text(at: 2)
    switch row.text(at: 0) {
    case "verb":
      self = .verb(
        said: row.text(at: 1),
        measures: means.split(separator: " ").compactMap { Int($0) }
      )
    default:
      let sides = means.split(separator: "=").compactMap { Int($0) }
      guard sides.count == 2 else { return nil }
      self = .place(dimension: sides[0], member: sides[1])
    }
  }
}
