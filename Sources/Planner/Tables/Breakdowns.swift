import Catalog

/// How completely the candidates of a question list values, where its rows are broken down by a
/// dimension.
///
/// A table that leaves more than a tenth of a period under `other` ranks after one that leaves
/// less, and one that names a handful of values after one that names them all: Mexico and the rest
/// is not a breakdown by country.
struct Breakdowns {
  private let catalog: any CatalogReader
  private let candidates: [Candidate]
  /// For each candidate, what is known of each dimension of the rows that it has as a column.
  private let known: [[Breakdown]]
  /// For each candidate, whether it names far fewer values than another one.
  private let namesFew: [Bool]
  /// For each candidate, whether it does not name a value that other rows of the answer have.
  private let lacksWanted: [Bool]

  /// `nil` where rows are not broken down, or where all candidates are one table.
  init?(_ candidates: [Candidate], _ catalog: any CatalogReader, _ values: ValuesOfRows) {
    guard let first = candidates.first, !first.keys.isEmpty,
      candidates.contains(where: { $0.dataset.table != first.dataset.table })
    else { return nil }
    self.catalog = catalog
    self.candidates = candidates
    known = candidates.map { candidate in
      candidate.keys.map { key in
        guard case .column(let dimension) = key, !values.isKept(dimension.id) else {
          return Breakdown(named: 0, other: [])
        }
        return catalog.breakdown(of: candidate.dataset.table, dimension: dimension.id)
      }
    }
    namesFew = known.map { [known] own in
      own.indices.contains { key in
        let most = known.map { $0[key].named }.max() ?? 0
        return own[key].named * Self.fewest < most && !own[key].other.isEmpty
      }
    }
    lacksWanted = candidates.map { candidate in
      values.wanted.indices.contains { key in
        !values.wanted[key].isSubset(of: candidate.named(key: key, catalog))
      }
    }
  }

  /// A table that names fewer than one in this many of the values that another names does not count
  /// as a breakdown beside it.
  private static let fewest = 10
  /// The largest share under `other`, in parts per million, with which a table ranks no lower than
  /// one without.
  private static let mostOther = 100_000

  /// The members of each series, those that list the fewest values in a range last. Tables of one
  /// publication differ in their shares of `other` only by rounding, but may name other values.
  func inOrder(_ series: [Series], _ range: DayRange) -> [[Int]] {
    let held = series.map { members(of: $0, in: range) }
    let own = held.map { unlisted($0, range) }
    let wanting = held.map { members in members.contains { lacksWanted[$0] } ? 1 : 0 }
    guard own.contains(where: { $0 > 0 }) || wanting.contains(1) else {
      return series.map(\.members)
    }
    let sources = series.map { candidates[$0.members[0]].dataset.source }
    let most = own.indices.map { index in
      own.indices.filter { sources[$0] == sources[index] }.map { own[$0] }.min() ?? own[index]
    }
    return series.indices.sorted { (most[$0], wanting[$0], $0) < (most[$1], wanting[$1], $1) }
      .map { series[$0].members }
  }

  /// How much a series leaves unlisted in a range: 0 where it lists enough.
  func lack(_ series: Series, _ range: DayRange) -> Int {
    let own = members(of: series, in: range)
    let most = unlisted(own, range)
    return most == 0 && own.contains { lacksWanted[$0] } ? 1 : most
  }

  private func members(of series: Series, in range: DayRange) -> [Int] {
    series.members.filter { index in
      candidates[index].runs.contains { $0.days.overlaps(range) }
    }
  }

  /// How much some candidates leave under `other`, or beside the few values that they name: 0 where
  /// they list enough.
  private func unlisted(_ own: [Int], _ range: DayRange) -> Int {
    if own.contains(where: { namesFew[$0] }) { return Int.max }
    let most = own.flatMap { known[$0] }.map { $0.mostOther(in: range) }.max() ?? 0
    return most > Self.mostOther ? most : 0
  }

  /// Whether two candidates list the same values, or belong to one series.
  func isAlike(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (candidates[a], candidates[b])
    return a == b || one.dataset.isSameSeries(as: other.dataset)
      || one.namesTheSame(as: other, catalog)
  }
}

extension Candidate {
  /// Whether two tables name the same values of the dimensions that rows are broken down by.
  fileprivate func namesTheSame(as other: Candidate, _ catalog: any CatalogReader) -> Bool {
    keys.indices.allSatisfy { named(key: $0, catalog) == other.named(key: $0, catalog) }
  }
}
