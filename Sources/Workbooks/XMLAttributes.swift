/// The attributes of an element.
struct XMLAttributes {
  let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute, whatever prefix its name has.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    var place = 0
    while let own = pointers[place], let value = pointers[place + 1] {
      if isName(own, name) { return value }
      place += 2
    }
    return nil
  }

  func text(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  func integer(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }
}

/// Whether a name is another one, after a prefix.
@inline(__always)
func isName(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
  let count = other.utf8CodeUnitCount
  let bytes = UnsafeRawPointer(other.utf8Start)
  var start = 0
  while true {
    var index = 0
    while index < count,
      name[start + index] == bytes.load(fromByteOffset: index, as: CChar.self)
    { index += 1 }
    if index == count, name[start + index] == 0 { return true }
    // After a prefix, once more.
    while name[start] != 0, name[start] != 0x3a { start += 1 }
    if name[start] == 0 { return false }
    start += 1
  }
}
