import Catalog

/// How rows of the catalog's tables become values: one initializer a table, in column order.

extension Measure {
  init?(row: Statement) {
    guard let kind = Kind(rawValue: row.text(at: 5)) else { return nil }
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      name: row.text(at: 2),
      subject: row.text(at: 3),
      unit: row.text(at: 4),
      kind: kind,
      scale: row.integer(at: 6),
      formula: row.text(at: 7),
      partOf: row.integer(at: 8),
      definition: row.text(at: 9),
      caveat: row.text(at: 10)
    )
  }
}

extension Dimension {
  init?(row: Statement) {
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      name: row.text(at: 2),
      plural: row.text(at: 3),
      parent: row.integer(at: 4),
      description: row.text(at: 5)
    )
  }
}

extension Member {
  init?(row: Statement) {
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      dimension: row.integer(at: 2),
      name: row.text(at: 3),
      parent: row.integer(at: 4),
      rest: Rest(rawValue: row.integer(at: 5)) ?? .none
    )
  }
}

extension MemberGroup {
  init?(row: Statement) {
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      dimension: row.integer(at: 2),
      name: row.text(at: 3),
      members: integers(row.text(at: 4))
    )
  }
}

extension Phrase {
  init?(row: Statement) {
    self.init(
      id: row.integer(at: 0),
      phrase: row.text(at: 1),
      means: row.text(at: 2),
      note: row.text(at: 3)
    )
  }
}

extension Source {
  init?(row: Statement) {
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      publisher: row.text(at: 2),
      short: row.text(at: 3),
      title: row.text(at: 4),
      part: row.text(at: 5),
      published: row.text(at: 6),
      url: row.text(at: 7)
    )
  }
}

extension SeriesBreak {
  init?(row: Statement) {
    let at = row.integer(at: 1)
    let period = at > 9999 ? Period(.month, code: at) : .fiscalYear(at)
    self.init(
      key: row.text(at: 0),
      at: period.days.first,
      kind: row.text(at: 2),
      filters: pairs(row.text(at: 3)).map { Filter(dimension: $0.0, member: $0.1) },
      note: row.text(at: 4)
    )
  }
}

/// A row of the query for holdings, without the run of periods that it carries too.
struct HoldingRow {
  let dataset: Dataset
  private let measure: Int
  private let position: Int
  private let withheld: Int
  private let unpublished: Int
  private let hedged: Int

  init?(_ row: Statement, measure: Int) {
    guard let time = PublishedTime(rawValue: row.text(at: 2)),
      let absent = Dataset.Absent(rawValue: row.text(at: 6))
    else { return nil }
    dataset = Dataset(
      id: row.integer(at: 0),
      source: row.integer(at: 1),
      time: time,
      dimensions: integers(row.text(at: 3)),
      scope: pairs(row.text(at: 4)).map { Dataset.ScopeEntry(dimension: $0.0, member: $0.1) },
      rounding: row.integer(at: 5),
      absent: absent,
      isComplete: row.integer(at: 7) == 1,
      rank: row.integer(at: 8),
      isSuperseded: row.integer(at: 9) == 1,
      rollupOf: row.integer(at: 10),
      size: row.integer(at: 11)
    )
    self.measure = measure
    position = row.integer(at: 12)
    withheld = row.integer(at: 13)
    unpublished = row.integer(at: 14)
    hedged = row.integer(at: 17)
  }

  func holding(runs: [PeriodRun]) -> Holding {
    Holding(
      measure: measure,
      dataset: dataset,
      position: position,
      withheld: withheld,
      unpublished: unpublished,
      hedged: hedged,
      runs: runs
    )
  }
}

/// The numbers of a list such as `3 7 12`.
private func integers(_ list: String) -> [Int] {
  var numbers: [Int] = []
  var current: Int?
  for byte in list.utf8 {
    if (0x30...0x39).contains(byte) {
      current = (current ?? 0) * 10 + Int(byte - 0x30)
    } else if let number = current {
      numbers.append(number)
      current = nil
    }
  }
  if let current { numbers.append(current) }
  return numbers
}

/// The pairs of a list such as `3=12 7=40`; the second number is 0 where it is left out, as in `3`.
private func pairs(_ list: String) -> [(Int, Int)] {
  list.utf8.split(separator: 0x20).map { entry in
    let numbers = integers(String(Substring(entry)))
    return (numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0)
  }
}
