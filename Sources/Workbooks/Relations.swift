/// Where the parts lie that a part names, by the ids that it names them with.
final class Relations: XMLSink {
  private(set) var targets: [String: String] = [:]
  private let folder: String

  /// Paths are relative to a folder, or begin at the top of the archive.
  init(folder: String) { self.folder = folder }

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard isName(name, "Relationship"), let id = attributes.text("Id"),
      let target = attributes.text("Target"), targets.count < 100_000
    else { return }
    targets[id] =
      target.hasPrefix("/")
      ? String(target.dropFirst())
      : folder + "/" + (target.hasPrefix("./") ? String(target.dropFirst(2)) : target)
  }

  func end(_ name: UnsafePointer<CChar>) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
