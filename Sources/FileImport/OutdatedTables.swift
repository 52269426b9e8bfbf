package import Asking
import Catalog
import Output
import Planner
import Results
import Store

/// What was imported makes of the shipped tables, and how old the newest figure of each publisher
/// is.
package struct OutdatedTables {
  private let descriptions: [DatasetDescription]
  private let days: [Int: DayRange]
  private let measures: [Int: Set<Int>]
  private let today: Day
  private let pipeline: Pipeline
  private var catalog: StoredCatalog { pipeline.catalog }

  /// `today` as `2026-11-22`.
  package init(_ pipeline: Pipeline, today: String) {
    self.pipeline = pipeline
    let catalog = pipeline.catalog
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
    let (superseded, beside) = compared
    let replaced = superseded.map { "\($0[0]): superseded \($0[1]), \($0[2])" }
    return
      ((replaced.isEmpty ? ["no shipped table is superseded by what was imported"] : replaced)
      + beside.map { "\($0[0]): still answers \($0[1]), \($0[2])" }
      + newest.map { "\($0[0]): newest figure of \($0[1]), \($0[2]), in \($0[3])" }).joined(
        by: "\n"
      )
  }

  /// Tables with what they have to do with others: `by cbp-2026`, and the periods.
  private static func related(_ rows: [[String]], _ relation: String) -> JSONValue {
    .array(
      rows.map {
        .object([
          ("table", .text($0[0])), (relation, .text(String($0[1].dropFirst(relation.count + 1)))),
          ("periods", .text($0[2])),
        ])
      }
    )
  }

  private var object: JSONValue {
    let (superseded, beside) = compared
    return .object([
      ("superseded", Self.related(superseded, "by")),
      ("still_answering", Self.related(beside, "beside")),
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
    let (replaced, beside) = compared
    let tables =
      replaced.isEmpty
      ? ["no shipped table is superseded by what was imported"]
      : ["shipped tables that newer imported ones supersede"]
        + Columns(replaced).lines.map { "  " + $0 }
    let others =
      beside.isEmpty
      ? []
      : ["", "shipped tables that still answer beside newer imported ones"]
        + Columns(beside).lines.map { "  " + $0 }
    return (tables + others + ["", "newest figures"] + Columns(newest).lines.map { "  " + $0 })
      .joined(
        by: "\n"
      )
  }

  // MARK: Superseded tables

  /// A row for each shipped table of which there is a newer edition: its name, that edition, and in
  /// which periods; apart those that answer all the same.
  private var compared: (superseded: [[String]], beside: [[String]]) {
    var found: (superseded: [[String]], beside: [[String]]) = ([], [])
    for (table, newer, days) in newerEditions {
      let periods = self.days[table.dataset.id] == days ? "all of it" : shortDates(of: days)
      if stillAnswers(table.dataset, days) {
        found.beside.append([table.key, "beside \(newer.key)", periods])
      } else {
        found.superseded.append([table.key, "by \(newer.key)", periods])
      }
    }
    return found
  }

  /// Whether a question about all that a table distinguishes, or about nothing but time, is
  /// answered from it in some days.
  private func stillAnswers(_ table: Dataset, _ days: DayRange) -> Bool {
    let ends = [days.first, days.last].map { Period.day($0).exported }
    let time = table.time == .span ? [] : [table.time.rawValue]
    let names = table.dimensions.compactMap { catalog.dimension($0)?.key }
    return (measures[table.id] ?? []).compactMap(catalog.measure).contains { measure in
      [names + time, time].contains { keys in
        let by = keys.isEmpty ? "" : " by " + keys.joined(by: ", ")
        let question =
          "\"\(measure.key)\"\(catalog.clause(of: table.scope))\(by) from \(ends[0]) to \(ends[1])"
        guard let plan = try? pipeline.plan(question) else { return false }
        return plan.figures.flatMap(\.segments)
          .contains { !$0.uses.isEmpty && $0.candidate.dataset.table == table.table }
      }
    }
  }

  /// Shipped tables with the newest imported edition of each, and the days that both hold.
  private var newerEditions: [(table: DatasetDescription, newer: DatasetDescription, DayRange)] {
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
      return (table, first, common)
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
