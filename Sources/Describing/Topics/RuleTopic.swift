import Catalog

/// Thresholds and dates in force.
enum RuleTopic: Topic {
  static let name = "rule"
  static let plural = "rules"
  static let summary = "a threshold or date in force"

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.rules.filter { name.isOne(of: [$0.key]) }.map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { catalogIndex.rules.map(\.key) }

  private static func page(_ rule: Rule, _ catalogIndex: CatalogIndex) -> Description {
    let program = catalogIndex.program(rule.program)
    var page = Description(rule.name, name)
    page.add(
      "",
      [
        .init("quantity", rule.demand),
        .init("in force", rule.inForce),
        .init("basis", rule.basis),
        .init("program", program?.name ?? ""),
        .init("document", rule.document),
        .init("note", rule.note),
      ]
    )
    let outcome = rule.outcome.isEmpty ? [] : [rule.outcomeQuestion, "show targets"]
    page.add("to ask next", lines: outcome + ["describe \(rule.program)"])
    return page
  }
}
