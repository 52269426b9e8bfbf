/// A whole number with separated thousands: `108,733`.
package func grouped(_ number: Int) -> String {
  grouped(String(number.magnitude), isNegative: number < 0)
}

/// `1234567` → `1,234,567`.
package func grouped(_ digits: String, isNegative: Bool) -> String {
  let count = digits.utf8.count
  guard count > 3 || isNegative else { return digits }
  return String(unsafeUninitializedCapacity: 1 + count + count / 3) { bytes in
    var end = 0
    func write(_ byte: UInt8) {
      bytes[end] = byte
      end += 1
    }
    if isNegative { write(UInt8(ascii: "-")) }
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { write(UInt8(ascii: ",")) }
      write(digit)
    }
    return end
  }
}
