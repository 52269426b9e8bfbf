import Asking
import Results
import Testing

/// What is said of each of several periods is judged by the one that decides: the largest under a
/// bound, the smallest over one.
@Suite("What is said of every period")
struct EveryFigureTests {
  private static let questions = [
    ("removals", "fy", "fy2005..fy2012"),
    ("encounters for southwest", "month", "feb 2025..sep 2025"),
    ("refugee admissions", "fy", "fy2010..fy2020"),
    ("apprehensions for southwest", "month", "fy2024"),
  ]

  @Test("the figure under a bound is that of the largest", arguments: questions)
  func underABound(_ question: (measure: String, unit: String, period: String)) throws {
    try expectSame(question, "max", "is below 10m")
    try expectSame(question, "max", "<= 10m")
  }

  @Test("the figure over a bound is that of the smallest", arguments: questions)
  func overABound(_ question: (measure: String, unit: String, period: String)) throws {
    try expectSame(question, "min", "is above 10")
  }

  private func expectSame(
    _ question: (measure: String, unit: String, period: String),
    _ function: String,
    _ judgment: String
  ) throws {
    let (measure, unit, period) = question
    let parts = measure.split(separator: " for ", maxSplits: 1)
    let values = parts.count > 1 ? " for \(parts[1])" : ""
    let every = try answer("\(measure) every \(unit) in \(period) \(judgment)")
    let fold = try answer("\(function)(\(parts[0]) by \(unit))\(values) in \(period) \(judgment)")
    #expect(every.verdict == .holds)
    #expect(every.value?.number == fold.value?.number)
    #expect(every.value?.number != nil)
  }

  private func answer(_ statement: String) throws -> CheckAnswer {
    let pipeline = try Shipped.shared.get().pipeline
    return try Checker(pipeline).answer(pipeline.parseCheck("check \(statement)"), as: statement)
  }
}
