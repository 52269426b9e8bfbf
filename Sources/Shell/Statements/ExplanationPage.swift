import Catalog
import Output
import Planner
import QueryLanguage
import Store

/// The tables of one figure: those that answer on a line each, the others grouped by what became of
/// them; with `all`, each on a line.
struct ExplanationPage {
  private let explanation: Explanation
  private let names: TableNames
  private let catalog: StoredCatalog
  private let width: Int?
  private let isWhole: Bool

  init(
    _ explanation: Explanation,
    _ names: TableNames,
    _ catalog: StoredCatalog,
    width: Int?,
    isWhole: Bool
  ) {
    self.explanation = explanation
    self.names = names
    self.catalog = catalog
    self.width = width
    self.isWhole = isWhole
  }

  var text: String {
    let lines = groups.flatMap { wrapped(line($0), toWidth: width, indent: 2) }
    let left = explanation.superseded
    let superseded =
      left == 0
      ? []
      : wrapped(
        "\(left) superseded: used by `as of` and `by source` only",
        toWidth: width,
        indent: 2
      )
    let isCut = groups.contains { $0.count > Self.mostNamed }
    let rest = isCut ? ["  `explain all` has a line for each"] : []
    return ([explanation.label] + lines + superseded + rest).joined(by: "\n")
  }

  /// Each table with the figure that it was considered for, and its outcome.
  var rows: [[String]] {
    explanation.considered.map {
      [explanation.label, names.name(of: $0.dataset), words($0.outcome)]
    }
  }

  /// Tables with the same outcome, in order.
  private var groups: [[Explanation.Considered]] {
    var groups: [(kind: String, tables: [Explanation.Considered])] = []
    for considered in explanation.considered {
      let kind = kind(of: considered.outcome)
      if let kind, !isWhole, let index = groups.firstIndex(where: { $0.kind == kind }) {
        groups[index].tables.append(considered)
      } else {
        groups.append((kind ?? "", [considered]))
      }
    }
    return groups.map(\.tables)
  }

  /// `12 tables come after others in the order of preference: ohss-…, cbp-…, …`
  private func line(_ tables: [Explanation.Considered]) -> String {
    guard tables.count > 1, let outcome = tables.first?.outcome, let kind = kind(of: outcome) else {
      return tables.map { "\(names.name(of: $0.dataset)): \(words($0.outcome))" }.joined(by: ", ")
    }
    let shown = tables.prefix(Self.mostNamed).map { names.name(of: $0.dataset) }
    let more = tables.count - shown.count
    return "\(tables.count) tables \(kind): \(shown.joined(by: ", "))"
      + (more == 0 ? "" : " and \(more) more")
  }

  /// Tables that are named where several share a line.
  private static let mostNamed = 3

  /// The common outcome on several tables, in words; `nil` for those that answer.
  private func kind(of outcome: Explanation.Outcome) -> String? {
    switch outcome {
    case .chosen: nil
    case .otherTime: "have periods that do not make up those of the rows"
    case .misfit(let misfit):
      switch misfit {
      case .dimension(let dimension): "are not broken down by \(dimension.name)"
      case .value(let test): "never name \(test.label)"
      case .scope: "are about a part only"
      case .excluded: "are about what the question leaves out"
      case .incomplete: "do not add up to the whole that the question needs"
      case .rollup(let dimension): "have too much under other \(dimension.name)"
      }
    case .lost(let reason, _):
      switch reason {
      case .outside: "hold nothing of the period"
      case .incomplete: "do not add up to the whole"
      case .withheld: "sum over withheld cells"
      case .superseded: "are superseded"
      case .older: "are older than others, or reach less far"
      case .rank: "come after others in the order of preference"
      case .rounded: "are rounded more than others"
      case .larger: "are larger than others that hold the same"
      case .partial: "do not hold the period whole"
      case .tellsLess: "leave more under `other`, or do not name all values"
      case .compared: "do not answer all periods that are compared"
      case .apart: "do not answer every part of the expression"
      }
    }
  }

  private func words(_ outcome: Explanation.Outcome) -> String {
    switch outcome {
    case .chosen(let days): "answers \(days.ranges.map(shortDates).joined(by: ", "))"
    case .lost(let reason, let rival): words(reason, rival)
    case .misfit(let misfit): words(misfit)
    case .otherTime: "its periods do not make up those of the rows"
    }
  }

  private func words(_ reason: Explanation.Reason, _ rival: Dataset?) -> String {
    let other = rival.map { "`\(names.name(of: $0))`" } ?? "the other"
    return switch reason {
    case .outside(let held):
      "holds nothing of the period" + (held.map { "; held: \(shortDates(of: $0))" } ?? "")
    case .incomplete: "does not add up to the whole, as \(other) does"
    case .withheld: "sums over withheld cells, as \(other) does not"
    case .superseded: "superseded, and \(other) is not"
    case .older: "older than \(other), or reaches less far"
    case .rank: "comes after \(other) in the order of preference"
    case .rounded: "rounded more than \(other)"
    case .larger: "larger than \(other), which holds the same"
    case .partial: "does not hold the period whole, as \(other) does"
    case .tellsLess: "leaves more under `other` than \(other), or does not name all values"
    case .compared: "all periods that are compared come from \(other)"
    case .apart: "\(other) answers every part of the expression"
    }
  }

  private func words(_ misfit: Misfit) -> String {
    switch misfit {
    case .dimension(let dimension): "not broken down by \(dimension.name)"
    case .value(let test): "\(test.label) never occurs in it"
    case .scope(let entries):
      "is about \(entries.compactMap { catalog.member($0.member)?.name }.joined(by: ", ")) only"
    case .excluded: "is about what the question leaves out"
    case .incomplete: "does not add up to the whole that the question needs"
    case .rollup(let dimension): "too much of it is under other \(dimension.name)"
    }
  }
}
