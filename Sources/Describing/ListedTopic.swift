package import Catalog

/// A kind of thing that `show` lists.
package protocol ListedTopic: Topic {
  /// Whether the list is that of one dimension: `values of citizenship`.
  static var isOfDimension: Bool { get }

  /// `dimension` is not `nil` when the list is that of one dimension.
  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing
}

extension ListedTopic {
  static var isOfDimension: Bool { false }

  /// As written after `show`: `documents`, `values of DIMENSION`.
  package static var synopsis: String { isOfDimension ? "\(plural) of DIMENSION" : plural }
}
