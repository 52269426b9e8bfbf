extension Dataset {
  /// Whose word counts first where several tables hold the same.
  package enum Standing: Int, Comparable, Sendable {
    /// A user's own table that was imported to go first.
    case preferred
    /// What publishers say, in files that come with the program or in their own formats.
    case published
    /// A table that a user declared: it answers what no table of a publisher holds.
    case declared

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }

    /// The rank by which an imported table has the standing; `nil` for publishers' tables, which
    /// are ranked individually.
    package var rank: Int? {
      switch self {
      case .preferred: 0
      case .published: nil
      case .declared: 1_000
      }
    }
  }

  package var standing: Standing {
    guard isImported else { return .published }
    if rank == Standing.preferred.rank { return .preferred }
    return rank == Standing.declared.rank ? .declared : .published
  }
}
