import Diagnostics

/// Reads the rows of blocks and adds them up: what one thread does.
///
/// Cells are not copied: each text is turned into a number at once, by the dictionary of its
/// column, and a figure is added to the sum of its row's combination.
final class RecordReader {
  let cube: Cube
  let dictionaries: [TextDictionary]
  /// The memory that they take, in bytes.
  var sizeOfTexts: Int { dictionaries.reduce(0) { $0 + $1.size } }
  private(set) var rows = 0
  /// Rows of which every cell was empty, and which count for nothing.
  private(set) var emptyRows = 0

  let path: String
  let shape: TableShape
  let columnCount: Int
  /// What each column is for: a number from 0 for keys, from -1 down for figures, ``ignored`` for
  /// others.
  private let roles: UnsafeMutablePointer<Int>
  private let summedDecimals: [Int]
  private let codes: UnsafeMutablePointer<UInt32>
  private let figures: UnsafeMutablePointer<Int64>
  private let marks: UnsafeMutablePointer<UInt8>
  private let scratch = Block(capacity: 1 << 12)
  /// What is between cells.
  private let delimiter: UInt8
  private let hasNumericWords: Bool
  /// Bytes above this one end no cell.
  private let highest: UInt8
  private let waiting: WaitingRows

  private static let ignored = Int.min

  init(
    _ shape: TableShape,
    delimiter: UInt8 = .comma,
    path: String
  ) {
    self.delimiter = delimiter
    highest = max(.comma, delimiter)
    hasNumericWords = shape.words.hasNumbers
    self.shape = shape
    self.path = path
    columnCount = shape.columns.count
    let keyCount = shape.keyCount
    let figureCount = shape.decimals.count
    cube = Cube(
      widths: Array(repeating: max(1, min(6, 64 / max(1, keyCount))), count: keyCount),
      figures: figureCount
    )
    waiting = WaitingRows(figures: figureCount)
    dictionaries = (0..<keyCount).map { _ in TextDictionary() }
    summedDecimals = (0..<figureCount).map(shape.summedDecimals)
    roles = .allocate(capacity: max(1, columnCount))
    for (index, role) in shape.roles.enumerated() {
      switch role {
      case .ignored: (roles + index).initialize(to: Self.ignored)
      case .key(let key): (roles + index).initialize(to: key)
      case .figure(let figure): (roles + index).initialize(to: -1 - figure)
      }
    }
    codes = .allocate(capacity: max(1, keyCount))
    codes.initialize(repeating: 0, count: max(1, keyCount))
    figures = .allocate(capacity: max(1, figureCount))
    figures.initialize(repeating: 0, count: max(1, figureCount))
    marks = .allocate(capacity: max(1, figureCount))
    marks.initialize(repeating: CellMark.number, count: max(1, figureCount))
    for figure in shape.counted { figures[figure] = 1 }
  }

  deinit {
    roles.deallocate()
    codes.deallocate()
    figures.deallocate()
    marks.deallocate()
  }

  /// What ends a cell: a delimiter, and the highest byte that may end one.
  private struct Signs {
    let delimiter: UInt8
    let highest: UInt8
  }

  /// Where in the file a reader is, for mistakes.
  struct Position {
    var line: Int
    var column = 0
  }

  /// Adds up the rows of a block, which ends in a line break.
  func read(_ block: Block) throws(FileMistake) {
    let base = UnsafePointer(block.base)
    let end = block.count
    // Read once: what a class holds is read again for every byte.
    let signs = Signs(delimiter: delimiter, highest: highest)
    var index = 0
    var position = Position(line: block.firstLine)
    while index < end {
      if let next = skipEmptyLine(base, index, signs) {
        index = next
        position.line += 1
        continue
      }
      position.column = 0
      let line = position.line
      while try readCell(base, end, &index, &position, signs) {
        position.column += 1
        guard position.column == columnCount else { continue }
        // Spreadsheets leave empty cells after the last column.
        guard skipEmptyCells(base, &index) else { throw tooManyCells(line) }
        position.column -= 1
        break
      }
      guard position.column + 1 == columnCount else {
        throw FileMistake(path, line: line, .cells(position.column + 1, header: columnCount))
      }
      position.line += 1
      try add(line)
    }
    try addWaiting()
  }

