import Catalog
import Output
import Results
import Store

/// The rows of a statement of SQL as rows of an answer.
///
/// Nobody said what the numbers are: people are shown them digit by digit, `202405` and not
/// `202,405`, and only drawings take them for figures.
struct RowsOfSQL {
  private let statement: PreparedStatement
  private let isForPeople: Bool
  private let isDrawn: Bool
  private var columns: [AnswerColumn] = []

  init(_ statement: PreparedStatement, for format: any OutputFormat.Type) {
    self.statement = statement
    isDrawn = format == ChartFormat.self || format == SVGFormat.self || format == VegaFormat.self
    isForPeople = format.uses.contains(.drawings) && !isDrawn
  }

  /// What the columns hold is known by the first row.
  mutating func head(beginningWith hasRow: Bool, sql: String) -> AnswerHead {
    var names: [String: Int] = [:]
    columns = (0..<statement.columnCount).map { index in
      let name = statement.columnName(at: index)
      let count = (names[name] ?? 0) + 1
      names[name] = count
      let key = count == 1 ? name : "\(name)_\(count)"
      return AnswerColumn(key: key, label: key, kind: kind(of: index, hasRow))
    }
    let subject = AnswerSubject(
      question: "sql " + sql,
      title: "",
      sql: sql,
      version: programVersion
    )
    return AnswerHead(columns: columns, subject: subject)
  }

  /// The current row of the statement.
  var row: AnswerRow { AnswerRow(cells: columns.indices.map(cell)) }

  private func kind(of column: Int, _ hasRow: Bool) -> AnswerColumn.Kind {
    guard hasRow, isForPeople || isDrawn && column > 0 else { return .dimension }
    switch statement.value(at: column) {
    case .integer, .real: return .figure(unit: nil)
    case .null:
      return statement.holdsNumbers(at: column) == true ? .figure(unit: nil) : .dimension
    case .text, .blob: return .dimension
    }
  }

  private func cell(_ column: Int) -> Cell {
    let isText = isForPeople || isDrawn && !columns[column].kind.isOfFigures
    switch statement.value(at: column) {
    case .null: return .missing(.notHeld)
    case .integer(let number):
      return isText ? .text(String(number)) : .number(.integer(number), .exact)
    case .real(let number):
      return isText ? .text(Self.digits(number)) : .number(.real(number), .exact)
    case .text(let text): return .text(text)
    case .blob(let digits): return .text("X'\(digits)'")
    }
  }

  private static func digits(_ number: Double) -> String {
    number.isFinite ? number.description : number < 0 ? "-Inf" : "Inf"
  }
}

extension AnswerColumn.Kind {
  fileprivate var isOfFigures: Bool {
    if case .figure = self { true } else { false }
  }
}
