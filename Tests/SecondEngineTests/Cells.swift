import Foundation

extension String {
  /// The parts of a list inside a cell.
  var list: [String] { isEmpty ? [] : components(separatedBy: "; ") }

  /// The two sides of `dimension=member`.
  var pair: (String, String) {
    let sides = components(separatedBy: "=")
    return (sides[0], sides.count > 1 ? sides[1] : "")
  }
}
