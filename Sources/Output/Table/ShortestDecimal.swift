/// The magnitude of a finite number as the shortest decimal that reads back: 0.`digits` ×
/// 10^`point`.
///
/// Rounding starts here and not from the binary value: 2.675 to two decimals is 2.68, as the
/// reader of the shortest decimal expects.
struct ShortestDecimal {
  /// Without zeros at either end; empty for 0.
  private var digits: [UInt8]
  private var point: Int

  init(_ number: Double) {
    let text = number.magnitude.description.utf8
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(Substring(text.dropFirst(mantissa.count + 1))) ?? 0
    digits = mantissa.filter { $0 != UInt8(ascii: ".") }
    point = mantissa.prefix { $0 != UInt8(ascii: ".") }.count + exponent
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { point = 1 }
  }

  /// Whether it is read better as digits than with an exponent.
  var isPlain: Bool { (-5...18).contains(point) }

  /// How many decimals it has.
  var decimals: Int { max(0, digits.count - point) }

  /// Decimals worth showing: all when they are three or fewer, as in every figure that is
  /// published; for a computed number two, or three digits below 1.
  var shownDecimals: Int {
    let all = decimals
    return all <= 3 ? all : point > 0 ? 2 : min(all, 3 - point)
  }

  var isZero: Bool { digits.isEmpty }

  /// The digits before the point: `1234`.
  var whole: String { slice(from: min(point - 1, 0), to: point) }

  /// The point and a number of decimals: `.50`.
  func fraction(_ decimals: Int) -> String { "." + slice(from: point, to: point + decimals) }

  /// Halves go away from zero.
  mutating func round(toDecimals decimals: Int) {
    let kept = point + decimals
    guard kept < digits.count else { return }
    let roundsUp = kept >= 0 && digits[kept] >= UInt8(ascii: "5")
    digits.removeSubrange(max(0, kept)...)
    guard roundsUp else { return trim() }
    while digits.last == UInt8(ascii: "9") { digits.removeLast() }
    if let last = digits.popLast() {
      digits.append(last + 1)
    } else {
      digits = [UInt8(ascii: "1")]
      point += 1
    }
  }

  /// Digits by place, with zeros where there are none. Place `point` is the first decimal.
  private func slice(from start: Int, to end: Int) -> String {
    String(unsafeUninitializedCapacity: end - start) { bytes in
      for place in start..<end {
        bytes[place - start] = digits.indices.contains(place) ? digits[place] : UInt8(ascii: "0")
      }
      return end - start
    }
  }
}
