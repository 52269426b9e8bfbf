import Catalog
import Results

/// Statements as rows, for other programs: one row per statement, whatever its verdict.
struct CheckRows {
  let columns: [AnswerColumn]
  let rows: [AnswerRow]
  let foot = AnswerFoot(summary: "", notes: [], sources: [])

  /// With `hasVersion`, each row says first which version of the format it has.
  init(_ checks: [CheckAnswer], hasVersion: Bool = false) {
    let hasClaims = checks.contains { $0.said != nil }
    let versionColumns =
      hasVersion
      ? [AnswerColumn(key: "formatVersion", label: "formatVersion", kind: .dimension)] : []
    let versionCells: [Cell] =
      hasVersion ? [.number(.integer(FormatVersion.check), .exact)] : []
    columns = versionColumns + Self.columns(hasClaims: hasClaims)
    rows = checks.map { AnswerRow(cells: versionCells + $0.cells(hasClaims: hasClaims)) }
  }

  private static func columns(hasClaims: Bool) -> [AnswerColumn] {
    let keys = [
      "statement", "verdict", "period", "value", "unit", "low", "high", "compared", "margin",
      "left_out",
      "readings", "also", "sources", "reason", "cause", "told",
    ]
    return ((hasClaims ? ["claim", "document", "published"] : []) + keys).map {
      AnswerColumn(key: $0, label: $0, kind: .dimension)
    }
  }
}

extension CheckAnswer {
  fileprivate func cells(hasClaims: Bool) -> [Cell] {
    let claim: [Cell] =
      hasClaims
      ? [said?.id, said?.document, said?.published].map {
        $0.map { .text($0) } ?? .missing(.notHeld)
      }
      : []
    return claim + [
      .text(statement), .verdict(verdict), figures.last?.periodCell ?? .missing(.notHeld),
      cell(value?.number), unitCell,
      cell(range.map(\.low) ?? value?.number), cell(range.map(\.high) ?? value?.number),
      .records((figures.dropLast() + compared).map(\.record)), cell(margin),
      .records(leftOut.map(\.record)), .records(readings.map(\.record)),
      .records(others.map(\.record)),
      .sources(foot.sources.enumerated().map { SourceMark(number: $0 + 1, key: $1.key) }),
      lack.map { .text($0.reason) } ?? .missing(.notApplicable),
      causeCell, toldCell,
    ]
  }

  /// Why a number stated is not the figure.
  private var causeCell: Cell {
    causeOfMiss.map { .text($0) } ?? .missing(.notApplicable)
  }

  private var toldCell: Cell {
    guard !told.isEmpty else { return .missing(.notApplicable) }
    return .text(told.map { "\($0.label): \($0.words)" }.joined(separator: "; "))
  }

  private var unitCell: Cell {
    guard value?.number != nil else { return .missing(.notHeld) }
    return valueKind.unitName.map { .text($0) } ?? .missing(.notApplicable)
  }
}

private func cell(_ number: Number?) -> Cell {
  number.map { .number($0, .exact) } ?? .missing(.notHeld)
}

extension AnswerColumn.Kind {
  /// The unit as written for other programs.
  var unitName: String? {
    switch self {
    case .figure(let unit): unit
    case .percent: "percent"
    case .time, .dimension, .fraction, .points, .sparkline, .sources: nil
    }
  }
}

extension CheckFigure {
  /// `2024-05`, `2024`; for a span its first and last month, or day: `2023-06/2024-05`.
  fileprivate var periodCell: Cell {
    if let period { return .period(period) }
    guard let days else { return .text(label) }
    let isWhole = days.first.isFirstOfMonth && days.last.isLastOfMonth
    let ends = [days.first, days.last].map { day in
      var output = OutputBuffer()
      output.append(exported: Period(isWhole ? .month : .day, containing: day))
      return output.text
    }
    return .text(ends.joined(separator: "/"))
  }

  fileprivate var record: [CellMember] {
    [
      CellMember("period", periodCell),
      CellMember("unit", .text(period?.unit.keyword ?? "span")),
      CellMember("value", cell(number)),
      CellMember("low", cell(range?.low)),
      CellMember("high", cell(range?.high)),
    ]
  }
}

extension CheckReading {
  fileprivate var record: [CellMember] {
    [
      CellMember("reading", .text(name)),
      CellMember("source", source.map { .text($0) } ?? .missing(.notApplicable)),
      CellMember("verdict", .verdict(verdict)),
      CellMember("value", cell(value?.number)),
    ]
  }
}
