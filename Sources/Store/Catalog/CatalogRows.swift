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
      existence: DayRange(
        Day(code: row.integer(at: 9)) ?? .distantPast,
        Day(code: row.integer(at: 10)) ?? .distantFuture
      ),
      definition: row.text(at: 11),
      caveat: row.text(at: 12)
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
      members: row.integers(at: 4)
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
      url: row.text(at: 7),
      isSecondary: row.text(at: 8) == "secondary"
    )
  }
}

extension SeriesBreak {
  init?(row: Statement) {
    self.init(
      key: row.text(at: 0),
      at: Self.period(row.integer(at: 1)).days.first,
      until: row.integer(at: 2) == 0 ? nil : Self.period(row.integer(at: 2)).days.last,
      kind: row.text(at: 3),
      filters: row.pairs(at: 4).map { Filter(dimension: $0.0, member: $0.1) },
      about: row.pairs(at: 5).map { Filter(dimension: $0.0, member: $0.1) },
      tables: IDSet(row.pairs(at: 6).map(\.0)),
      note: row.text(at: 7)
    )
  }

  private static func period(_ code: Int) -> Period {
    code > 9999 ? Period(.month, code: code) : .fiscalYear(code)
  }
}

extension MeasureConflict {
  init?(row: Statement) {
    self.init(
      other: row.integer(at: 0),
      relation: Relation(rawValue: row.integer(at: 4)) ?? .overlap,
      filters: row.scope(at: 1),
      otherFilters: row.scope(at: 2),
      reason: row.text(at: 3)
    )
  }
}

extension Administration {
  init?(row: Statement) {
    let parts = row.text(at: 2).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let start = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      return nil
    }
    self.init(id: row.integer(at: 0), name: row.text(at: 1), start: start)
  }
}

extension Holding {
  init?(row: Statement, measure: Int) {
    guard let dataset = Dataset(row: row) else { return nil }
    self.init(
      measure: measure,
      dataset: dataset,
      position: row.integer(at: 12),
      withheld: row.integer(at: 13),
      unpublished: row.integer(at: 14),
      hedged: row.integer(at: 15)
    )
  }
}

extension Dataset {
  init?(row: Statement) {
    guard let time = PublishedTime(firstByte: row.firstByte(at: 2)),
      let absent = Absent(firstByte: row.firstByte(at: 6))
    else { return nil }
    self.init(
      id: row.integer(at: 0),
      source: row.integer(at: 1),
      time: time,
      dimensions: row.integers(at: 3),
      scope: row.scope(at: 4),
      rounding: row.integer(at: 5),
      absent: absent,
      isComplete: row.integer(at: 7) == 1,
      rank: row.integer(at: 8),
      series: row.integer(at: 16),
      hasTransitionQuarter: row.integer(at: 17) == 1,
      isSuperseded: row.integer(at: 9) == 1,
      rollupOf: row.integer(at: 10),
      size: row.integer(at: 11)
    )
  }
}

// A question reads some fifty of the rows of datasets: words are told apart by their first letter and lists are
// read byte by byte, without making strings.

extension PublishedTime {
  fileprivate init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "f"): self = .fiscalYear
    case UInt8(ascii: "m"): self = .month
    case UInt8(ascii: "c"): self = .calendarYear
    case UInt8(ascii: "d"): self = .date
    case UInt8(ascii: "s"): self = .span
    default: return nil
    }
  }
}

extension Dataset.Absent {
  fileprivate init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "z"): self = .zero
    case UInt8(ascii: "s"): self = .small
    case UInt8(ascii: "w"): self = .withinOther
    case UInt8(ascii: "u"): self = .unknown
    default: return nil
    }
  }
}

extension Statement {
  /// The numbers of a list such as `3 7 12`.
  func integers(at column: Int) -> [Int] {
    var numbers: [Int] = []
    var current = -1
    for byte in bytes(at: column) {
      if (0x30...0x39).contains(byte) {
        current = max(0, current) * 10 + Int(byte - 0x30)
      } else if current >= 0 {
        numbers.append(current)
        current = -1
      }
    }
    if current >= 0 { numbers.append(current) }
    return numbers
  }

  /// What holds for a table, as `dimension=member` ids.
  func scope(at column: Int) -> [Dataset.ScopeEntry] {
    pairs(at: column).map { Dataset.ScopeEntry(dimension: $0.0, member: $0.1) }
  }

  /// The pairs of a list such as `3=12 7=40`; the second number is 0 where it is left out, as in `3`.
  fileprivate func pairs(at column: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var pair = (0, 0)
    var isSecond = false
    for byte in bytes(at: column) {
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte - 0x30)
        if isSecond { pair.1 = pair.1 * 10 + digit } else { pair.0 = pair.0 * 10 + digit }
      case UInt8(ascii: "="): isSecond = true
      default:
        pairs.append(pair)
        (pair, isSecond) = ((0, 0), false)
      }
    }
    if pair.0 > 0 { pairs.append(pair) }
    return pairs
  }
}
