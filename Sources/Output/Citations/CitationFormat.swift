import Catalog
import Results

/// A format that writes only the sources of an answer, of a statement or of several.
protocol CitationFormat: OutputFormat {
  func write(_ sources: [Citation], into output: inout OutputBuffer)
}

extension CitationFormat {
  /// The rows are read, since they decide which sources answer, and not shown.
  package static var uses: FormatUses { [.answers, .checks, .rows] }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {}
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    write(foot.sources, into: &output)
  }

  /// Each source once, however many statements rest on it.
  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    var sources: [Citation] = []
    for source in checks.flatMap(\.foot.sources)
    where !sources.contains(where: { $0.key == source.key }) {
      sources.append(source)
    }
    write(sources, into: &output)
  }
}

extension Citation {
  /// Year, month and day of publication, as far as known.
  var dateParts: [Int] {
    published.split(separator: "-").prefix(3).compactMap { Int($0) }
  }

  /// `2023, November 14`
  var dateInWords: String {
    let parts = dateParts
    guard let year = parts.first else { return "" }
    guard parts.count > 1, monthNames.indices.contains(parts[1] - 1) else { return String(year) }
    return "\(year), \(monthNames[parts[1] - 1])" + (parts.count > 2 ? " \(parts[2])" : "")
  }
}
