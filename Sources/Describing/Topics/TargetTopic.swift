import Catalog
import Results

/// Stated targets, ceilings and pledges, with their outcomes.
enum TargetTopic: ListedTopic {
  static let name = "target"
  static let plural = "targets"
  static let summary = "targets, ceilings and pledges beside what came of them"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("target", nil, .atLeast(24)), .text("stated", nil, .atLeast(16)),
        .text("in_force", "in force", .atLeast(16)),
        AnswerColumn(key: "outcome", label: "what came of it", kind: .figure(unit: nil)),
        AnswerColumn(key: "percent", label: "of that", kind: .percent),
        .text("counted", "what is counted", .atLeast(20)), .text("quantity", nil, .none),
        .text("unit", nil, .none), .text("id", nil, .none), .text("note", nil, .none),
      ],
      rows: catalogIndex.rules.filter(\.isTarget).map { row($0, catalogIndex) }
    )
  }

  private static func row(_ rule: Rule, _ catalogIndex: CatalogIndex) -> ListedRow {
    let outcome = catalogIndex.outcome(of: rule)
    let program = catalogIndex.program(rule.program)
    return ListedRow(
      cells: [
        Cell(rule.name), Cell(rule.demand), Cell(rule.inForce), cell(outcome),
        percent(outcome, of: rule), Cell(rule.outcome), Cell(rule.quantity), Cell(rule.unit),
        Cell(rule.key), Cell(rule.note),
      ],
      words: [program?.name ?? "", rule.basis] + (program?.aliases ?? [])
    )
  }

  private static func cell(_ outcome: CheckFigure?) -> Cell {
    outcome.flatMap { figure in figure.number.map { .number($0, figure.precision) } }
      ?? .missing(.notHeld)
  }

  private static func percent(_ outcome: CheckFigure?, of rule: Rule) -> Cell {
    guard let stated = Double(rule.quantity), stated != 0, let number = outcome?.number else {
      return .missing(.notHeld)
    }
    return .number(.real(number.real / stated * 100), outcome?.precision ?? .exact)
  }

  // Each is described as a rule.
  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] { [] }
}

extension Rule {
  /// Whether it states something to be achieved, and not a condition of a rule.
  var isTarget: Bool { !outcome.isEmpty || Self.targetUnits.contains(unit) && isAmount }

  private var isAmount: Bool {
    switch direction {
    case .equals, .atMost, .atLeast, .moreThan, .lessThan: Double(quantity) != nil
    case .between, .from: false
    }
  }

  /// Units of things that are hired, admitted or issued.
  private static let targetUnits = ["people", "agents", "visas a fiscal year"]

  /// The question for its outcome.
  var outcomeQuestion: String {
    outcome.hasPrefix("change in ") ? "check \(outcome) >= \(quantity)" : outcome
  }
}
