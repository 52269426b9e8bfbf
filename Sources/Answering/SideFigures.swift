/// The sums beside the answer, computed after it.
package struct SideFigures {
  /// For each seam, what its two sources hold of the shared period.
  package var seams: [SeamSums]
  /// For each cut month, its figure.
  package var edges: [Int?]
  /// What a ranking leaves out, in the order of ``UnrankedRest``; `nil` for what is not summed.
  package var rest: [(rest: UnrankedRest, sum: Int?)]

  package init(
    seams: [SeamSums],
    edges: [Int?],
    rest: [(rest: UnrankedRest, sum: Int?)]
  ) {
    self.seams = seams
    self.edges = edges
    self.rest = rest
  }
}
