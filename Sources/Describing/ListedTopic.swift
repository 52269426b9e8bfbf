package import Catalog

/// A kind of thing that `show` lists.
package protocol ListedTopic: Topic {
  /// Whether the list is that of one dimension: `values of citizenship`.
  static var isOfDimension: Bool { get }

  /// `dimension` is there when the list is that of one.
  static func listing(of dimension: Dimension?, in knowledge: Knowledge) -> Listing
}

extension ListedTopic {
  static var isOfDimension: Bool { false }

  /// As it stands after `show`: `documents`, `values of DIMENSION`.
  package static var synopsis: String { isOfDimension ? "\(plural) of DIMENSION" : plural }
}
