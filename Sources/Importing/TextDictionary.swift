/// The different texts of a column, numbered from 0 in the order in which they occur.
///
/// Short texts are compared as a whole, others eight bytes at a time: those looked up must be
/// followed by 32 bytes that may be read.
final class TextDictionary {
  enum Flaw: Error {
    case notUTF8, tooLong, tooMany
    /// The texts of all columns together are too large.
    case tooMuch
  }

  /// A column with more distinct texts is not one to break figures down by.
  static let mostTexts = 1 << 20
  static let longestText = 4096

  private(set) var count = 0
  /// For each text, the line on which it occurred first.
  private(set) var lines: [Int] = []
  /// The upper half of a hash above a number counted from 1; 0 in an empty place.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private var places: [Place] = []
  /// The texts, each padded with zeros to whole words.
  private var words: UnsafeMutablePointer<UInt64>
  private var wordCapacity: Int
  private var wordCount = 0
  private var last: UInt32 = 0
  private let masks = ShortText.Masks()
  private let budget: TextBudget?

  /// Where a text lies: the number of its first word, and its bytes.
  private struct Place {
    private let bits: UInt64

    init(start: Int, length: Int) { bits = UInt64(start) << 16 | UInt64(length) }

    var start: Int { Int(bits >> 16) }
    var length: Int { Int(bits & 0xffff) }
  }

  /// Without a budget, whoever fills it looks at its ``size``.
  init(budget: TextBudget? = nil) {
    self.budget = budget
    mask = 63
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: 0, count: 64)
    wordCapacity = 256
    words = UnsafeMutablePointer.resized(nil, to: wordCapacity)
  }

  deinit {
    slots.deallocate()
    words.giveBack()
  }

  /// The memory that it takes, in bytes.
  var size: Int { wordCount * 8 + count * TextBudget.overhead }

  subscript(code: Int) -> String {
    let place = places[code]
    let bytes = UnsafeRawBufferPointer(start: words + place.start, count: place.length)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number here of a text of another dictionary, which is added if it is new. The earlier of
  /// its lines is kept.
  func code(of code: Int, in other: TextDictionary) throws(Flaw) -> UInt32 {
    let (place, line) = (other.places[code], other.lines[code])
    let text = UnsafeRawPointer(other.words + place.start).assumingMemoryBound(to: UInt8.self)
    let own = try self.code(text, place.length, line: line)
    lines[Int(own)] = min(lines[Int(own)], line)
    return own
  }

  /// Gives back what only looking up needs. Nothing can be looked up any more.
  func endLookingUp() {
    slots.deallocate()
    slots = .allocate(capacity: 1)
    (mask, last) = (0, 0)
  }

  /// The number of a text, which is added if it is new.
  @inline(__always)
  func code(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    line: @autoclosure () -> Int
  ) throws(Flaw) -> UInt32 {
    if length > ShortText.longest { return try longCode(text, length, line()) }
    let short = ShortText(text, length, masks)
    let hash = short.hash
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      let slot = slots[index]
      let code = UInt32(truncatingIfNeeded: slot) - 1
      if slot >> 32 == hash >> 32 {
        let place = places.withUnsafeBufferPointer { $0[Int(code)] }
        if place.length == length, short.equals(words + place.start, masks) { return code }
      }
      index = (index + 1) & mask
    }
    return try add(text, length, hash, line())
  }

  @inline(never)
  private func longCode(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ line: Int
  ) throws(Flaw) -> UInt32 {
    // Files are usually sorted, so the text of the row before is the most likely one.
    if count > 0, equals(text, length, Int(last)) { return last }
    let hash = hash(text, length)
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      let slot = slots[index]
      let code = UInt32(truncatingIfNeeded: slot) - 1
      if slot >> 32 == hash >> 32, equals(text, length, Int(code)) {
        last = code
        return code
      }
      index = (index + 1) & mask
    }
    last = try add(text, length, hash, line)
    return last
  }

  @inline(__always)
  private func equals(_ text: UnsafePointer<UInt8>, _ length: Int, _ code: Int) -> Bool {
    let place = places.withUnsafeBufferPointer { $0[code] }
    guard place.length == length else { return false }
    let raw = UnsafeRawPointer(text)
    let own = words + place.start
    var index = 0
    while index + 8 <= length {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) != own[index >> 3] {
        return false
      }
      index += 8
    }
    return index == length || Self.tail(raw, index, length) == own[index >> 3]
  }

  /// The last bytes of a text as a word padded with zeros.
  @inline(__always)
  private static func tail(_ text: UnsafeRawPointer, _ index: Int, _ length: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      & (1 << UInt64((length - index) * 8) - 1)
  }

  private func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    if length <= ShortText.longest { return ShortText(text, length, masks).hash }
    let raw = UnsafeRawPointer(text)
    var hash = UInt64(truncatingIfNeeded: length).scattered
    var index = 0
    while index + 8 <= length {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)).scattered
      index += 8
    }
    return index == length ? hash : (hash ^ Self.tail(raw, index, length)).scattered
  }

  private func add(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ hash: UInt64,
    _ line: Int
  ) throws(Flaw) -> UInt32 {
    guard length <= Self.longestText else { throw .tooLong }
    guard count < Self.mostTexts else { throw .tooMany }
    guard String(validating: UnsafeBufferPointer(start: text, count: length), as: UTF8.self) != nil
    else { throw .notUTF8 }
    let start = wordCount
    reserve((length + 7) / 8)
    let bytes = (length + 7) / 8 * 8 + TextBudget.overhead
    guard budget?.take(bytes) ?? true else { throw .tooMuch }
    UnsafeMutableRawPointer(words + start).copyMemory(from: text, byteCount: length)
    places.append(Place(start: start, length: length))
    lines.append(line)
    count += 1
    insert(hash, UInt32(count))
    if count * 2 > mask { enlarge() }
    return UInt32(count - 1)
  }

  private func reserve(_ extra: Int) {
    // Four words may be read from any place on.
    while wordCount + extra + 4 > wordCapacity {
      // A buffer that is already large does not double.
      wordCapacity += min(wordCapacity, Self.largestStep)
      words = UnsafeMutablePointer.resized(words, to: wordCapacity)
    }
    (words + wordCount).initialize(repeating: 0, count: extra)
    wordCount += extra
  }

  /// 16 MiB.
  private static let largestStep = 1 << 21

  private func insert(_ hash: UInt64, _ number: UInt32) {
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = (hash & ~0xffff_ffff) | UInt64(number)
  }

  private func enlarge() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for (code, place) in places.enumerated() {
      let text = UnsafeRawPointer(words + place.start).assumingMemoryBound(to: UInt8.self)
      insert(hash(text, place.length), UInt32(code + 1))
    }
  }
}
