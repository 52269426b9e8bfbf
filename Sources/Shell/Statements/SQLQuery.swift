import Diagnostics
import Output
import QueryLanguage

/// What was typed after `sql`: the SQL, and after it a format and a file, which SQL has signs for
/// too.
struct SQLQuery {
  let sql: String
  /// Where the SQL begins in the statement, in bytes.
  let start: Int
  private(set) var delivery = Delivery()

  /// `text` is the whole statement, with its keyword.
  init(_ text: String) {
    var bytes = Array(text.utf8)
    let keyword = bytes.firstIndex { $0 <= 0x20 } ?? bytes.count
    start = bytes[keyword...].firstIndex { $0 > 0x20 } ?? bytes.count
    let signs = SQLSigns(bytes, from: start)
    var end = bytes.count
    if let file = signs.file {
      end = file.sign
      delivery.file = Delivery.File(path: file.path, span: SourceSpan(file.quotes))
    }
    if let bar = signs.bar(before: end) {
      let words = String(decoding: bytes[(bar + 1)..<end], as: UTF8.self)
      let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      delivery.format = Delivery.Format(
        name: name,
        span: SourceSpan((bar + 1)..<max(bar + 2, end)).trimmed(in: bytes)
      )
      end = bar
    } else if let file = delivery.file, OutputFormats.format(ofFile: file.path) == nil {
      // `WHERE a > "b"`: a test, since nothing says that it is a file.
      delivery.file = nil
      end = bytes.count
    }
    bytes.removeSubrange(end...)
    sql = String(decoding: bytes[min(start, end)...], as: UTF8.self)
  }
}

extension SourceSpan {
  /// Without the spaces at both ends.
  fileprivate func trimmed(in bytes: [UInt8]) -> SourceSpan {
    var range = start..<end
    while range.count > 1, bytes.indices.contains(range.lowerBound), bytes[range.lowerBound] <= 0x20
    {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while range.count > 1, bytes.indices.contains(range.upperBound - 1),
      bytes[range.upperBound - 1] <= 0x20
    {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return SourceSpan(range)
  }
}
