internal import Diagnostics

/// Reads the rows of one sheet.
final class SheetParser: XMLSink {
  private let strings: SharedStrings
  private let styles: [Bool]
  private let from1904: Bool
  private let keepsNotes: Bool
  private let place: String
  private let body: (SheetRow) throws -> Bool
  private let row = SheetRow()

  /// What a cell holds, by the attribute `t`.
  private enum Kind {
    case number, sharedString, text, boolean, inlineString
  }

  private var column = -1
  private var lastRow = 0
  private var kind = Kind.number
  private var isDate = false
  private var isInCell = false
  private var isInValue = false
  private var isInFormula = false
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var rich = RichText()

  static let mostRows = 1_048_576

  /// `place` is the file and the sheet, for messages. `body` takes a row, and ends the reading by
  /// returning `false`.
  init(
    _ strings: SharedStrings,
    styles: [Bool],
    from1904: Bool,
    keepsNotes: Bool,
    place: String,
    _ body: @escaping (SheetRow) throws -> Bool
  ) {
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.keepsNotes = keepsNotes
    self.place = place
    self.body = body
  }

  /// Thrown where no more rows are wanted.
  struct Enough: Error {}

  // MARK: Elements

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) throws {
    if name[0] == 0x63, name[1] == 0 || isName(name, "c") { return try beginCell(attributes) }
    if isInCell {
      if isName(name, "v") {
        isInValue = true
      } else if isName(name, "f") {
        isInFormula = true
        // A formula that others share has its text elsewhere.
        formula.append(0x3d)
      } else if kind == .inlineString {
        rich.start(name, attributes)
      }
    } else if isName(name, "c") {
      try beginCell(attributes)
    } else if isName(name, "row") {
      try beginRow(attributes)
    }
  }

  func end(_ name: UnsafePointer<CChar>) throws {
    if isInValue {
      isInValue = false
    } else if isInFormula {
      isInFormula = false
    } else if isInCell {
      if kind == .inlineString { rich.end(name) }
      if isName(name, "c") { try endCell() }
    } else if isName(name, "row") {
      guard try body(row) else { throw Enough() }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isInValue {
      value.append(contentsOf: bytes)
    } else if isInFormula {
      if formula.count < 64 { formula.append(contentsOf: bytes.prefix(64)) }
    } else if isInCell, kind == .inlineString {
      rich.text(bytes)
    }
    guard value.count <= Self.longest, rich.whole.count <= Self.longest else {
      throw mistake("a text of more than \(Self.longest >> 10) KiB")
    }
  }

  /// The longest text of a cell, in bytes: more than a spreadsheet holds.
  private static let longest = 128 << 10

  // MARK: Rows and cells

  private func beginRow(_ attributes: XMLAttributes) throws {
    let number = attributes.bytes("r").map(Self.number(of:)) ?? lastRow + 1
    guard number > lastRow, number <= Self.mostRows else {
      throw mistake("row \(number) comes after row \(lastRow)")
    }
    lastRow = number
    column = -1
    row.begin(number)
  }

  private func beginCell(_ attributes: XMLAttributes) throws {
    var own = column + 1
    (kind, isDate) = (.number, false)
    var place = 0
    while let name = attributes.pointers[place], let value = attributes.pointers[place + 1] {
      if name[0] == 0x72, name[1] == 0 {
        own = Self.column(of: value)
      } else if name[0] == 0x74, name[1] == 0 {
        kind = try Self.kind(value)
      } else if name[0] == 0x73, name[1] == 0 {
        let style = Self.number(of: value)
        isDate = style >= 0 && style < styles.count && styles[style]
      }
      place += 2
    }
    guard own > column, own < ColumnName.most else {
      throw mistake("its cells are not in order")
    }
    column = own
    isInCell = true
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    if kind == .inlineString { rich.begin() }
  }

  private static func kind(_ text: UnsafePointer<CChar>) throws -> Kind {
    switch (UInt8(bitPattern: text[0]), text[0] == 0 ? 0 : UInt8(bitPattern: text[1])) {
    case (0x73, 0): .sharedString
    case (0x73, _), (0x65, _), (0x64, _): .text
    case (0x62, _): .boolean
    case (0x69, _): .inlineString
    default: .number
    }
  }

  private func endCell() throws {
    isInCell = false
    switch kind {
    case .inlineString:
      (keepsNotes ? rich.whole : rich.plain).withUnsafeBufferPointer {
        row.append($0, column: column)
      }
    case _ where value.isEmpty:
      // A formula that was never computed: its figure is not known, and not empty either.
      if !formula.isEmpty { append(formula) }
    case .sharedString:
      let number = value.withUnsafeBufferPointer(Self.number(of:))
      let isThere = strings.with(number) { row.append($0, column: column) }
      guard isThere else { throw mistake("a text of the number \(number), which there is not") }
    case .boolean: append(Array((value == [0x31] ? "TRUE" : "FALSE").utf8))
    case .number where isDate:
      let written = String(decoding: value, as: UTF8.self)
      let date = Double(written).flatMap { SerialDate.text($0, from1904: from1904) }
      append(Array((date ?? written).utf8))
    case .number, .text: append(value)
    }
  }

  private func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { row.append($0, column: column) }
  }

  // MARK: Numbers

  @inline(__always)
  private static func number(of text: UnsafePointer<CChar>) -> Int {
    var (value, index) = (0, 0)
    while text[index] >= 0x30, text[index] <= 0x39, index < 10 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return text[index] == 0 && index > 0 ? value : -1
  }

  @inline(__always)
  private static func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard !text.isEmpty, text.count <= 10 else { return -1 }
    var value = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return -1 }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// The column of `AB12`, counted from 0; -1 where there is none.
  @inline(__always)
  private static func column(of text: UnsafePointer<CChar>) -> Int {
    var (value, index) = (0, 0)
    while text[index] >= 0x41, text[index] <= 0x5a, index < 4 {
      value = value * 26 + Int(text[index] - 0x40)
      index += 1
    }
    return value - 1
  }

  private func mistake(_ reason: String) -> FileMistake {
    FileMistake(
      place,
      line: max(1, lastRow),
      "is not as a workbook writes a row: \(reason)",
      hint: "open it in a spreadsheet, and save it again",
      try: [.saving]
    )
  }
}
