import Catalog
import Output
import Results
package import Store

/// What was imported makes of the shipped tables, and how old the newest figure of each publisher
/// is.
package struct OutdatedTables {
  private let descriptions: [DatasetDescription]
  private let days: [Int: DayRange]
  private let measures: [Int: Set<Int>]
  private let today: Day
  private let catalog: StoredCatalog

  /// `today` as `2026-11-22`.
  package init(_ catalog: StoredCatalog, today: String) {
    self.catalog = catalog
    self.today = Day(publishedBy: today) ?? Day(number: 0)
    descriptions = catalog.datasets()
    let coverages = catalog.coverages()
    days = Dictionary(coverages.map { ($0.dataset, $0.days) }) { a, b in
      DayRange(min(a.first, b.first), max(a.last, b.last))
    }
    measures = Dictionary(grouping: coverages, by: \.dataset).mapValues { Set($0.map(\.measure)) }
  }

  package func text(as style: ImportStyle) -> String {
    switch style {
    case .table: text
    case .words: facts
    case .json: ImportStyle.text(of: object)
    }
  }

  /// One fact a line.
  private var facts: String {
    let replaced = superseded.map { "\($0[0]): superseded \($0[1]), \($0[2])" }
    return
      ((replaced.isEmpty ? ["no shipped table is superseded by what was imported"] : replaced)
      + newest.map { "\($0[0]): newest figure of \($0[1]), \($0[2]), in \($0[3])" }).joined(
        by: "\n"
      )
  }

  private var object: JSONValue {
    .object([
      (
        "superseded",
        .array(
          superseded.map {
            .object([
              ("table", .text($0[0])), ("by", .text(String($0[1].dropFirst("by ".count)))),
              ("periods", .text($0[2])),
            ])
          }
        )
      ),
      (
        "newest",
        .array(
          newest.map {
            .object([
              ("publisher", .text($0[0])), ("day", .text($0[1])), ("age", .text($0[2])),
              ("table", .text($0[3])),
            ])
          }
        )
      ),
    ])
  }

  private var text: String {
    let replaced = superseded
    let tables =
      replaced.isEmpty
      ? ["no shipped table is superseded by what was imported"]
      : ["shipped tables that newer imported ones supersede"]
        + Columns(replaced).lines.map { "  " + $0 }
    return (tables + ["", "newest figures"] + Columns(newest).lines.map { "  " + $0 }).joined(
      by: "\n"
    )
  }

  // MARK: Superseded tables

  /// A row for each shipped table: its name, what supersedes it, and in which periods.
  private var superseded: [[String]] {
    let imported = descriptions.filter {
      $0.dataset.id >= ImportedID.first
        && Dataset.Standing(rank: $0.dataset.rank) != .declared
    }
    let shipped = descriptions.filter {
      $0.dataset.id < ImportedID.first && !$0.dataset.isSuperseded
    }
    return shipped.compactMap { table in
      let newer = imported.filter { supersedes($0.dataset, table.dataset) }
      // The newest of several editions.
      guard let first = newer.max(by: { published($0.dataset) < published($1.dataset) }),
        let common = common(first.dataset, table.dataset)
      else { return nil }
      let isWhole = days[table.dataset.id] == common
      return [table.key, "by \(first.key)", isWhole ? "all of it" : shortDates(of: common)]
    }
  }

  /// Whether a table holds the same of some of the same days as an older one, and distinguishes all
  /// that it does.
  private func supersedes(_ new: Dataset, _ old: Dataset) -> Bool {
    new.time == old.time && Set(new.scope) == Set(old.scope)
      && (new.isComplete || !old.isComplete)
      && Set(old.dimensions).isSubset(of: new.dimensions)
      && (measures[old.id] ?? []).isSubset(of: measures[new.id] ?? [])
      && published(new) >= published(old) && common(new, old) != nil
  }

  private func common(_ a: Dataset, _ b: Dataset) -> DayRange? {
    guard let own = days[a.id], let other = days[b.id] else { return nil }
    let both = DayRange(max(own.first, other.first), min(own.last, other.last))
    return both.isEmpty ? nil : both
  }

  private func published(_ table: Dataset) -> Day {
    catalog.source(table.source)?.lastPossibleDay ?? Day(number: 0)
  }

  // MARK: Publishers

  /// A row for each publisher: the last day of its newest figure, how long that is ago, and the
  /// table that holds it.
  private var newest: [[String]] {
    var found: [String: (last: Day, key: String)] = [:]
    for table in descriptions where !table.dataset.isSuperseded {
      guard let source = catalog.source(table.dataset.source), !source.isSecondary,
        let last = days[table.dataset.id]?.last, last <= today, !source.short.isEmpty
      else { continue }
      if last > found[source.short]?.last ?? Day(number: .min) {
        found[source.short] = (last, table.key)
      }
    }
    return found.sorted { ($1.value.last, $0.key) < ($0.value.last, $1.key) }.map { short, newest in
      [short, Period.day(newest.last).exported, age(of: newest.last), newest.key]
    }
  }

  private func age(of day: Day) -> String {
    let days = today.number - day.number
    switch days {
    case ..<1: return "today"
    case 1: return "1 day ago"
    case ..<60: return "\(days) days ago"
    case ..<730: return "\(days / 30) months ago"
    default: return "\(days / 365) years ago"
    }
  }
}
