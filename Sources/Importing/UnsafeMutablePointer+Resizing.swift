#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Memory that grows where it lies: the system moves large blocks without copying them, so that
/// there are never two.
extension UnsafeMutablePointer where Pointee == UInt64 {
  /// Room for some words, with those that were there.
  static func resized(_ old: Self?, to count: Int) -> Self {
    guard let room = realloc(old, count * 8) else { preconditionFailure("no memory is left") }
    return room.bindMemory(to: UInt64.self, capacity: count)
  }

  /// Frees what ``resized(_:to:)`` made.
  func giveBack() { free(self) }
}
