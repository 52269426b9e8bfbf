extension String {
  /// With a capital first letter.
  package var capitalizingFirst: String { "\(prefix(1).uppercased())\(dropFirst())" }

}
