extension OutputBuffer {
  /// What makes a terminal put bytes into its clipboard (OSC 52).
  package mutating func append(toClipboard bytes: [UInt8]) {
    append("\u{1B}]52;c;")
    append(base64: bytes)
    append(0x07)
  }

  private mutating func append(base64 bytes: [UInt8]) {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isFilled = place > group.count
        append(isFilled ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * place) & 63])
      }
    }
  }
}
