import Diagnostics

/// What the cells of a row say.
extension RecordReader {
  @inline(__always)
  func take(
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
      throw notUTF8(position)
    }
  }

  /// Whether the bytes of an ignored cell are text.
  func isPlain(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where text[index] >= 0x80 {
      let bytes = UnsafeBufferPointer(start: text, count: length)
      return String(validating: bytes, as: UTF8.self) != nil
    }
    return true
  }

  @inline(__always)
  func takeFigure(
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
    if isUnusual { return try takeUnusual(text, length, figure, position) }
    do throws(FigureCell.Flaw) {
      figures[figure] = try FigureCell.value(text, length, decimals: summedDecimals[figure])
      marks[figure] = CellMark.number
    } catch {
      guard case .cut(let value) = error else {
        return try takeUnusual(text, length, figure, position)
      }
      takeCut(value, figure)
    }
  }

  /// Takes a figure without the decimals that are not added up.
  private func takeCut(_ value: Int64, _ figure: Int) {
    figures[figure] = value
    marks[figure] = CellMark.number | CellMark.cut
  }

  /// Takes a cell that is no plain figure: a word that means that there is none, a figure with
  /// spaces, as spreadsheets write a sum of money (` 43,958 `), one in another notation, or one
  /// with more decimals than are added up.
  @inline(never)
  func takeUnusual(
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
      figures[figure] = try usualValue(own, figure)
      marks[figure] = CellMark.number
    } catch {
      guard case .cut(let value) = error else {
        throw mistake(error, String(decoding: own, as: UTF8.self), position)
      }
      takeCut(value, figure)
    }
  }

  private func usualValue(
    _ cell: UnsafeBufferPointer<UInt8>,
    _ figure: Int
  ) throws(FigureCell.Flaw) -> Int64 {
    let bytes = shape.notation.usual(cell)
    return try bytes.withUnsafeBufferPointer { buffer throws(FigureCell.Flaw) in
      guard let start = buffer.baseAddress else { throw .notANumber }
      return try FigureCell.value(start, buffer.count, decimals: summedDecimals[figure])
    }
  }

  /// Takes a cell that says that there is no figure.
  func takeWord(_ text: UnsafePointer<UInt8>, _ length: Int, _ figure: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: text, count: length)
    guard let mark = shape.words.mark(of: bytes) else { return false }
    figures[figure] = 0
    marks[figure] = mark
    return true
  }

  @inline(__always)
  func add(_ line: Int) throws(FileMistake) {
    rows += 1
    guard let (high, low) = cube.packed(codes) else { return try addWidening(line) }
    waiting.append(high, low, figures, marks, line)
    if waiting.isFull { try addWaiting() }
  }

  /// Adds up the waiting rows together, so that memory is waited for only once.
  func addWaiting() throws(FileMistake) {
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
  func addWidening(_ line: Int) throws(FileMistake) {
    try addWaiting()
    do throws(Cube.Flaw) {
      try cube.add(codes, figures, marks)
    } catch {
      throw mistake(error, on: line)
    }
  }
}
