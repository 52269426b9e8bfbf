private import CMachine
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
  var rows = 0
  /// Rows of which every cell was empty, and which count for nothing.
  private(set) var emptyRows = 0

  let path: String
  let shape: TableShape
  let columnCount: Int
  /// What each column is for: a number from 0 for keys, from -1 down for figures, ``ignored`` for
  /// others.
  let roles: UnsafeMutablePointer<Int>
  let summedDecimals: [Int]
  let codes: UnsafeMutablePointer<UInt32>
  let figures: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<UInt8>
  let scratch = Block(capacity: 1 << 12)
  /// What is between cells.
  let delimiter: UInt8
  /// Whether cells are looked at twice, since what looks like a figure may be none, or another one.
  let isUnusual: Bool
  let waiting: WaitingRows

  static let ignored = Int.min

  init(
    _ shape: TableShape,
    delimiter: UInt8 = .comma,
    path: String
  ) {
    self.delimiter = delimiter
    isUnusual = shape.words.hasNumbers || !shape.notation.isUsual
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
    let delimiter = delimiter
    var index = 0
    var position = Position(line: block.firstLine)
    while index < end {
      if let next = skipEmptyLine(base, index, delimiter) {
        index = next
        position.line += 1
        continue
      }
      position.column = 0
      let line = position.line
      while try readCell(base, end, &index, &position, delimiter) {
        position.column += 1
        guard position.column == columnCount else { continue }
        // Spreadsheets leave empty cells after the last column.
        guard skipEmptyCells(base, &index) else { throw tooManyCells(line) }
        position.column -= 1
        break
      }
      guard position.column + 1 == columnCount else {
        throw tooFewCells(base, index, position)
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
    _ delimiter: UInt8
  ) -> Int? {
    if base[index] == .lineFeed { return index + 1 }
    if base[index] == .carriageReturn, base[index + 1] == .lineFeed { return index + 2 }
    guard base[index] == delimiter || base[index] == .space else { return nil }
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
    _ delimiter: UInt8
  ) throws(FileMistake) -> Bool {
    if base[index] == .quote { return try readQuotedCell(base, end, &index, &position, delimiter) }
    let start = index
    while true {
      let ends = tally_cell_ends(base + index, delimiter)
      guard ends != 0 else {
        index += Int(TALLY_CELL_STEP)
        continue
      }
      index += ends.trailingZeroBitCount
      let byte = base[index]
      if byte == delimiter || byte == .lineFeed { break }
      if byte == .carriageReturn, base[index + 1] == .lineFeed { break }
      if byte == .tab {
        index += 1
        continue
      }
      throw mistake(CSVFlaw(unexpected: byte), position)
    }
    try take(base + start, index - start, position)
    return endCell(base, &index, delimiter)
  }

  /// Moves past what ends a cell. Returns whether another one follows.
  @inline(__always)
  func endCell(
    _ base: UnsafePointer<UInt8>,
    _ index: inout Int,
    _ delimiter: UInt8
  ) -> Bool {
    let byte = base[index]
    index += byte == .carriageReturn ? 2 : 1
    return byte == delimiter
  }
}
