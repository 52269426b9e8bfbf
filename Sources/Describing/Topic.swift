import Catalog

/// A kind of thing that can be described, such as documents.
///
/// To add one, write its file in `Topics` and list it in ``Topics/all``: `describe`, `show`, help
/// and the reference page read that list.
package protocol Topic: Sendable {
  /// The singular: `document`.
  static var name: String { get }
  /// The plural: `documents`.
  static var plural: String { get }
  /// What it is, in a few words.
  static var summary: String { get }

  /// A page on everything of this kind with the name.
  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description]
  /// What `describe` takes for this kind beside the names of the catalog.
  static func names(in catalogIndex: CatalogIndex) -> [String]
}

extension Topic {
  static func names(in catalogIndex: CatalogIndex) -> [String] { [] }
}
