/// Rows, rankings and the columns that `with`, `vs` and `per` add.
extension Answering {
  // MARK: Rows

  func answer(_ columns: [Column]) throws -> Answer {
    var answer = Answer(isGrid: question.isAcross)
    let keys = columns.reduce(into: Set<Key>()) { keys, column in
      for values in column.values.prefix(column.count) { keys.formUnion(values.keys) }
    }
    let kept = try top(columns, keys)
    answer.isExact = question.top != nil || question.above != nil
    for row in 0..<columns[0].count {
      for key in grid(keys) where kept?.contains(Place(row: row, value: last(key))) ?? true {
        guard let labels = labels(row, key, columns[0]) else { continue }
        guard
          question.isAcross || question.by.isEmpty
            || columns.contains(where: { $0.shows(row, key) })
        else { continue }
        var cells: [String: Double?] = [:]
        for column in columns { try add(column, row, key, keys, to: &cells) }
        if question.isAcross || cells.values.contains(where: { $0 != nil }) || question.by.isEmpty {
          answer.rows[labels] = cells
        }
      }
    }
    try addSums(columns[0], keys, kept, to: &answer)
    if let above = question.above {
      let name = columns[0].name
      answer.rows = answer.rows.filter { ($0.value[name] ?? nil).map { $0 > above } ?? false }
    }
    return answer
  }

  /// With `across`, every value beside every row.
  private func grid(_ keys: Set<Key>) -> Set<Key> {
    guard question.isAcross else { return keys }
    let values = Set(keys.map { $0 & 1023 })
    return Set(Set(keys.map { $0 >> 10 }).flatMap { row in values.map { row << 10 | $0 } })
  }

  /// A row in time, or a value of the last dimension, that `top` keeps.
  struct Place: Hashable {
    let row: Int
    let value: Int?
  }

  private func last(_ key: Key) -> Int? { question.by.isEmpty ? nil : key & 1023 }

  /// The labels of a row; nothing for what rolls up to nothing.
  private func labels(_ row: Int, _ key: Key, _ column: Column) -> [String]? {
    var labels =
      question.time == nil ? [] : [column.frame.rows.isEmpty ? "" : spanName(row, column)]
    for index in question.by.indices {
      let member = column.frame.chooser.member(index, of: key)
      guard member < 1023 else { return nil }
      labels.append(catalogue.name(member, of: question.by[index]))
    }
    return labels
  }

  private func spanName(_ row: Int, _ column: Column) -> String { names[row] }

  private var names: [String] {
    Self.spans(question.time, question.months, question.isYearToDate).map(\.name)
  }

  // MARK: Ranking

  private func top(_ columns: [Column], _ keys: Set<Key>) throws -> Set<Place>? {
    guard let top = question.top else { return nil }
    let column = columns[0]
    if question.by.isEmpty { return try topRows(top, column) }
    guard column.adds || (column.count == 1 && question.by.count == 1) else {
      throw Declined("a ranking by what does not add up")
    }
    let withoutMissing = try kept(top, column, keys, countsMissing: false)
    let withMissing = try kept(top, column, keys, countsMissing: true)
    guard withoutMissing == withMissing else { throw Declined("a ranking that missing cells turn") }
    return Set(
      withoutMissing.flatMap { value in (0..<column.count).map { Place(row: $0, value: value) } }
    )
  }

  private func topRows(_ top: Question.Top, _ column: Column) throws -> Set<Place> {
    var sizes: [Int: Double] = [:]
    for row in 0..<column.count {
      if top.isBottom, column.frame.rows.count == column.count, !column.frame.rows[row].isWhole {
        continue
      }
      sizes[row] = column.value(row, 0)
    }
    return Set(best(top, sizes).map { Place(row: $0, value: nil) })
  }

  private func kept(
    _ top: Question.Top,
    _ column: Column,
    _ keys: Set<Key>,
    countsMissing: Bool
  ) throws -> Set<Int> {
    var sizes: [Int: Double] = [:]
    var missing: Set<Int> = []
    for key in keys {
      let value = key & 1023
      guard let dimension = question.by.last, value < 1023,
        !catalogue.isRest(value, of: dimension),
        catalogue.exists(value, of: dimension, in: question.months)
      else { continue }
      for row in 0..<column.count
      where column.frame.rows.count != column.count || column.frame.rows[row].isHeld {
        if let figure = column.value(row, key) {
          sizes[value, default: 0] += figure
        } else if question.by.count == 1 {
          missing.insert(value)
        }
      }
    }
    if !countsMissing { for value in missing { sizes[value] = nil } }
    return best(top, sizes)
  }

