/// A ZIP archive that is written from its beginning to its end: sizes and checksums follow each
/// part, so that nothing is gone back to and nothing held. minizip, which reads workbooks here,
/// can only write to a file that it may seek in (docs/decisions).
struct ZIPArchive {
  fileprivate struct Entry {
    let name: String
    let offset: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
  }

  private var entries: [Entry] = []
  /// The part that is being written, and where it begins.
  private var open: (name: String, offset: Int, deflater: Deflater)?
  /// Bytes written so far.
  private var length = 0

  /// A part that is whole.
  mutating func add(_ name: String, _ contents: String, into output: inout OutputBuffer) {
    begin(name, into: &output)
    write(Array(contents.utf8), into: &output)
    end(into: &output)
  }

  mutating func begin(_ name: String, into output: inout OutputBuffer) {
    open = (name, length, Deflater())
    measuring(&output) { output in
      output.append(little: 0x0403_4B50, 4)
      output.append(head: name, checksum: 0, packed: 0, size: 0)
      output.append(name)
    }
  }

  mutating func write(_ bytes: [UInt8], into output: inout OutputBuffer) {
    guard let deflater = open?.deflater else { return }
    measuring(&output) { deflater.pack(bytes, into: &$0) }
  }

  mutating func end(into output: inout OutputBuffer) {
    guard let (name, offset, deflater) = open else { return }
    open = nil
    measuring(&output) { output in
      deflater.finish(into: &output)
      output.append(little: 0x0807_4B50, 4)
      output.append(little: Int(deflater.checksum), 4)
      output.append(little: deflater.given, 4)
      output.append(little: deflater.taken, 4)
    }
    entries.append(
      Entry(
        name: name,
        offset: offset,
        checksum: deflater.checksum,
        packed: deflater.given,
        size: deflater.taken
      )
    )
  }

  /// The list of the parts.
  mutating func close(into output: inout OutputBuffer) {
    let start = length
    for entry in entries { measuring(&output) { $0.append(entry) } }
    let size = length - start
    measuring(&output) { [entries] output in
      output.append(little: 0x0605_4B50, 4)
      output.append(little: 0, 4)
      output.append(little: entries.count, 2)
      output.append(little: entries.count, 2)
      output.append(little: size, 4)
      output.append(little: start, 4)
      output.append(little: 0, 2)
    }
  }

  private mutating func measuring(
    _ output: inout OutputBuffer,
    _ body: (inout OutputBuffer) -> Void
  ) {
    let start = output.bytes.count
    body(&output)
    length += output.bytes.count - start
  }
}

extension OutputBuffer {
  /// A whole number of some bytes, the lowest first.
  fileprivate mutating func append(little number: Int, _ count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// What is said of a part before it and in the list. The date is the first that archives have:
  /// the same answer makes the same file.
  fileprivate mutating func append(
    head name: String,
    checksum: UInt32,
    packed: Int,
    size: Int
  ) {
    append(little: 20, 2)
    append(little: 0x0808, 2)  // sizes follow the part; names are UTF-8
    append(little: 8, 2)
    append(little: 0x0021_0000, 4)
    append(little: Int(checksum), 4)
    append(little: packed, 4)
    append(little: size, 4)
    append(little: name.utf8.count, 2)
    append(little: 0, 2)
  }

  fileprivate mutating func append(_ entry: ZIPArchive.Entry) {
    append(little: 0x0201_4B50, 4)
    append(little: 20, 2)
    append(head: entry.name, checksum: entry.checksum, packed: entry.packed, size: entry.size)
    // No comment, one disk, no attributes.
    append(little: 0, 10)
    append(little: entry.offset, 4)
    append(entry.name)
  }
}
