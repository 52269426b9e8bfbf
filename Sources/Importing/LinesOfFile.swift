import Diagnostics

/// The lines of a file of text, one after the other.
package struct LinesOfFile {
  private let file: SourceFile

  package init(_ file: SourceFile) { self.file = file }

  /// Gives the number and the text of each line to `body`.
  package func read(_ body: (Int, String) throws -> Void) throws {
    var (rest, line, offset): ([UInt8], Int, Int) = ([], 1, 0)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    func give(_ bytes: some Collection<UInt8>) throws {
      let own =
        line == 1 && bytes.starts(with: [0xef, 0xbb, 0xbf])
        ? Array(bytes.dropFirst(3)) : Array(bytes)
      guard let text = String(validating: own, as: UTF8.self) else {
        throw FileMistake(file.path, line: line, "is not UTF-8", hint: "save it as UTF-8")
      }
      try body(line, text)
      line += 1
    }
    while true {
      let count = try file.read(into: buffer, at: offset)
      guard count > 0 else { break }
      offset += count
      var start = 0
      for index in 0..<count where buffer[index] == .lineFeed {
        rest.append(contentsOf: buffer[start..<index])
        try give(rest)
        rest.removeAll(keepingCapacity: true)
        start = index + 1
      }
      rest.append(contentsOf: buffer[start..<count])
      guard rest.count <= BlockReader.longestRecord else {
        throw FileMistake(
          file.path,
          line: line,
          "a line of more than \(BlockReader.longestRecord >> 20) MiB begins here"
        )
      }
    }
    if !rest.isEmpty { try give(rest) }
  }
}
