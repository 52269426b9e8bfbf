import Answering
import Catalog
import Diagnostics
import Output
import Planner
import QueryLanguage
import Results
import SQLCompiler
import Store

/// How rows become the text of an answer.
extension Pipeline {
  /// What became of the rows, and what was noticed while they were read.
  struct WrittenRows {
    let count: Int
    /// The last figure of the last row, when it is a whole number.
    let total: Int?
    let findings: RowFindings
  }

  /// Writes rows one by one, or copies them where their texts are known.
  func write(
    _ rows: inout AnswerRows,
    of plan: QueryPlan,
    _ subject: AnswerSubject?,
    as format: inout any OutputFormat,
    _ output: inout OutputBuffer,
    into sink: any ReplySink
  ) throws -> WrittenRows {
    format.begin(AnswerHead(for: plan, subject), into: &output)
    let copier = RowCopier(format)
    var window = WindowedRows(plan.query)
    var row = AnswerRow(cells: [])
    var (count, total): (Int, Int?) = (0, nil)
    let showsRows = type(of: format).uses.contains(.rows)
    while try showsRows && rows.step() {
      if let copier, let placed = rows.readAsPlaces() {
        copier.write(placed, into: &output)
      } else {
        rows.read(into: &row)
        guard window.keeps(row) else { continue }
        total = row.wholeNumber
        format.row(row, into: &output)
      }
      count += 1
      if output.bytes.count >= Self.bufferSize { try sink.write(&output) }
    }
    return WrittenRows(count: count, total: total, findings: rows.findings)
  }

  /// Turns rows before they are written: one value of the last key is one column.
  func writeTurned(
    _ rows: inout AnswerRows,
    of plan: QueryPlan,
    _ subject: AnswerSubject?,
    as format: inout any OutputFormat,
    _ output: inout OutputBuffer
  ) throws -> WrittenRows {
    let uses = type(of: format).uses
    var pivot = Pivot(plan, isDrawn: uses.contains(.drawings), catalog)
    var row = AnswerRow(cells: [])
    var total: Int?
    while try uses.contains(.rows) && rows.step() {
      rows.read(into: &row)
      total = row.wholeNumber
      pivot.add(row)
    }
    format.begin(AnswerHead(columns: pivot.head.columns, subject: subject), into: &output)
    let turned = pivot.rows
    for row in turned { format.row(row, into: &output) }
    var findings = rows.findings
    findings.note(pivot.absences)
    return WrittenRows(count: turned.count, total: total, findings: findings)
  }

  /// Large enough that writing costs nothing, small enough to stay in the cache.
  static let bufferSize = 65_536
}

extension AnswerRow {
  /// The last figure of the row, when it is a whole number.
  fileprivate var wholeNumber: Int? {
    guard case .number(.integer(let number), _)? = cells.last else { return nil }
    return number
  }
}
