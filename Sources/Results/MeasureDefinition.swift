/// What a measure counts, for those who read an answer away from the prompt.
package struct MeasureDefinition: Equatable, Sendable {
  package let name: String
  /// `events`, `people`, …
  package let unit: String
  package let text: String
  /// What to be careful about; empty for nothing.
  package let caveat: String

  package init(name: String, unit: String, text: String, caveat: String) {
    self.name = name
    self.unit = unit
    self.text = text
    self.caveat = caveat
  }

  /// With its unit and its caveat.
  package var inFull: String {
    [unit.isEmpty ? "" : "In \(unit).", text, caveat].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
