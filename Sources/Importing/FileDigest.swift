private import CMessageDigest
import Synchronization

/// SHA-256 of bytes that come piece by piece (FIPS 180-4).
package struct FileDigest {
  private var context = SHA2_CTX()

  package init() { SHA256Init(&context) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    SHA256Update(&context, bytes.baseAddress, bytes.count)
  }

  /// In lower-case hexadecimal digits. Nothing can be added after it.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest.reduce(into: "") { text, byte in
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
  }
}
