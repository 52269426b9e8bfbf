/// A name of several columns with the place of the one that is meant: `Count (2)`.
package struct NameWithPlace {
  package let name: String
  /// Counted from 1, from the left.
  package let place: Int

  /// `nil` for a name without a place.
  package init?(_ text: String) {
    guard text.hasSuffix(")"), let bracket = text.lastIndex(of: "("),
      let place = Int(text[text.index(after: bracket)...].dropLast()), place > 0
    else { return nil }
    var name = text[..<bracket]
    while name.last == " " { name = name.dropLast() }
    guard !name.isEmpty else { return nil }
    (self.name, self.place) = (String(name), place)
  }
}
