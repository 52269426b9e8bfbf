import Diagnostics
import Synchronization

/// What bytes of another encoding are in UTF-8. They are decoded as they are read, piece by piece.
final class DecodedBytes: ByteSource, @unchecked Sendable {
  private let bytes: any ByteSource
  private let encoding: TextEncoding
  private let path: String
  private let state: Mutex<State>

  private struct State: @unchecked Sendable {
    var decoder: TextDecoder
    /// How far the bytes are read.
    var taken = 0
    /// The beginning of a letter that goes on in what is read next.
    var rest: [UInt8] = []
    /// Decoded, and where it begins in the text.
    var ready: [UInt8] = []
    var place = 0
    /// The line on which it begins, counted from 1.
    var line = 1
  }

  private static let step = 1 << 15

  init(
    _ bytes: any ByteSource,
    _ encoding: TextEncoding,
    path: String
  ) throws(FileMistake) {
    guard let decoder = TextDecoder(encoding) else {
      throw FileMistake(
        path,
        "cannot be read as \(encoding.name), which iconv does not know",
        try: [.line("iconv --list")]
      )
    }
    (self.bytes, self.encoding, self.path) = (bytes, encoding, path)
    state = Mutex(State(decoder: decoder))
  }

  deinit { state.withLock { $0.decoder.close() } }

  /// Four times the bytes: how many there are is known only at the end.
  var size: Int { bytes.size * 4 }

  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int {
    let result: Result<Int, FileMistake> = state.withLock { state in
      do throws(FileMistake) {
        if offset < state.place { restart(&state) }
        while offset >= state.place + state.ready.count {
          guard try decodeMore(&state) else { return .success(0) }
        }
        let own = state.ready[(offset - state.place)...].prefix(buffer.count)
        buffer.copyBytes(from: own)
        return .success(own.count)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func restart(_ state: inout State) {
    state.decoder.restart()
    state = State(decoder: state.decoder)
  }

  /// Decodes the next piece in place of the last one; `false` at the end.
  private func decodeMore(_ state: inout State) throws(FileMistake) -> Bool {
    state.place += state.ready.count
    state.line += state.ready.count { $0 == .lineFeed }
    state.ready.removeAll(keepingCapacity: true)
    var piece = state.rest
    let start = piece.count
    piece += [UInt8](repeating: 0, count: Self.step)
    let taken = state.taken
    let count: Result<Int, FileMistake> = piece.withUnsafeMutableBytes { buffer in
      let own = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(FileMistake) {
        return .success(try bytes.read(into: own, at: taken))
      } catch {
        return .failure(error)
      }
    }
    let more = try count.get()
    state.taken += more
    piece.removeLast(Self.step - more)
    guard !piece.isEmpty else { return false }
    let left = state.decoder.decode(piece, into: &state.ready)
    state.rest = piece.suffix(left)
    // A letter has some bytes: what is left of more is none.
    guard left < Self.longestLetter, more > 0 || left == 0 else {
      throw FileMistake(
        path,
        line: state.line + state.ready.count { $0 == .lineFeed },
        "bytes that are not \(encoding.name)",
        hint: "iconv says at which byte",
        try: [.line("iconv -f \(encoding.name) -t UTF-8 \(path.asShellWord) > decoded.csv")]
      )
    }
    return true
  }

  private static let longestLetter = 16
}
