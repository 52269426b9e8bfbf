import Testing

/// Every measure by every dimension in every scope that a table has, by years and as columns.
@Suite("No cell is zero where no table of its period tells the value apart")
struct ZeroTests {
  @Test("Every measure, dimension and scope", arguments: [TimeUnit.fy, .cy])
  func areTold(by unit: TimeUnit) throws {
    let catalogue = try Catalogue.shared.get()
    var (zeros, wrong) = (0, 0)
    for sweep in try Sweep.all(unit, catalogue) {
      guard case .rows(let rows) = try Program.ask(sweep.question) else { continue }
      var told: [String] = []
      for row in rows {
        let label = (row[unit.rawValue] as? Int).map(String.init) ?? ""
        for (value, figure) in row where value != unit.rawValue && Replied.number(figure) == 0 {
          zeros += 1
          if !sweep.isZero(value, in: label) { told.append("\(label) \(value)") }
        }
      }
      wrong += told.count
      if !told.isEmpty {
        Issue.record(
          "\(sweep.question)\n  \(told.count) zeros that no table tells: \(told.sorted().prefix(6))"
        )
      }
    }
    #expect(zeros > 0)
    print("zeros by \(unit): \(zeros), of them \(wrong) that no table tells")
  }
}

/// One question of the sweep, and the tables that can tell a zero.
struct Sweep {
  let question: String
  let unit: TimeUnit
  let dimension: String
  let fits: [Fit]
  let catalogue: Catalogue

  static func all(_ unit: TimeUnit, _ catalogue: Catalogue) throws -> [Sweep] {
    var sweeps: [Sweep] = []
    for measure in catalogue.measures.values.sorted(by: { $0.id < $1.id })
    where measure.kind == "flow" {
      guard let figure = try? catalogue.figure(measure.id) else { continue }
      let series = (catalogue.series[figure.measure] ?? []).filter {
        $0.time != "date" && $0.time != "span"
      }
      var seen: Set<String> = []
      for one in series.sorted(by: { $0.name < $1.name }) where one.agrees(with: figure) {
        let scope = one.scope.filter { !figure.condition.implies($0.key, $0.value, in: catalogue) }
          .sorted { $0.key < $1.key }
        for dimension in one.dimensions {
          let tests = scope.map {
            "\(catalogue.dimension($0.key).name) = \"\(catalogue.name($0.value, of: $0.key))\""
          }
          let condition = tests.isEmpty ? "" : " where " + tests.joined(separator: " and ")
          let name = catalogue.dimension(dimension).name
          let question = "\(measure.name) by \(unit.rawValue) across \(name)\(condition)"
          guard seen.insert(question).inserted else { continue }
          let scoped = figure.adding(.and(scope.map { .test($0.key, [$0.value]) }))
          let fits = series.compactMap { try? Fit($0, scoped, by: [dimension], in: catalogue) }
          sweeps.append(
            Sweep(
              question: question,
              unit: unit,
              dimension: dimension,
              fits: fits,
              catalogue: catalogue
            )
          )
        }
      }
    }
    return sweeps
  }

  /// Whether a table that names the value prints zero for it or leaves it away as zero.
  func isZero(_ name: String, in year: String) -> Bool {
    guard let value = catalogue.dimension(dimension).names.firstIndex(of: name),
      let number = Int(year)
    else { return true }
    let months =
      unit == .fy ? FiscalCalendar.fiscalYear(number) : FiscalCalendar.calendarYear(number)
    return fits.contains { fit in
      let periods = fit.periods(in: months)
      guard !periods.isEmpty, fit.names(value, at: 0) else { return false }
      guard let cell = fit.cells(in: periods)[value] else { return fit.series.absent == "zero" }
      return cell.total == 0 && cell.known > 0
    }
  }
}