  /// The index after a line that is empty, or of which every cell is.
  @inline(__always)
  private func skipEmptyLine(
    _ base: UnsafePointer<UInt8>,
    _ index: Int,
    _ signs: Signs
  ) -> Int? {
    if base[index] == .lineFeed { return index + 1 }
    if base[index] == .carriageReturn, base[index + 1] == .lineFeed { return index + 2 }
    guard base[index] == signs.delimiter || base[index] == .space else { return nil }
    return skipEmptyRow(base, index)
  }

  /// The index after a row of which every cell is empty.
  @inline(never)
  private func skipEmptyRow(_ base: UnsafePointer<UInt8>, _ index: Int) -> Int? {
    guard columnCount > 1 else { return nil }
    var index = index
    guard skipEmptyCells(base, &index) else { return nil }
    emptyRows += 1
    return index
  }

  /// Moves past empty cells and the end of their line; `false` where there is anything else.
  private func skipEmptyCells(_ base: UnsafePointer<UInt8>, _ index: inout Int) -> Bool {
    var place = index
    while base[place] == delimiter || base[place] == .space { place += 1 }
    if base[place] == .carriageReturn { place += 1 }
    guard base[place] == .lineFeed else { return false }
    index = place + 1
    return true
  }

  /// Reads a cell and what ends it; `false` at the end of the row.
  @inline(__always)
  private func readCell(
    _ base: UnsafePointer<UInt8>,
    _ end: Int,
    _ index: inout Int,
    _ position: inout Position,
    _ signs: Signs
  ) throws(FileMistake) -> Bool {
    if base[index] == .quote { return try readQuotedCell(base, end, &index, &position, signs) }
    let start = index
    while true {
      // Letters and digits lie above the comma.
      while base[index] > signs.highest { index += 1 }
      let byte = base[index]
      if byte == signs.delimiter || byte == .lineFeed { break }
      if byte >= .space, byte != .quote {
        index += 1
        continue
      }
      if byte == .carriageReturn, base[index + 1] == .lineFeed { break }
      if byte == .tab {
        index += 1
        continue
      }
      throw mistake(CSVFlaw(unexpected: byte), position)
    }
    try take(base + start, index - start, position)
    return endCell(base, &index, signs)
  }

  /// Moves past what ends a cell. Returns whether another one follows.
  @inline(__always)
  private func endCell(
    _ base: UnsafePointer<UInt8>,
    _ index: inout Int,
    _ signs: Signs
  ) -> Bool {
    let byte = base[index]
    index += byte == .carriageReturn ? 2 : 1
    return byte == signs.delimiter
  }

  private func readQuotedCell(
    _ base: UnsafePointer<UInt8>,
    _ end: Int,
    _ index: inout Int,
    _ position: inout Position,
    _ signs: Signs
  ) throws(FileMistake) -> Bool {
    let opening = position
    let start = index + 1
    var hasEscapes = false
    index = start
    while true {
      guard index < end else { throw mistake(CSVFlaw.openQuote, opening) }
      let byte = base[index]
      if byte == .quote {
        guard base[index + 1] == .quote else { break }
        hasEscapes = true
        index += 1
      } else if byte == .lineFeed {
        position.line += 1
      } else if byte < .space, byte != .tab, byte != .carriageReturn {
        throw mistake(CSVFlaw(unexpected: byte), position)
      }
      index += 1
    }
    if hasEscapes {
      let length = copyUnescaped(base + start, index - start)
      try take(UnsafePointer(scratch.base), length, position)
    } else {
      try take(base + start, index - start, position)
    }
    index += 1
    let isEnd = base[index] == .carriageReturn && base[index + 1] == .lineFeed
    guard base[index] == delimiter || base[index] == .lineFeed || isEnd else {
      throw mistake(CSVFlaw.textAfterQuote, position)
    }
    return endCell(base, &index, signs)
  }

