import Catalog
import Testing

@Suite("Sets of dimensions are bits")
struct DimensionSetTests {
  @Test(
    "every set within one is named once, unless there are too many",
    arguments: [
      (ids: [], most: 1, subsets: [0]),
      (ids: [3], most: 2, subsets: [0, 8]),
      (ids: [1, 3], most: 4, subsets: [0, 2, 8, 10]),
      (ids: [1, 3], most: 3, subsets: nil),
      (ids: [0, 62, 70], most: 2, subsets: [0, 1 << 62]),
    ] as [(ids: [Int], most: Int, subsets: [Int]?)]
  )
  func subsets(ids: [Int], most: Int, subsets: [Int]?) {
    #expect(DimensionSet(ids).subsets(atMost: most)?.sorted() == subsets)
  }
}
