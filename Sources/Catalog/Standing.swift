extension Dataset {
  /// The precedence of tables by who vouches for them, where several hold the same.
  package enum Standing: Int, Comparable, Sendable {
    /// A user's own table, imported with preference.
    case preferred
    /// What publishers say, shipped or imported in the publishers' own formats.
    case published
    /// A table that a user declared: it answers what no table of a publisher holds.
    case declared

    package static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }

    /// The standing of an imported table by its rank.
    package init(rank: Int) {
      switch rank {
      case Standing.preferred.rank: self = .preferred
      case Standing.declared.rank: self = .declared
      default: self = .published
      }
    }

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

  package var standing: Standing { isImported ? Standing(rank: rank) : .published }
}
