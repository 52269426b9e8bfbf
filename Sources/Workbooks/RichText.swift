/// A text of a cell whose parts may look different: with and without the raised ones, which are
/// marks of footnotes. Readings of Japanese texts are left out.
struct RichText {
  private(set) var whole: [UInt8] = []
  private(set) var plain: [UInt8] = []
  private var isRaised = false
  private var isText = false
  private var isReading = false

  mutating func begin() {
    whole.removeAll(keepingCapacity: true)
    plain.removeAll(keepingCapacity: true)
    (isRaised, isText, isReading) = (false, false, false)
  }

  mutating func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isName(name, "t") {
      isText = true
    } else if isName(name, "r") {
      isRaised = false
    } else if isName(name, "rPh") {
      isReading = true
    } else if isName(name, "vertAlign") {
      isRaised = attributes.text("val") == "superscript"
    }
  }

  mutating func end(_ name: UnsafePointer<CChar>) {
    if isName(name, "t") {
      isText = false
    } else if isName(name, "r") {
      isRaised = false
    } else if isName(name, "rPh") {
      isReading = false
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText, !isReading else { return }
    whole.append(contentsOf: bytes)
    if !isRaised { plain.append(contentsOf: bytes) }
  }
}
