import Diagnostics

/// Bytes whose lines end in a carriage return alone, as on old Macs, with line feeds instead.
final class OldMacLines: ByteSource {
  private let bytes: any ByteSource

  init(_ bytes: any ByteSource) { self.bytes = bytes }

  var size: Int { bytes.size }

  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int {
    let count = try bytes.read(into: buffer, at: offset)
    for index in 0..<count where buffer[index] == .carriageReturn { buffer[index] = .lineFeed }
    return count
  }
}
