extension CutReader {
  /// `FY2026` in `ICE Removals: FY2026 YTD`.
  static func fiscalYear(in text: String) -> String {
    let letters = Array(text.utf8)
    for start in letters.indices.dropLast(3)
    where letters[start] | 0x20 == 0x66 && letters[start + 1] | 0x20 == 0x79 {
      let digits = letters[(start + 2)...].prefix { (0x30...0x39).contains($0) }
      if digits.count == 2 || digits.count == 4 {
        return "FY" + String(decoding: digits, as: UTF8.self)
      }
    }
    return ""
  }
}
