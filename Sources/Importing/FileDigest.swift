private import CMessageDigest
import Synchronization

/// SHA-256 of bytes that come piece by piece (FIPS 180-4).
package struct FileDigest {
  private var context = tally_sha256()

  package init() { tally_sha256_begin(&context) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    tally_sha256_add(&context, bytes.baseAddress, bytes.count)
  }

  /// In lower-case hexadecimal digits. Nothing can be added after it.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    tally_sha256_finish(&context, &digest)
    return digest.reduce(into: "") { text, byte in
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
  }
}
