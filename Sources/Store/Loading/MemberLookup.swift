/// Finds the id of a member by the bytes of its key, without making text of them.
struct MemberLookup {
  private let keys: [UInt8]
  private var slots: [Slot]
  private let mask: Int

  private struct Slot {
    var start: Int32 = 0
    var count: Int32 = 0
    /// 0 in an empty slot.
    var member: UInt32 = 0
  }

  init(_ members: [String: Int]) {
    var size = 4
    while size < members.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(), count: size)
    var keys: [UInt8] = []
    for (key, member) in members {
      let bytes = Array(key.utf8)
      var index = bytes.withUnsafeBytes(Self.hash) & mask
      while slots[index].member != 0 { index = (index + 1) & mask }
      slots[index] = Slot(
        start: Int32(keys.count),
        count: Int32(bytes.count),
        member: UInt32(member)
      )
      keys += bytes
    }
    self.keys = keys
  }

  /// `nil` when there is no such member.
  func member(_ key: UnsafeRawBufferPointer) -> UInt32? {
    var index = Self.hash(key) & mask
    while slots[index].member != 0 {
      if isKey(key, of: slots[index]) { return slots[index].member }
      index = (index + 1) & mask
    }
    return nil
  }

  private func isKey(_ key: UnsafeRawBufferPointer, of slot: Slot) -> Bool {
    guard key.count == Int(slot.count) else { return false }
    let start = Int(slot.start)
    for index in key.indices where keys[start + index] != key[index] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ key: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
