import Asking
import Catalog
import Diagnostics
package import Output
import Planner
import Store

extension Session {
  /// The answer to a question as a table of a data package; `nil` when it fails, which is reported.
  package mutating func packagedTable(of question: String) throws -> PackagedTable? {
    try packagedTable(of: question, allowed: .all)
  }

  private mutating func packagedTable(
    of question: String,
    allowed: AllowedTables
  ) throws -> PackagedTable? {
    do {
      let query = try pipeline.parse(question)
      var format: any OutputFormat = PackagedTable(style: OutputStyle())
      try pipeline.answer(pipeline.plan(query, allowed: allowed), as: &format, into: sink)
      return format as? PackagedTable
    } catch let diagnostic as Diagnostic {
      sink.report(ErrorReport(diagnostic, in: question, place: nil, style: messageStyle))
      return nil
    }
  }
}

extension Session {
  /// A whole published table as a table of a data package, row by row as it is held; `nil` when
  /// there is none of the name, which is reported.
  package mutating func packagedTable(ofDataset name: String) throws -> PackagedTable? {
    let catalog = pipeline.catalog
    let datasets = try pipeline.reading { $0.datasets() }
    guard let found = datasets.first(where: { $0.key == name }) else {
      let nearest = closestMatch(to: name, among: datasets.map(\.key))
      sink.report(
        ErrorReport(
          .mistake,
          "no dataset is called `\(name)`" + (nearest.map { "\nhint: nearest: \($0)" } ?? "")
        )
      )
      return nil
    }
    // Checks that no other table answers a part of the question.
    return try packagedTable(
      of: question(about: found.dataset, in: catalog),
      allowed: .table(found.dataset.id)
    )
  }

  /// The question for everything that a table holds.
  private func question(about dataset: Dataset, in catalog: StoredCatalog) -> String {
    let measures = catalog.measures().filter { measure in
      catalog.editions(of: measure.id).contains { $0.dataset.id == dataset.id }
    }
    let time = dataset.time == .span ? "fy" : dataset.time.rawValue
    // What holds for the whole table becomes a column, so that the rows keep that limit when they
    // are imported.
    let shared = dataset.scope.map(\.dimension).filter { !dataset.dimensions.contains($0) }
    let dimensions = (dataset.dimensions + shared).compactMap { catalog.dimension($0) }
      .map { "\"\($0.key)\"" }
    return measures.map { "\"\($0.key)\"" }.joined(by: ", ")
      + catalog.clause(of: dataset.scope) + " by " + ([time] + dimensions).joined(by: ", ")
  }
}
