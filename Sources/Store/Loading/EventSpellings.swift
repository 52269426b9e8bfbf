/// The ways in which a dated event or an administration may be spelled, beside those that the seed
/// lists.
enum EventSpellings {
  /// Verbs that say the same at the end of an event's name: `Title 42 ends`, `Title 42 ended`.
  private static let verbs = [
    ["begins", "begin", "began", "begun", "starts", "start", "started"],
    ["ends", "end", "ended"],
    ["terminated", "terminates"],
    ["announced", "announces"],
  ]

  /// A name with each of the verbs that say the same, the name itself first.
  static func variants(of name: String) -> [String] {
    guard let space = name.lastIndex(of: " ") else { return [name] }
    let stem = name[...space]
    let verb = name[name.index(after: space)...].lowercased()
    let others = verbs.first { $0.contains(verb) } ?? []
    return [name] + others.filter { $0 != verb }.map { stem + $0 }
  }

  /// The beginning of an administration, by the name of who held the office: `Obama took office`.
  static func beginnings(of holder: String) -> [String] {
    names(of: holder).flatMap { name in
      [
        "\(name) took office", "\(name) takes office", "\(name) became president",
        "\(name) entered office", "\(name) came into office", "\(name) came to office",
        "\(name) came to power", "\(name) was inaugurated",
        "\(name) inauguration", "\(name)'s inauguration", "inauguration of \(name)",
        "inauguration of President \(name)", "President \(name) took office",
      ]
    }
  }

  /// An administration, by the name of who held the office: `Obama years`.
  static func administrations(of holder: String) -> [String] {
    names(of: holder).flatMap { name in
      [
        name, "\(name) administration", "\(name)'s administration", "administration of \(name)",
        "\(name) years", "\(name) era", "\(name) presidency", "\(name)'s presidency",
        "presidency of \(name)", "President \(name)", "\(name)'s", "\(name) term",
        "\(name)'s term", "\(name)'s time in office", "\(name)'s years",
      ]
    }
  }

  /// The family name and the name in full.
  private static func names(of holder: String) -> [String] {
    let last = holder.split(separator: " ").last.map(String.init) ?? holder
    return last == holder ? [holder] : [last, holder]
  }
}