  /// The largest or smallest; ties at the end stay.
  private func best(_ top: Question.Top, _ sizes: [Int: Double]) -> Set<Int> {
    let sorted = sizes.values.sorted { top.isBottom ? $0 < $1 : $0 > $1 }
    guard sorted.count > top.count else { return Set(sizes.keys) }
    let edge = sorted[top.count - 1]
    return Set(sizes.filter { top.isBottom ? $0.value <= edge : $0.value >= edge }.keys)
  }

  // MARK: Columns

  private func add(
    _ column: Column,
    _ row: Int,
    _ key: Key,
    _ keys: Set<Key>,
    to cells: inout [String: Double?]
  ) throws {
    let value = column.value(row, key)
    if let per = question.per {
      cells[column.name + "_per_" + per] = .some(
        try value.map { try $0 / length(of: row, column, per) }
      )
    } else {
      cells[column.name] = .some(value)
    }
    for extra in question.extras {
      try add(extra, column, row, key, keys, to: &cells)
    }
  }

  private func length(of row: Int, _ column: Column, _ unit: String) throws -> Double {
    if column.frame.chooser.figures.contains(where: { catalogue.existence[$0.measure] != nil }) {
      throw Declined("days on which a measure could be counted")
    }
    let held = column.frame.rows[row].held
    switch unit {
    case "day": return Double(held.reduce(0) { $0 + FiscalCalendar.days($1) })
    case "month": return Double(held.count)
    default: return Double(held.count) / 12
    }
  }

  private func add(
    _ extra: Question.Extra,
    _ column: Column,
    _ row: Int,
    _ key: Key,
    _ keys: Set<Key>,
    to cells: inout [String: Double?]
  ) throws {
    switch extra {
    case .change:
      let before = row > 0 ? whole(row - 1, key, column) : nil
      try compare(column.name + "_change", whole(row, key, column), before, to: &cells)
    case .yoy:
      let name = question.time.flatMap { Self.yearBefore(column.frame.spans[row], $0) }?.name
      let before = column.frame.spans.firstIndex { $0.name == name }
      let figure = before.flatMap { whole($0, key, column) }
      try compare(column.name + "_yoy", whole(row, key, column), figure, to: &cells)
    case .running: addRunning(column, row, key, to: &cells)
    case .rolling(let count):
      cells[column.name + "_rolling_\(count)"] = .some(try rolling(count, column, row, key))
    case .index(let name, let months):
      let base = column.frame.spans.firstIndex { $0.months == months || $0.name == name }
      let figure = base.flatMap { whole($0, key, column) }
      guard let figure, figure != 0 else { throw Declined("an index on nothing") }
      let value = whole(row, key, column)
      cells[column.name + "_index"] = .some(value.map { 100 * $0 / figure })
    case .share:
      let all = group(column, row, key, keys).compactMap(\.self).reduce(0, +)
      guard all != 0 else { throw Declined("a share of nothing") }
      cells[column.name + "_share"] = .some(column.value(row, key).map { 100 * $0 / all })
    case .rank: try addRank(column, row, key, keys, to: &cells)
    case .total, .others: break
    }
  }

  /// The figure of a period that nothing cuts.
  private func whole(_ row: Int, _ key: Key, _ column: Column) -> Double? {
    let isWhole = column.frame.rows.indices.contains(row) && column.frame.rows[row].isWhole
    return isWhole && !column.frame.isBound(row, key) ? column.value(row, key) : nil
  }

  private func compare(
    _ name: String,
    _ value: Double?,
    _ before: Double?,
    to cells: inout [String: Double?]
  ) throws {
    guard let value, let before else {
      cells[name] = .some(nil)
      cells[name + "_percent"] = .some(nil)
      return
    }
    if before < 0 { throw Declined("a change on less than nothing") }
    cells[name] = .some(value - before)
    cells[name + "_percent"] = .some(before == 0 ? nil : 100 * (value - before) / before)
  }

  /// Nothing is expected after a missing or partial period.
  private func addRunning(
    _ column: Column,
    _ row: Int,
    _ key: Key,
    to cells: inout [String: Double?]
  ) {
    var sum = 0.0
    for earlier in 0...row {
      guard column.frame.rows[earlier].isWhole, let value = column.value(earlier, key) else {
        return
      }
      sum += value
    }
    cells[column.name + "_running"] = .some(sum)
  }

