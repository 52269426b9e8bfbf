#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A file that cannot be read or written, with the system's reason.
package struct FileError: Error, Equatable, CustomStringConvertible {
  package let path: String
  /// The operation that failed: `read`, `created`, `renamed`.
  package let action: String
  /// The system's error number.
  package let code: Int32
  /// The reason, where it is not an error of the system.
  private let reason: String?

  package init(_ path: String, cannotBe action: String, code: Int32, because reason: String? = nil)
  {
    self.path = path
    self.action = action
    self.code = code
    self.reason = reason
  }

  /// The failure that the system has just reported.
  init(_ path: String, cannotBe action: String) {
    self.init(path, cannotBe: action, code: errno)
  }

  /// Whether a file could not be read, and none that was to be written is at fault.
  package var isOfReading: Bool { action == "read" }

  package var description: String {
    "\(path): cannot be \(action): \(reason ?? String(cString: strerror(code)))"
  }
}
