private import CMachine
import Diagnostics

/// Cells in quotes.
extension RecordReader {
  func readQuotedCell(
    _ base: UnsafePointer<UInt8>,
    _ end: Int,
    _ index: inout Int,
    _ position: inout Position,
    _ delimiter: UInt8
  ) throws(FileMistake) -> Bool {
    let opening = position
    let start = index + 1
    var hasEscapes = false
    index = start
    while true {
      // In quotes a delimiter ends nothing.
      let ends = tally_cell_ends(base + index, .quote)
      index += ends == 0 ? Int(TALLY_CELL_STEP) : ends.trailingZeroBitCount
      guard index < end else { throw mistake(CSVFlaw.openQuote, opening) }
      guard ends != 0 else { continue }
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
    return endCell(base, &index, delimiter)
  }

  func copyUnescaped(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    while scratch.capacity < length { scratch.grow() }
    var (count, index) = (0, 0)
    while index < length {
      scratch.base[count] = text[index]
      count += 1
      index += text[index] == .quote ? 2 : 1
    }
    return count
  }
}
