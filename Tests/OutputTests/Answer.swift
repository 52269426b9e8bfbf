import Catalog
import Output
import Results

/// A whole answer, as a test writes it down.
struct Answer {
  var columns: [AnswerColumn]
  var rows: [AnswerRow] = []
  var foot = AnswerFoot(summary: "", notes: [], sources: [])

  func written(as format: any OutputFormat.Type, style: OutputStyle = OutputStyle()) -> String {
    var format = format.init(style: style)
    var output = OutputBuffer()
    format.begin(AnswerHead(columns: columns), into: &output)
    for row in rows { format.row(row, into: &output) }
    format.end(foot, into: &output)
    return output.text
  }

  /// As a table without the blank lines around it.
  func table(_ style: OutputStyle = OutputStyle()) -> String {
    String(written(as: TableFormat.self, style: style).dropFirst().dropLast(2))
  }
}

extension AnswerColumn {
  static func time(_ unit: TimeUnit) -> AnswerColumn {
    AnswerColumn(key: unit.keyword, label: unit.keyword, kind: .time(unit))
  }

  static func dimension(_ name: String, _ room: Room = .any) -> AnswerColumn {
    AnswerColumn(key: name, label: name, kind: .dimension, room: room)
  }

  static func figure(_ name: String, unit: String? = "events") -> AnswerColumn {
    AnswerColumn(key: name, label: name, kind: .figure(unit: unit))
  }

  /// A column computed from another one.
  static func derived(_ name: String, _ kind: Kind = .figure(unit: "events")) -> AnswerColumn {
    AnswerColumn(key: name, label: name, kind: kind, isDerived: true)
  }
}

extension AnswerRow {
  init(_ cells: Cell..., isPartial: Bool = false, isSummary: Bool = false) {
    self.init(cells: cells, isPartial: isPartial, isSummary: isSummary)
  }
}

extension Cell {
  static func fy(_ year: Int) -> Cell { .period(.fiscalYear(year)) }
  static func exact(_ number: Int) -> Cell { .number(.integer(number), .exact) }
  static func about(_ number: Int) -> Cell { .number(.integer(number), .approximate) }
  static func real(_ number: Double) -> Cell { .number(.real(number), .exact) }
}

extension Answer {
  /// Removals by fiscal year, from two tables.
  static let removals = Answer(
    columns: [.time(.fiscalYear), .figure("removals")],
    rows: [
      AnswerRow(.fy(2020), .exact(237_364)),
      AnswerRow(.fy(2021), .exact(85_783)),
      AnswerRow(.fy(2022), .exact(108_733)),
      AnswerRow(.fy(2023), .about(177_770)),
      AnswerRow(.fy(2024), .about(315_480), isPartial: true),
    ],
    foot: AnswerFoot(
      summary: "events · October 2019 – August 2024",
      notes: [
        Note(.seam, "both have FY2022: 108,733 in 1, ≈ 102,840 in 2"),
        Note(.precision, "rounded to tens by the publisher"),
        Note(.partial, "FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)"),
      ],
      sources: [
        Citation(
          periods: "FY2020–22",
          text: "OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)",
          url: "https://ohss.dhs.gov/",
          key: "ohss-yearbook-2022"
        ),
        Citation(
          periods: "FY2023–24",
          text: "OHSS, Immigration Enforcement and Legal Processes Monthly Tables (Dec 2024)",
          url: "",
          key: "ohss-monthly-2024-12"
        ),
      ]
    )
  )
}

extension String {
  /// Whether a terminal would act on some character of the text.
  var hasControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
