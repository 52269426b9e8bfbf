import Foundation

/// The rows of the program's answer, by the labels that the second engine gives them.
struct Replied {
  var rows: [[String]: [String: Any]] = [:]

  init(_ json: [[String: Any]], to question: Question) {
    let isAcross = question.isAcross
    let dimensions = isAcross ? Array(question.by.dropLast()) : question.by
    let labels = (question.time.map { [$0.rawValue] } ?? []) + dimensions
    for row in json {
      var key = labels.map { Self.label(row[$0]) }
      if question.by.isEmpty, question.time != nil, key == [""] { key = ["Total"] }
      guard isAcross else {
        rows[key] = row
        continue
      }
      for (column, value) in row where !labels.contains(column) {
        rows[key + [column]] = [question.columns[0].name: value]
      }
    }
  }

  private static func label(_ value: Any?) -> String {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: ""
    }
  }

  static func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }
}

/// Sets what the program answered beside what the second engine did.
struct Comparison {
  let expected: Answer
  let replied: Replied
  private(set) var differences: [String] = []
  private(set) var figures = 0

  init(_ expected: Answer, _ replied: Replied, _ question: Question) {
    self.expected = expected
    self.replied = replied
    for (labels, cells) in expected.rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for (name, value) in cells.sorted(by: { $0.key < $1.key }) { compare(labels, name, value) }
    }
    let names = Set(expected.rows.values.flatMap(\.keys))
    for (labels, cells) in replied.rows where expected.rows[labels] == nil {
      if labels.contains("") || (expected.isExact && isRest(labels)) { continue }
      for name in names.sorted() {
        guard let number = Replied.number(cells[name]), !isZero(number) else { continue }
        differences.append("\(labels) \(name): \(number), expected nothing")
      }
    }
  }

  private func isRest(_ labels: [String]) -> Bool {
    labels.contains { ["Total", "Others"].contains($0) }
  }

  /// A row of zeros that the engine leaves away is no difference.
  private func isZero(_ number: Double) -> Bool { number == 0 && !expected.isGrid }

  private mutating func compare(_ labels: [String], _ name: String, _ value: Double?) {
    let row = replied.rows[labels]
    let number = row.flatMap { Replied.number($0[name]) }
    figures += 1
    switch (value, number) {
    case (nil, nil): return
    case (let value?, let number?):
      if abs(value - number) <= max(1e-6, abs(value) * 1e-9) { return }
    case (0?, nil) where row == nil: return
    default: break
    }
    let came = row == nil ? "no row" : number.map { String($0) } ?? "missing"
    differences.append(
      "\(labels) \(name): \(came), expected \(value.map { String($0) } ?? "missing")"
    )
  }
}
