import Catalog
import FileImport
import Importing

/// What the options of an import ask for.
extension Import {
  /// Refuses what no import can be asked for.
  func checkOptions() throws(CallMistake) {
    try checkLayout()
    _ = try ImportStyle(format, accessible)
    if let until, Period(date: until) == nil {
      throw CallMistake("`--until` takes 2026-04-04, and not `\(until)`", .example(with: "--until"))
    }
    if let published, Period(date: published) == nil {
      throw CallMistake(
        "`--published` takes 2026-01-15, 2026-01 or 2026, and not `\(published)`",
        .example(with: "--published")
      )
    }
  }

  private func checkLayout() throws(CallMistake) {
    guard (0...1_000).contains(skip) else {
      throw CallMistake("`--skip` takes 0 to 1000, and not `\(skip)`", .example(with: "--skip"))
    }
    guard (1...9).contains(headerRows) else {
      throw CallMistake(
        "`--header` takes 1 to 9, and not `\(headerRows)`",
        .example(with: "--header")
      )
    }
    guard rounded > 0, "\(rounded)".dropFirst().allSatisfy({ $0 == "0" }), "\(rounded)".first == "1"
    else {
      throw CallMistake(
        "`--rounded` takes 10, 100 and so on, and not `\(rounded)`",
        .example(with: "--rounded")
      )
    }
    guard [".", ","].contains(decimal) else {
      throw CallMistake(
        "`--decimal` takes a point or a comma, and not `\(decimal)`",
        .example(with: "--decimal")
      )
    }
    if let encoding, TextEncoding(encoding) == nil {
      throw CallMistake(
        "`--encoding` takes a name that iconv knows, and not `\(encoding)`",
        .example(with: "--encoding")
      )
    }
    if let dates, DateNotation(dates) == nil {
      throw CallMistake(
        "`--dates` takes an order such as d/m/y, m/d/y, y-m-d, d/m/19y, m/y or serial, and not `\(dates)`",
        .example(with: "--dates")
      )
    }
    if let delimiter, Self.byte(delimiter) == nil {
      throw CallMistake(
        "`--delimiter` takes one letter or tab, and not `\(delimiter)`",
        .example(with: "--delimiter")
      )
    }
  }

  private static func byte(_ delimiter: String) -> UInt8? {
    if ["tab", "\\t"].contains(delimiter) { return UInt8(ascii: "\t") }
    let bytes = Array(delimiter.utf8)
    guard bytes.count == 1, bytes[0] >= 0x20 || bytes[0] == 0x09, bytes[0] < 0x7f, bytes[0] != 0x22
    else { return nil }
    return bytes[0]
  }

  private var layout: TableLayout {
    TableLayout(
      skipped: skip,
      headerRows: headerRows,
      delimiter: delimiter.flatMap(Self.byte)
    )
  }

  private var words: CellWords {
    CellWords(missing: missing.flatMap(Self.list), withheld: withheld.flatMap(Self.list))
  }

  private var notation: FigureNotation {
    var notation = FigureNotation()
    notation.hasDecimalComma = decimal == ","
    for mark in marks.flatMap({ $0 == " " ? [$0] : Self.list($0) }) { notation.add(mark: mark) }
    return notation
  }

  /// The words that commas are between.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
      .filter { !$0.isEmpty }
  }

  var style: ImportStyle { (try? ImportStyle(format, accessible)) ?? .table }

  var request: ImportRequest {
    var request = ImportRequest(today: Stopwatch.today)
    request.isDryRun = isDryRun
    request.style = style
    request.measures = measure.map { .init($0) }
    request.breakdowns = by.flatMap { ImportRequest.Assignment.list($0, names: newDimensions) }
    request.scope = scope.flatMap { ImportRequest.Assignment.list($0) }
    request.across = across
    request.leftOut = leaveOut.flatMap { ImportRequest.Assignment.list($0) }
    request.sheet = sheet
    request.layout = layout
    request.encoding = encoding.flatMap(TextEncoding.init)
    request.dates = dates.flatMap(DateNotation.init)
    request.words = words
    request.notation = notation
    request.rounding = rounded
    request.until = until
    request.newMeasures = newMeasures
    request.newDimensions = newDimensions
    request.source = source
    request.published = published
    request.url = url
    request.name = name
    request.map = map
    request.addsValues = addsValues
    request.countsRows = countsRows
    request.isPartial = isPartial
    request.isPreferred = isPreferred
    return request
  }
}
