internal import Catalog

/// Values that were read: all of those that are shipped, and of imported ones, of which there may
/// be a million, as many as a bound on their bytes allows.
struct KnownMembers {
  private var shipped = IDTable<Member>()
  private var imported: [Int: Member] = [:]
  /// Bytes that imported ones take, about.
  private var bytes = 0

  private static let mostBytes = 8 << 20

  subscript(id: Int) -> Member? {
    get { id < ImportedID.first ? shipped[id] : imported[id] }
    set {
      guard id >= ImportedID.first else { return shipped[id] = newValue }
      guard let newValue else { return }
      bytes += 160 + newValue.name.utf8.count + newValue.key.utf8.count
      if bytes > Self.mostBytes { (imported, bytes) = ([:], 0) }
      imported[id] = newValue
    }
  }
}
