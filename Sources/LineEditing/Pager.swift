internal import CTerminal
import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The user's program that shows a long text a page at a time.
package final class Pager {
  /// The command that `$PAGER` holds, with its arguments; otherwise `less`. `nil` where there is
  /// none, or where it is `cat`, which shows no pages.
  package static var command: String? {
    let wanted = variable("PAGER") ?? "less"
    guard wanted != "cat", let program = parts(of: wanted, at: " ").first else { return nil }
    // A command that needs a shell's parsing is not checked here.
    return variable("PAGER") != nil || isInstalled(program) ? wanted : nil
  }

  private var pager = tally_pager()

  /// Starts a command; `nil` where not even a shell can be started.
  package init?(_ command: String) {
    guard tally_start_pager(command, &pager) else { return nil }
  }

  /// Writes bytes to the pager; `false` when it no longer reads.
  package func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var left = bytes[...]
    while !left.isEmpty {
      let rest = UnsafeRawBufferPointer(rebasing: left)
      #if canImport(Darwin)
        let count = Darwin.write(pager.input, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(pager.input, rest.baseAddress, rest.count)
      #endif
      if count >= 0 {
        left = left.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits until the pager ends; `false` when it failed.
  package func end() -> Bool { tally_end_pager(&pager) == 0 }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func isInstalled(_ program: String) -> Bool {
    parts(of: variable("PATH") ?? "/usr/bin:/bin", at: ":").contains {
      access("\($0)/\(program)".onDisk, X_OK) == 0
    }
  }

  /// What is between signs of ASCII, byte by byte: to find the ends of characters takes longer than
  /// all the rest.
  private static func parts(of text: String, at sign: Unicode.Scalar) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: sign) }.map { String(Substring($0)) }
  }
}

@available(*, unavailable)
extension Pager: Sendable {}
