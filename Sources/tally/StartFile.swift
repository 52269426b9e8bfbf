import Diagnostics
import Shell
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a user wants at every prompt: settings and names made with `let`, in
/// `$XDG_CONFIG_HOME/tally/start.tally` or below `~/.config`. Scripts and single questions do not
/// read it, so that they mean the same everywhere.
enum StartFile {
  static func read(into session: inout Session) throws {
    guard let path, access(path.onDisk, F_OK) == 0 else { return }
    _ = try session.reply(to: ".read \(path)")
  }

  private static var path: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/tally/start.tally"
    }
    return environment("HOME").map { $0 + "/.config/tally/start.tally" }
  }
}
