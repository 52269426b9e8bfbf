/// A text of a dimension.
struct DeclaredText: Hashable {
  let dimension: Int
  let text: String
}
