import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// What processes that were killed left beside a place: names that end in the id of a process.
enum Leftovers {
  /// The paths of what lies beside a place under its name with an ending and the id of a process
  /// that no longer runs, or is this one, which has only just begun. `isMeant` is given what
  /// follows the id.
  static func of(
    _ place: String,
    _ ending: String,
    where isMeant: (Substring) -> Bool = { $0.isEmpty }
  ) -> [String] {
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
    let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
    return ((try? FolderListing.names(in: folder)) ?? []).filter { entry in
      guard entry.hasPrefix(name + ending) else { return false }
      let rest = entry.dropFirst((name + ending).count)
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      return isMeant(rest[number.endIndex...]) && hasEnded(number)
    }.map { "\(folder)/\($0)" }
  }

  private static func hasEnded(_ number: Substring) -> Bool {
    guard let process = pid_t(number), process > 0 else { return false }
    return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
  }
}
