import Diagnostics

/// Bytes that are read from places that grow, now and then again from the beginning.
protocol ByteSource: Sendable {
  /// How many bytes there are, as far as that is known before they are read.
  var size: Int { get }

  /// Reads some bytes from a place; fewer than asked for only at the end.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileMistake) -> Int
}
