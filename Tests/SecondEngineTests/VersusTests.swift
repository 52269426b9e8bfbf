import Foundation
import TestSupport
import Testing

/// Two years set side by side, and the same two as rows.
@Suite("`vs` is the two rows of `by fy` where one table alone holds both years")
struct VersusTests {
  @Test("Random measures, dimensions and years")
  func agree() throws {
    let catalogue = try Catalogue.shared.get()
    var dice = Dice(seed: 41)
    var compared = 0
    let measures = catalogue.measures.values.filter { $0.kind == "flow" && $0.formula.isEmpty }.map(
      \.id
    ).sorted()
    for measure in measures {
      for series in (catalogue.series[measure] ?? []).sorted(by: { $0.name < $1.name })
      where series.time == "fy" || series.time == "month" {
        for dimension in series.dimensions {
          if try agree(measure, series, dimension, catalogue, &dice) { compared += 1 }
        }
      }
    }
    #expect(compared > 50)
  }

  private func agree(
    _ measure: String,
    _ series: Series,
    _ dimension: String,
    _ catalogue: Catalogue,
    _ dice: inout Dice
  ) throws -> Bool {
    let scope = series.scope.sorted { $0.key < $1.key }
    let figure = Figure(measure: measure, condition: .and(scope.map { .test($0.key, [$0.value]) }))
    let fits = (catalogue.series[measure] ?? []).compactMap {
      try? Fit($0, figure, by: [dimension], in: catalogue)
    }
    let years = (1950...2026).filter { year in
      year != 1976 && fits.count { !$0.held(in: FiscalCalendar.fiscalYear(year)).isEmpty } == 1
        && fits.contains {
          $0.series === series && $0.held(in: FiscalCalendar.fiscalYear(year)).count == 12
        }
    }
    guard years.count > 1 else { return false }
    let one = years[dice.roll(1...years.count - 1)]
    let other = dice.pick(years.filter { $0 < one })
    let tests = scope.map {
      "\(catalogue.dimension($0.key).name) = \"\(catalogue.name($0.value, of: $0.key))\""
    }
    let condition = tests.isEmpty ? "" : " where " + tests.joined(separator: " and ")
    let (name, by) = (catalogue.measure(measure).name, catalogue.dimension(dimension).name)
    let question = "\(name) by \(by) in fy\(one) vs fy\(other)" + condition
    guard case .rows(let pairs) = try Program.ask(question),
      case .rows(let rows) = try Program.ask(
        "\(name) by fy, \(by) in fy\(other), fy\(one)" + condition
      )
    else { return false }
    for pair in pairs {
      for year in [one, other] {
        let row = rows.first {
          $0["fy"] as? Int == year && $0[dimension] as? String == pair[dimension] as? String
        }
        let (left, right) = (
          Replied.number(pair["\(measure)_fy\(year)"]), row.flatMap { Replied.number($0[measure]) }
        )
        let isSame = left == right || (left == 0 && row == nil)
        #expect(
          isSame,
          "\(question)\n  \(pair[dimension] ?? "") \(year): \(left ?? .nan), by fy \(right ?? .nan)"
        )
      }
      if let left = Replied.number(pair["\(measure)_fy\(one)"]),
        let right = Replied.number(pair["\(measure)_fy\(other)"]),
        let change = Replied.number(pair["\(measure)_change"])
      {
        #expect(abs(change - (left - right)) < 0.001, "\(question)")
      }
    }
    return true
  }
}
