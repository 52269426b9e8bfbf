import Catalog
import Diagnostics
package import Output
import Store

extension Session {
  /// The answer to a question as a table of a data package; `nil` when it fails, which is reported.
  package mutating func packagedTable(of question: String) throws -> PackagedTable? {
    do {
      let query = try pipeline.parse(question)
      var format: any OutputFormat = PackagedTable(style: OutputStyle())
      try pipeline.answer(pipeline.plan(query), as: &format, into: sink)
      return format as? PackagedTable
    } catch let diagnostic as Diagnostic {
      sink.report(MistakeText(diagnostic, in: question, place: nil, style: messageStyle).text)
      return nil
    }
  }
}

extension Session {
  /// A whole published table as a table of a data package, row by row as it is held; `nil` when there is none of the
  /// name, which is reported.
  package mutating func packagedTable(ofDataset name: String) throws -> PackagedTable? {
    let catalog = pipeline.catalog
    let datasets = try pipeline.reading { $0.datasets() }
    guard let found = datasets.first(where: { $0.key == name }) else {
      let nearest = closestMatch(to: name, among: datasets.map(\.key))
      sink.report(
        "error: no dataset is called `\(name)`" + (nearest.map { "\nhint: nearest: \($0)" } ?? "")
      )
      return nil
    }
    // No other table may answer a part of the question.
    catalog.onlyTable = found.dataset.id
    defer { catalog.onlyTable = nil }
    return try packagedTable(of: question(about: found.dataset, in: catalog))
  }

  /// Everything that a table holds, in the language.
  private func question(about dataset: Dataset, in catalog: StoredCatalog) -> String {
    let measures = catalog.measures().filter { measure in
      catalog.editions(of: measure.id).contains { $0.dataset.id == dataset.id }
    }
    let time =
      switch dataset.time {
      case .fiscalYear, .span: "fy"
      case .calendarYear: "cy"
      case .month: "month"
      case .date: "date"
      }
    let scope = dataset.scope.compactMap { entry -> String? in
      guard let dimension = catalog.dimension(entry.dimension),
        let member = catalog.member(entry.member)
      else { return nil }
      return "\"\(dimension.key)\" = \"\(member.key)\""
    }
    let dimensions = dataset.dimensions.compactMap { catalog.dimension($0) }.map { "\"\($0.key)\"" }
    return measures.map { "\"\($0.key)\"" }.joined(by: ", ")
      + (scope.isEmpty ? "" : " where " + scope.joined(by: " and "))
      + " by " + ([time] + dimensions).joined(by: ", ")
  }
}
