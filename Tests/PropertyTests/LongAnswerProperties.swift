import Answering
import Asking
import Output
import Planner
import QueryLanguage
import Results
import SQLCompiler
import Shell
import Store
import TestSupport
import Testing

/// What the program names and puts in order itself is what its SQL gives.
@Suite("Long answers")
struct LongAnswerProperties {
  static let questions = [
    // In the order of the tables, one period at a time.
    "visas issued by fy, citizenship, visa class since 2019",
    "encounters by month, citizenship since 2022",
    "encounters by fy, citizenship, state, demographic since 2022",
    "encounters by month, citizenship, demographic since 2024",
    "encounters for southwest by month, state, citizenship, authority since 2023",
    "refugee admissions by month, citizenship",
    "encounters for border patrol by month, citizenship from 2008 to 2012",
    "encounters by fy, citizenship, sector for border patrol from 2007 to 2019",
    // All at once: the first key is no time, or the rows are sums that come in another order.
    "encounters by citizenship, month since 2023",
    "visas issued by citizenship, visa class",
    "visas issued by visa class, citizenship, fy from 2015 to 2017",
    "encounters by citizenship, quarter, demographic since 2022",
    "encounters by fy, state, citizenship since 2022",
    // Several figures of the same rows, and expressions beside one.
    "encounters, encounters / 2 as half by month, citizenship since 2024",
    // Restricted, with values that a table does not tell apart or that roll up.
    "encounters where citizenship != mexico by month, citizenship, state since 2024",
    "encounters for northern by month, citizenship, demographic since 2022",
    "refugee admissions by month, refugee region, citizenship since 2015",
    "encounters for title 8 by month, citizenship, state since 2023",
  ]

  @Test("are rows and order of their SQL", arguments: questions)
  func rows(_ question: String) throws {
    let pipeline = try Shipped.shared.get().pipeline
    let plan = try pipeline.plan(question)
    // Questions that read few facts are not answered so.
    guard let coded = CodedStatement(for: plan, pipeline.catalog) else { return }
    let statement = pipeline.compile(plan)
    let expected = try pipeline.database.prepare(statement.sql)
    let rows = try #require(
      try OrderedRows(coded, plan, pipeline.catalog) { try pipeline.database.prepare($0) }
    )
    #expect(coded.statement.columns == statement.columns)
    var count = 0
    while try expected.step() {
      try #require(try rows.step(), "ends after \(count) rows")
      for (index, column) in statement.columns.enumerated() {
        #expect(rows.isNull(at: index) == expected.isNull(at: index), "row \(count)")
        if case .key(let key) = column, plan.query.keys[key].dimension != nil {
          try #require(rows.text(at: index) == expected.text(at: index), "row \(count)")
        } else {
          try #require(rows.number(at: index) == expected.number(at: index), "row \(count)")
        }
      }
      count += 1
    }
    #expect(try !rows.step())
    #expect(count > 100)
  }

  @Test("copied together are what is written row by row", arguments: questions)
  func copies(_ question: String) throws {
    let pipeline = try Shipped.shared.get().pipeline
    let plan = try pipeline.plan(question)
    for own in OutputFormats.all where own is any CellwiseFormat.Type {
      let sink = CollectingSink()
      var format = own.init(style: OutputStyle())
      let told = try pipeline.answer(plan, as: &format, into: sink)
      let (plain, met) = try rowByRow(plan, own.init(style: OutputStyle()), pipeline)
      #expect(sink.answer == plain, "\(own.name)")
      #expect(told.rows == met.rowCount)
    }
  }

  /// What a format writes of each row that was read into cells.
  private func rowByRow(
    _ plan: QueryPlan,
    _ format: any OutputFormat,
    _ pipeline: Pipeline
  ) throws -> (String, RowFindings) {
    var format = format
    var output = OutputBuffer()
    var row = AnswerRow(cells: [])
    var rows = AnswerRows(plan, pipeline.compile(plan), pipeline.catalog) {
      try pipeline.database.prepare($0)
    }
    format.begin(AnswerHead(for: plan, nil), into: &output)
    while try rows.step() {
      rows.read(into: &row)
      format.row(row, into: &output)
    }
    format.end(AnswerFoot(summary: "", notes: [], sources: []), into: &output)
    return (output.text, rows.findings)
  }

  @Test("most of these questions are long")
  func areLong() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let long = try Self.questions.filter {
      try CodedStatement(for: pipeline.plan($0), pipeline.catalog) != nil
    }
    #expect(long.count >= 10, "\(Set(Self.questions).subtracting(long))")
  }
}
