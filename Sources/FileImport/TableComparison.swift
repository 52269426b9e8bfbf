import Asking
import Catalog
import Importing
import Results
import Store

/// A table of a file beside what is held for the same periods, in one line.
struct TableComparison {
  let line: String

  init(_ table: TableInMaking, _ pipeline: Pipeline) throws {
    var (periods, new, changed) = (0, 0, 0)
    for (place, id) in table.table.measures.enumerated() {
      guard let measure = pipeline.catalog.measure(id) else { continue }
      let held = try HeldFigures(table, measure, by: table.time.rawValue, pipeline).figures
      for total in table.totals {
        guard let own = total.figures[place] else { continue }
        periods += 1
        if let other = held[total.period]?.value {
          // Rounded figures are the same as exact ones that they were made of.
          let unit = table.table.format.rounding
          let isSame = unit == 1 ? other == Int(own) : abs(other - Int(own)) < unit * measure.scale
          if !isSame { changed += 1 }
        } else {
          new += 1
        }
      }
    }
    let words =
      (new == 0 ? [] : ["\(grouped(new)) new"])
      + (changed == 0 ? [] : ["\(grouped(changed)) changed"])
    let what = words.isEmpty ? "the same" : words.joined(by: ", ")
    line =
      "\(table.table.format.title): \(grouped(periods)) \(periods == 1 ? "figure" : "figures"), \(what)"
  }
}
