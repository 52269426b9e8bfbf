import Asking
import Catalog
import Diagnostics
import Foundation
import Output
import Planner
import QueryLanguage
import SQLCompiler
import Shell
import Store
import TestSupport
import Testing

/// The program over the shipped data, as properties need it.
struct Shipped {
  /// That of the thread that asks.
  static var shared: Result<Shipped, any Error> { Result { try ofThread.get() } }
  private static let ofThread = PerThread("Shipped") { try Shipped() }

  let session: Session
  let words: Vocabulary

  var pipeline: Pipeline { session.pipeline }

  private init() throws {
    let database = try ShippedDatabase.open()
    session = Session(database, sink: CollectingSink())
    words = try Vocabulary(database)
  }

  /// Checks a property of random questions; whatever is thrown is a defect of that question.
  func check(_ count: Int, seed: UInt64, _ property: (String, inout Dice) throws -> Void) {
    var dice = Dice(seed: seed)
    for _ in 0..<count {
      let question = words.question(&dice)
      do {
        try property(question, &dice)
      } catch {
        Issue.record("\(question)\n\(error)")
      }
    }
  }

  func query(_ text: String) throws -> Query {
    try Query(parsing: text, catalog: pipeline.catalog)
  }

  /// A mistake in a question is an answer too; anything else that is thrown is a defect.
  func plan(_ text: String) throws -> Result<QueryPlan, Diagnostic> {
    do {
      return .success(try pipeline.plan(text))
    } catch let diagnostic as Diagnostic {
      return .failure(diagnostic)
    }
  }

  /// What the program writes, as JSON.
  func json(_ plan: QueryPlan) throws -> String {
    let sink = CollectingSink()
    var format: any OutputFormat = JSONFormat(style: OutputStyle())
    try pipeline.answer(plan, as: &format, into: sink)
    return sink.answer
  }

  func rows(_ question: String) throws -> [[String: Any]] {
    let text = try json(pipeline.plan(question))
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
  }

  /// The published tables that answer a question: a rollup counts as its base.
  func datasets(_ plan: QueryPlan) -> Set<Int> {
    Set(
      plan.figures.flatMap(\.segments).map { segment in
        let dataset = segment.candidate.dataset
        return dataset.rollupOf == 0 ? dataset.id : dataset.rollupOf
      }
    )
  }
}
