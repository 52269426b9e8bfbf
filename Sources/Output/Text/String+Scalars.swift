extension String {
  /// With some scalars written otherwise; those for which there is `nil` stay.
  package func writing(_ instead: (Unicode.Scalar) -> String?) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if let other = instead(scalar) { text += other } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