  private func rolling(_ count: Int, _ column: Column, _ row: Int, _ key: Key) throws -> Double? {
    guard let unit = question.time else { return nil }
    let wanted = Self.before(column.frame.spans[row], unit, count - 1) + [column.frame.spans[row]]
    var sums = column.frame.chooser.figures.map { _ in Part.nothing }
    for span in wanted {
      guard
        let place = column.frame.spans.firstIndex(where: { $0.months == span.months && !$0.isCut }),
        column.frame.rows[place].isWhole
      else { return nil }
      sums = zip(sums, try column.frame.parts(place, key)).map { $0.added($1, sign: 1) }
    }
    var parts = sums[...]
    return column.frame.expression.value(&parts).value
  }

  private func addRank(
    _ column: Column,
    _ row: Int,
    _ key: Key,
    _ keys: Set<Key>,
    to cells: inout [String: Double?]
  ) throws {
    guard let value = column.value(row, key), !isRest(key) else { return }
    let ranked: [Double?] =
      question.by.isEmpty
      ? group(column, row, key, keys)
      : keys.filter { $0 >> 10 == key >> 10 && !isRest($0) }.map { column.value(row, $0) }
    let known = ranked.compactMap(\.self)
    guard known.count(where: { $0 == value }) == 1 else { throw Declined("ranks that are shared") }
    cells[column.name + "_rank"] = .some(Double(1 + known.count { $0 > value }))
  }

  private func isRest(_ key: Key) -> Bool {
    guard let dimension = question.by.last else { return false }
    return key & 1023 == 1023 || catalogue.isRest(key & 1023, of: dimension)
  }

  /// All figures over the last dimension: those beside one of them.
  private func group(_ column: Column, _ row: Int, _ key: Key, _ keys: Set<Key>) -> [Double?] {
    if question.by.isEmpty { return (0..<column.count).map { column.value($0, key) } }
    return keys.filter { $0 >> 10 == key >> 10 }.map { column.value(row, $0) }
  }

  // MARK: Rows that sum up others

  private func addSums(
    _ column: Column,
    _ keys: Set<Key>,
    _ kept: Set<Place>?,
    to answer: inout Answer
  ) throws {
    let isTotal = question.extras.contains(.total)
    let isOthers = question.extras.contains(.others)
    guard isTotal || isOthers else { return }
    for row in question.by.isEmpty ? [0] : Array(0..<column.count) {
      for prefix in Set(keys.map { $0 >> 10 }) {
        let all = question.by.isEmpty ? [0] : keys.filter { $0 >> 10 == prefix }
        guard let key = all.first else { continue }
        var labels = question.time == nil ? [] : [names[row]]
        for index in question.by.indices.dropLast() {
          labels.append(
            catalogue.name(column.frame.chooser.member(index, of: key), of: question.by[index])
          )
        }
        let every = group(column, row, key, keys)
        let shown = all.filter { kept?.contains(Place(row: row, value: last($0))) ?? true }
        let sum = every.compactMap(\.self).reduce(0, +)
        let kept = shown.compactMap { column.value(row, $0) }.reduce(0, +)
        guard every.contains(where: { $0 != nil }) else { continue }
        if question.by.isEmpty { labels = [] }
        if isTotal { answer.rows[labels + ["Total"]] = [column.name: .some(sum)] }
        if isOthers, shown.count < all.count {
          answer.rows[labels + ["Others"]] = [column.name: .some(sum - kept)]
        }
      }
    }
  }

  // MARK: Two periods

  func versus(_ columns: [Column]) throws -> Answer? {
    guard let versus = question.versus else { return nil }
    var answer = Answer()
    let keys = columns.reduce(into: Set<Key>()) { keys, column in
      for values in column.values { keys.formUnion(values.keys) }
    }
    for column in columns {
      let rows = column.frame.rows
      for row in 0..<column.count where rows.indices.contains(row + column.count) {
        guard rows[row].held.count == rows[row + column.count].held.count else { return nil }
      }
      for row in 0..<column.count {
        for key in keys {
          guard let labels = labels(row, key, column) else { continue }
          let (one, two) = (column.value(row, key), column.value(row + column.count, key))
          guard one != nil || two != nil else { continue }
          answer.rows[labels, default: [:]][column.name + "_" + versus.names.0] = .some(one)
          answer.rows[labels, default: [:]][column.name + "_" + versus.names.1] = .some(two)
          let isBound =
            column.frame.isBound(row, key) || column.frame.isBound(row + column.count, key)
          try compare(
            column.name + "_change",
            isBound ? nil : one,
            two,
            to: &answer.rows[labels, default: [:]]
          )
        }
      }
    }
    return answer
  }
}
