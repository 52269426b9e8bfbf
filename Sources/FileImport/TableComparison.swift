import Asking
import Catalog
import Importing
import Results
import Store

/// A table of a file beside what is held for the same periods, in one line.
struct TableComparison {
  let line: String

  init(_ table: TableInMaking, _ pipeline: Pipeline) throws {
    var (periods, new, changed, partial) = (0, 0, 0, 0)
    for (place, id) in table.table.measures.enumerated() {
      guard let measure = pipeline.catalog.measure(id) else { continue }
      let held = try HeldFigures(table, measure, by: table.unit, pipeline).figures
      for total in table.totals {
        guard let own = total.figures[place] else { continue }
        periods += 1
        guard let known = held[total.period], let other = known.value else {
          new += 1
          continue
        }
        // Parts do not add up to what is held.
        let isPart = !table.table.format.isComplete || total.isWithheld[place] || known.isFloor
        if isPart {
          partial += 1
        } else if abs(other - Int(own)) > Self.tolerance(total, table, measure) {
          changed += 1
        }
      }
    }
    let words =
      (new == 0 ? [] : ["\(grouped(new)) new"])
      + (changed == 0 ? [] : ["\(grouped(changed)) changed"])
      + (partial == 0 ? [] : ["\(grouped(partial)) in part"])
    let what = words.isEmpty ? "the same" : words.joined(by: ", ")
    let unit = periods == 1 ? "figure" : "figures"
    line = "\(table.table.format.title): \(grouped(periods)) \(unit), \(what)"
  }

  /// How far a sum of rounded figures may be from the exact sum: half a unit for every row.
  private static func tolerance(
    _ total: PeriodTotal,
    _ table: TableInMaking,
    _ measure: Measure
  ) -> Int {
    let unit = table.table.format.rounding
    return unit == 1 ? 0 : max(unit, total.rows * unit / 2) * measure.scale
  }
}
