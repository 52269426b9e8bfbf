import Catalog
import QueryLanguage

/// Fewer tables, or others first.
extension FigureTables {
  /// Whether a table leaves more under `other`, or names fewer values, than those that answer some
  /// days best.
  func tellsLess(_ table: Int, for days: DaySet) -> Bool {
    guard choice.isDivided, let range = days.hull,
      let place = candidates.firstIndex(where: { $0.seriesTable == table })
    else { return false }
    let best = uses(for: days).map { choice.lack(of: $0.candidate, range) }.max() ?? 0
    return choice.lack(of: place, range) > best
  }

  /// Whether a table alone answers some days best.
  func isAnswered(by table: Int, for days: DaySet) -> Bool {
    let own = uses(for: days)
    return !own.isEmpty && own.allSatisfy { candidates[$0.candidate].seriesTable == table }
  }

  /// The same with some candidates before all others, by their places: days of which they hold
  /// nothing are answered by others.
  func preferring(_ places: [Int]) -> FigureTables {
    var changed = self
    changed.likeWithLike = alone(places)
    return changed
  }

  /// The same where rows of the answer have some values of each dimension: tables that name all of
  /// them come first.
  func wanting(_ values: [IDSet]) -> FigureTables {
    var changed = self
    changed.choice = TableChoice(
      candidates: candidates,
      kind: figure.measure.kind,
      catalog: catalog,
      values: ValuesOfRows(
        kept: self.values.kept,
        wanted: self.values.ofKept(values, in: candidates)
      ),
      isAsOf: isAsOf
    )
    return changed
  }
}
