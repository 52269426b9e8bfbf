private import CMessageDigest
import Synchronization

/// SHA-256 of bytes that come piece by piece (FIPS 180-4).
struct FileDigest {
  private var context = SHA2_CTX()

  init() { SHA256Init(&context) }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    SHA256Update(&context, bytes.baseAddress, bytes.count)
  }

  /// In lower-case hexadecimal digits. Nothing can be added after it.
  mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest.reduce(into: "") { text, byte in
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
  }
}
