extension CutHeader {
  /// The columns of figures that are read across, and the names of those that are not: all with a
  /// name that nothing else is in, and of which the header is accepted, and the group above it
  /// where groups are read too.
  func figures(
    beside taken: Set<Int>,
    _ accepts: (String) -> Bool,
    _ acceptsGroup: ((String) -> Bool)?
  ) -> (read: [(column: Int, header: String, group: String)], leftOut: [String]) {
    var (read, leftOut): ([(column: Int, header: String, group: String)], [String]) = ([], [])
    for own in all where !taken.contains(own.column) {
      guard let acceptsGroup else {
        if own.header.isEmpty { continue }
        if accepts(own.header) { read.append(own) } else { leftOut.append(own.header) }
        continue
      }
      let name = [own.group, own.header].filter { !$0.isEmpty }.joined(separator: " ")
      if accepts(own.header), acceptsGroup(own.group) {
        read.append(own)
      } else if !name.isEmpty {
        leftOut.append(name)
      }
    }
    return (read, leftOut)
  }
}
