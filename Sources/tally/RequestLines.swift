#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lines of standard input, as they come.
struct RequestLines {
  /// A line without its end, or one that was too long and was passed over.
  enum TypedLine {
    case whole([UInt8])
    case tooLong
  }

  private let longest: Int
  private var chunk = [UInt8](repeating: 0, count: 65_536)
  /// What was read and not given yet.
  private var unread: ArraySlice<UInt8> = []
  private var isAtEnd = false

  init(longest: Int) { self.longest = longest }

  /// The next line; `nil` at the end of input. A line that the input ends in counts.
  mutating func next() -> TypedLine? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if unread.isEmpty, !fill() {
        guard isTooLong || !line.isEmpty else { return nil }
        return isTooLong ? .tooLong : .whole(line)
      }
      let end = unread.firstIndex(of: UInt8(ascii: "\n"))
      let piece = unread[..<(end ?? unread.endIndex)]
      isTooLong = isTooLong || line.count + piece.count > longest
      if isTooLong { line = [] } else { line += piece }
      unread = end.map { unread[($0 + 1)...] } ?? []
      if end != nil { return isTooLong ? .tooLong : .whole(line) }
    }
  }

  /// Reads more; `false` at the end of input.
  private mutating func fill() -> Bool {
    while !isAtEnd {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        unread = chunk[..<count]
        return true
      }
      isAtEnd = count == 0 || errno != EINTR
    }
    return false
  }
}
