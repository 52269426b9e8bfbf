/// Dots finer than characters: braille has two columns of four in each, ASCII has one.
struct DotCanvas {
  let width: Int
  let height: Int
  private let isUnicode: Bool
  private var dots: [Bool]
  private let across: Int
  private let down: Int

  /// `columns` and `rows` count characters.
  init(columns: Int, rows: Int, isUnicode: Bool) {
    self.isUnicode = isUnicode
    across = isUnicode ? 2 : 1
    down = isUnicode ? 4 : 1
    width = columns * across
    height = rows * down
    dots = Array(repeating: false, count: width * height)
  }

  /// The row of characters that contains a row of dots.
  func row(ofDot y: Int) -> Int { y / down }

  /// The column of characters that contains a column of dots.
  func column(ofDot x: Int) -> Int { x / across }

  mutating func draw(x: Int, y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    dots[y * width + x] = true
  }

  /// A line without gaps; a light one has only every second column.
  mutating func drawLine(from a: (x: Int, y: Int), to b: (x: Int, y: Int), isLight: Bool) {
    var y = a.y
    for x in a.x...max(a.x, b.x) {
      let next = a.x == b.x ? b.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
      if !isLight || (b.x - x).isMultiple(of: 2) {
        let from = isLight ? next : y == next ? y : y + (next - y).signum()
        for y in min(from, next)...max(from, next) { draw(x: x, y: y) }
      }
      y = next
    }
  }

  /// One row of characters. Where there is no dot, it has `ground`.
  func line(_ row: Int, ground: String) -> String {
    var line = ""
    for column in 0..<(width / across) {
      let pattern = pattern(column: column, row: row)
      line += pattern == 0 ? ground : isUnicode ? braille(pattern) : "*"
    }
    return line
  }

  private func pattern(column: Int, row: Int) -> UInt32 {
    var pattern: UInt32 = 0
    for y in 0..<down {
      for x in 0..<across where dots[(row * down + y) * width + column * across + x] {
        pattern |= Self.bits[y][x]
      }
    }
    return pattern
  }

  private func braille(_ pattern: UInt32) -> String {
    Unicode.Scalar(0x2800 + pattern).map(String.init) ?? " "
  }

  /// What each dot adds to U+2800, by row and column.
  private static let bits: [[UInt32]] = [[1, 8], [2, 16], [4, 32], [64, 128]]
}
