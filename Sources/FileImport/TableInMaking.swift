import Catalog
import Importing
import Store

/// A table of a file on its way into the database.
struct TableInMaking {
  let table: TableOfFile
  let sums: TableSums
  /// How its periods are coded.
  let time: PublishedTime
  /// The part of the file that it is made of.
  let piece: CountedPiece
  /// The sum of every figure in each period, for tables that have a total.
  var totals: [PeriodTotal] = []
  /// A period that was not over when the table was published, with the days that it can hold.
  var open: (period: Int, days: DayRange)?

  var hasFigures: Bool { totals.contains { $0.figures.contains { $0 != nil } } }
  var hasAllRows: Bool { table.target.filters.isEmpty }
  var hasRows: Bool { table.target.filters.allSatisfy { $0.keeps.contains(true) } }

  /// Whether its figures are in columns: where every row counts as one, all are alike.
  var countsColumns: Bool { piece.reading.shape.counted.isEmpty }

  var standing: Dataset.Standing { Dataset.Standing(rank: table.format.rank) }

  /// Sets `open` to the period in which the table was published: flows cover only a part of it.
  mutating func close(on day: Day?, _ catalog: any CatalogReader) {
    guard let day, countsOverTime(catalog), time != .date else { return }
    for period in sums.codes {
      let days = days(of: period)
      // A period that had not begun then is not a part: the date was not meant so precisely.
      guard days.contains(DayRange(day, day)), day < days.last else { continue }
      open = (period, DayRange(days.first, day))
    }
  }

  /// The days of one of its periods. Spans are quarters.
  func days(of period: Int) -> DayRange {
    time == .span
      ? QuarterText.days(from: period) : PeriodRun(time, first: period, last: period).days
  }

  /// The unit in which it is asked for its periods.
  var unit: String { time == .span ? "quarter" : time.rawValue }

  /// Whether a part of a period is less than the period.
  func countsOverTime(_ catalog: any CatalogReader) -> Bool {
    table.measures.contains { id in
      let kind = catalog.measure(id)?.kind
      return kind == .flow || kind == .average || kind == .mean
    }
  }

  // MARK: Writing

  /// One of the datasets that it becomes: its whole periods, or the one that was not over as a span
  /// of days.
  struct MadeDataset {
    let sums: TableSums
    let time: PublishedTime
    /// The last day of a span by its first.
    var spanEnds: [Int: Int] = [:]
    /// The suffix of its name.
    var suffix = ""
    /// The code of a period in this dataset.
    var code: (Int) -> Int? = { $0 }
  }

  var parts: [MadeDataset] {
    if time == .span { return [MadeDataset(sums: sums, time: time, spanEnds: spanEnds)] }
    guard let open else { return [MadeDataset(sums: sums, time: time)] }
    let first = Period(.day, containing: open.days.first).code
    let last = Period(.day, containing: open.days.last).code
    let closed = MadeDataset(sums: sums.keeping { $0 != open.period }, time: time) {
      $0 == open.period ? nil : $0
    }
    let span = MadeDataset(
      sums: sums.keeping { $0 == open.period }.renaming(open.period, to: first),
      time: .span,
      spanEnds: [first: last],
      suffix: "-to-date"
    ) { $0 == open.period ? first : nil }
    return (closed.sums.isEmpty ? [] : [closed]) + [span]
  }

  /// The last days of its quarters by their first; of one that was not over that of publication.
  private var spanEnds: [Int: Int] {
    var ends: [Int: Int] = [:]
    for period in sums.codes {
      let days = open?.period == period ? open?.days ?? days(of: period) : days(of: period)
      ends[period] = Period(.day, containing: days.last).code
    }
    return ends
  }

  /// Writes the sums of its periods.
  func rehearse(source: Int, into data: ImportedData, catalog: any CatalogReader) throws {
    for part in parts {
      let writer = try ImportedTableWriter(
        table,
        named: data.freeKey(like: table.format.key),
        time: part.time,
        source: source,
        spanEnds: part.spanEnds,
        into: data,
        catalog: catalog
      )
      try writer.rehearse(
        totals.compactMap { total in
          part.code(total.period).map { ($0, total.figures, total.isWithheld) }
        }
      )
    }
  }
}
