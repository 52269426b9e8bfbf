import Catalog

/// A kind of thing that `show` lists.
protocol ListedTopic: Topic {
  /// Whether the list is that of one dimension: `values of citizenship`.
  static var isOfDimension: Bool { get }

  /// `dimension` is there when the list is that of one.
  static func listing(of dimension: Dimension?, in knowledge: Knowledge) -> Listing
}

extension ListedTopic {
  static var isOfDimension: Bool { false }

  /// As written after `show`: `documents`, `values of DIMENSION`.
  static var synopsis: String { isOfDimension ? "\(plural) of DIMENSION" : plural }
}
