import Catalog

/// The sources that a row of `by source` has: every current one, and of those that others replaced
/// one for each year in which they were published. The rest is only counted.
struct EditionsShown {
  /// What answers, source by source.
  let shown: [[TableDays]]
  /// The ids of the sources that are left out.
  let leftOut: [Int]

  /// `answers` are those of each source, in order of preference.
  init(
    _ answers: [(source: Int, uses: [TableDays])],
    _ figure: FigureTables,
    _ catalog: any CatalogReader
  ) {
    let years = answers.map { answer -> Int? in
      let isSuperseded = answer.uses.allSatisfy {
        figure.candidates[$0.candidate].dataset.isSuperseded
      }
      return isSuperseded ? Self.day(answer.source, catalog).date.year : nil
    }
    var kept: [Int: Int] = [:]
    for (place, year) in years.enumerated() {
      guard let year else { continue }
      guard let other = kept[year] else {
        kept[year] = place
        continue
      }
      if Self.merit(answers[place], catalog) > Self.merit(answers[other], catalog) {
        kept[year] = place
      }
    }
    let isShown = years.enumerated().map { place, year in year.map { kept[$0] == place } ?? true }
    shown = answers.indices.filter { isShown[$0] }.map { answers[$0].uses }
    leftOut = answers.indices.filter { !isShown[$0] }.map { answers[$0].source }
  }

  /// Of editions of one year, the one that holds most comes before the last one.
  private static func merit(
    _ answer: (source: Int, uses: [TableDays]),
    _ catalog: any CatalogReader
  ) -> (Int, Int) {
    (answer.uses.days.dayCount, day(answer.source, catalog).number)
  }

  private static func day(_ source: Int, _ catalog: any CatalogReader) -> Day {
    catalog.source(source)?.lastPossibleDay ?? .distantPast
  }
}
