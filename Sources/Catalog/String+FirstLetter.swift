extension String {
  /// With a capital first letter.
  package var capitalizingFirst: String { "\(prefix(1).uppercased())\(dropFirst())" }

  /// With a small first letter.
  package var lowercasingFirst: String { "\(prefix(1).lowercased())\(dropFirst())" }
}
