/// The places of labels, found by their hashes: the labels themselves are made again to be
/// compared, so that a million of them take some 20 MB however long they are.
struct FirstLabels {
  private var places: [Int: UInt32] = [:]

  /// The first place whose label is that of `place`: itself, unless one was seen before.
  mutating func first(like place: Int, label: (Int) -> DeclaredText) -> Int {
    let own = label(place)
    var hash = own.hashValue
    while let other = places[hash] {
      if label(Int(other)) == own { return Int(other) }
      // Two labels with the same hash: the second one is kept beside it.
      hash = hash &+ 1
    }
    places[hash] = UInt32(place)
    return place
  }
}