  private func copyUnescaped(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    while scratch.capacity < length { scratch.grow() }
    var (count, index) = (0, 0)
    while index < length {
      scratch.base[count] = text[index]
      count += 1
      index += text[index] == .quote ? 2 : 1
    }
    return count
  }

  // MARK: Cells

  @inline(__always)
  private func take(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ position: Position
  ) throws(FileMistake) {
    let role = roles[position.column]
    if role >= 0 {
      do throws(TextDictionary.Flaw) {
        codes[role] = try dictionaries[role].code(text, length, line: position.line)
      } catch {
        throw mistake(error, position)
      }
    } else if role != Self.ignored {
      try takeFigure(text, length, -1 - role, position)
    } else if !isPlain(text, length) {
      throw mistake(CSVFlaw.notUTF8, position)
    }
  }

  /// Whether the bytes of an ignored cell are text.
  private func isPlain(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where text[index] >= 0x80 {
      let bytes = UnsafeBufferPointer(start: text, count: length)
      return String(validating: bytes, as: UTF8.self) != nil
    }
    return true
  }

  @inline(__always)
  private func takeFigure(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ figure: Int,
    _ position: Position
  ) throws(FileMistake) {
    if length <= 1, length == 0 || text[0] == UInt8(ascii: "D") {
      figures[figure] = 0
      marks[figure] = length == 0 ? CellMark.empty : CellMark.withheld
      return
    }
    if hasNumericWords, takeWord(text, length, figure) { return }
    do throws(FigureCell.Flaw) {
      figures[figure] = try FigureCell.value(text, length, decimals: summedDecimals[figure])
      marks[figure] = CellMark.number
    } catch {
      try takeUnusual(text, length, figure, position)
    }
  }

  /// Takes a cell that is no plain figure: a word that means one, or a figure with spaces, as
  /// spreadsheets write a sum of money: ` 43,958 `.
  @inline(never)
  private func takeUnusual(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ figure: Int,
    _ position: Position
  ) throws(FileMistake) {
    let own = UnsafeBufferPointer(start: text, count: length).withoutSpaces
    guard let start = own.baseAddress, !takeWord(text, length, figure),
      !takeWord(start, own.count, figure)
    else { return }
    do throws(FigureCell.Flaw) {
      figures[figure] = try FigureCell.value(start, own.count, decimals: summedDecimals[figure])
      marks[figure] = CellMark.number
    } catch {
      throw mistake(error, String(decoding: own, as: UTF8.self), position)
    }
  }

  /// Takes a cell that says that there is no figure.
  private func takeWord(_ text: UnsafePointer<UInt8>, _ length: Int, _ figure: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: text, count: length)
    guard let mark = shape.words.mark(of: bytes) else { return false }
    figures[figure] = 0
    marks[figure] = mark
    return true
  }

  @inline(__always)
  private func add(_ line: Int) throws(FileMistake) {
    rows += 1
    guard let (high, low) = cube.packed(codes) else { return try addWidening(line) }
    waiting.append(high, low, figures, marks, line)
    if waiting.isFull { try addWaiting() }
  }

  /// Adds up the waiting rows together, so that memory is waited for only once.
  private func addWaiting() throws(FileMistake) {
    cube.touch(waiting.count, waiting.keys, waiting.touched)
    for row in 0..<waiting.count {
      do throws(Cube.Flaw) {
        try cube.add(
          high: waiting.keys[row * 2],
          low: waiting.keys[row * 2 + 1],
          waiting.figures + row * cube.figureCount,
          waiting.marks + row * cube.figureCount
        )
      } catch {
        throw mistake(error, on: waiting.lines[row])
      }
    }
    waiting.count = 0
  }

  /// A row with numbers too large for the current keys. The waiting rows are added first, since
  /// their keys have the old widths.
  private func addWidening(_ line: Int) throws(FileMistake) {
    try addWaiting()
    do throws(Cube.Flaw) {
      try cube.add(codes, figures, marks)
    } catch {
      throw mistake(error, on: line)
    }
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
}
