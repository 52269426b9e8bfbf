import Catalog

/// How rows of the tables of documents become values: one initializer a table, in column order.

extension Document {
  init(row: Statement) {
    self.init(
      key: row.text(at: 0),
      publisher: row.text(at: 1),
      title: row.text(at: 2),
      published: row.text(at: 3),
      dateBasis: row.text(at: 4),
      note: row.text(at: 5)
    )
  }
}

extension StatedFigure {
  init?(row: Statement) {
    guard let qualifier = Hedge(rawValue: row.text(at: 8)) else { return nil }
    self.init(
      key: row.text(at: 0),
      document: row.text(at: 1),
      line: row.integer(at: 2),
      measure: row.text(at: 3),
      asSaid: row.text(at: 4),
      unit: row.text(at: 5),
      low: row.text(at: 6),
      high: row.text(at: 7),
      qualifier: qualifier,
      kind: row.text(at: 9),
      start: End(date: row.text(at: 10), precision: row.text(at: 12)),
      end: End(date: row.text(at: 11), precision: row.text(at: 13)),
      filters: row.text(at: 14),
      speaker: row.text(at: 15),
      status: row.text(at: 16),
      note: row.text(at: 17)
    )
  }
}

extension Claim {
  init(row: Statement) {
    self.init(
      key: row.text(at: 0),
      document: row.text(at: 1),
      line: row.integer(at: 2),
      paraphrase: row.text(at: 3),
      kind: row.text(at: 4),
      measure: row.text(at: 5),
      filters: row.text(at: 6),
      subject: row.text(at: 7),
      reference: row.text(at: 8),
      figures: row.list(at: 9),
      checkable: row.text(at: 10),
      question: row.text(at: 11),
      nearest: row.text(at: 12),
      note: row.text(at: 13)
    )
  }
}

extension SpokenReading {
  init?(row: Statement) {
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

extension Program {
  init(row: Statement) {
    self.init(
      key: row.text(at: 0),
      name: row.text(at: 1),
      aliases: row.list(at: 2),
      kind: row.text(at: 3),
      description: row.text(at: 4),
      measures: row.list(at: 5),
      figures: row.list(at: 6),
      documents: row.list(at: 7),
      from: row.text(at: 8),
      to: row.text(at: 9),
      status: row.text(at: 10),
      note: row.text(at: 11)
    )
  }
}

extension Rule {
  init?(row: Statement) {
    guard let direction = Direction(rawValue: row.text(at: 5)) else { return nil }
    self.init(
      key: row.text(at: 0),
      name: row.text(at: 1),
      program: row.text(at: 2),
      quantity: row.text(at: 3),
      unit: row.text(at: 4),
      direction: direction,
      validFrom: row.text(at: 6),
      validTo: row.text(at: 7),
      basis: row.text(at: 8),
      document: row.text(at: 9),
      outcome: row.text(at: 10),
      note: row.text(at: 11)
    )
  }
}

extension PolicyEvent {
  init(row: Statement) {
    self.init(
      key: row.text(at: 0),
      date: row.text(at: 1),
      name: row.text(at: 2),
      era: row.text(at: 3),
      description: row.text(at: 4),
      source: row.text(at: 5)
    )
  }
}

extension Statement {
  /// The entries of a list such as `chnv; cbp_one`.
  fileprivate func list(at column: Int) -> [String] {
    text(at: column).split(separator: ";").map { entry in
      let start = entry.drop { $0 == " " }
      return String(start)
    }
  }
}
