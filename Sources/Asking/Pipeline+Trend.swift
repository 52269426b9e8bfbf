import Catalog
import Planner
import QueryLanguage
package import Reading
package import Results

extension Pipeline {
  /// The change between the ends that a line says, or between the last whole periods that it is
  /// answered with, where it asks whether figures rose or fell; otherwise `nil`.
  package func trend(of reading: Reading) -> CheckAnswer? {
    guard let subject = reading.trend, let statement = change(in: subject, reading),
      let check = try? parseCheck(statement), let plan = try? plan(check)
    else { return nil }
    return try? judge(plan, as: statement, bridgingSeams: false)
  }

  /// The statement of the language about the change.
  private func change(in subject: String, _ reading: Reading) -> String? {
    if reading.statement.hasPrefix("check ") { return reading.statement }
    if reading.statement.contains(" vs ") {
      return reading.ends.map { "check change in \(subject) from \($0.first) to \($0.last) fell" }
    }
    guard let plan = plans.plan(of: reading.statement) else { return nil }
    let whole = plan.pieces.indices.filter { !plan.isPartial($0) && !plan.pieces[$0].isContext }
    let periods = whole.compactMap { plan.pieces[$0].period }
    // Without a period, the last whole year is compared with the one before.
    let isOpen = plan.query.days == nil && plan.query.relativePeriods.isEmpty
    let turn = reading.turn.flatMap { periods.contains($0) ? $0 : nil }
    guard let last = periods.last,
      let first = turn ?? (isOpen ? periods.dropLast().last : periods.first), first != last
    else { return nil }
    return "check change in \(subject) from \(first.spelling) to \(last.spelling) fell"
  }
}
