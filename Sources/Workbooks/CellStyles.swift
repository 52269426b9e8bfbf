/// Which of a workbook's styles show a number as a date.
final class CellStyles: XMLSink {
  private var codes: [Int: String] = [:]
  private var isInFormats = false
  /// For each style, whether it shows a date.
  private(set) var isDate: [Bool] = []

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isName(name, "numFmt") {
      guard let id = attributes.integer("numFmtId"), codes.count < 10_000 else { return }
      codes[id] = attributes.text("formatCode") ?? ""
    } else if isName(name, "cellXfs") {
      isInFormats = true
    } else if isInFormats, isName(name, "xf"), isDate.count < 100_000 {
      let id = attributes.integer("numFmtId") ?? 0
      isDate.append(codes[id].map(Self.isDate) ?? Self.shownDates.contains(id))
    }
  }

  func end(_ name: UnsafePointer<CChar>) {
    if isName(name, "cellXfs") { isInFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The formats of dates and times that every spreadsheet has.
  private static let shownDates = Set(
    Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58)
  )

  /// Whether a format has a letter of dates and times outside of quotes, brackets and escapes.
  private static func isDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    // Only what is for positive numbers.
    for character in code.prefix(while: { $0 != ";" }) {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isBracketed, "dmyhsDMYHS".contains(character) {
        return true
      }
    }
    return false
  }
}
