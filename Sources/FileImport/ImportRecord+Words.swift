import Output
import Store

extension ImportRecord {
  /// That a file was imported before.
  func words(for file: String, as style: ImportStyle) -> String {
    switch style {
    case .table, .words: "\(file): was imported before, on \(imported), as `\(key)`"
    case .json:
      ImportStyle.text(
        of: .object([
          ("file", .text(file)), ("imported_before_as", .text(key)), ("on", .text(imported)),
        ])
      )
    }
  }

  /// For programs.
  func object(isLong: Bool) -> JSONValue {
    let columns = mapping.split(separator: "\n").map { JSONValue.text(String($0)) }
    return .object(
      [
        ("name", .text(key)), ("rows", .number(rows)), ("imported", .text(imported)),
        ("file", .text(file)),
      ]
        + (isLong
          ? [
            ("import", .number(id)), ("format", .text(format)), ("bytes", .number(size)),
            ("sha256", .text(sha256)), ("columns", .array(columns)),
          ] : [])
    )
  }
}
