extension UnsafeBufferPointer<UInt8> {
  /// Without spaces at both ends, those too that do not break a line.
  var withoutSpaces: UnsafeBufferPointer<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end {
      if self[start] == .space || self[start] == .tab {
        start += 1
      } else if let width = widthOfSpace(at: start), start + width <= end {
        start += width
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1] == .space || self[end - 1] == .tab {
        end -= 1
      } else if end - start >= 2, widthOfSpace(at: end - 2) == 2 {
        end -= 2
      } else if end - start >= 3, widthOfSpace(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// The bytes of U+00A0 or U+202F, where one of them is there.
  private func widthOfSpace(at place: Int) -> Int? {
    if place + 1 < endIndex, self[place] == 0xc2, self[place + 1] == 0xa0 { return 2 }
    if place + 2 < endIndex, self[place] == 0xe2, self[place + 1] == 0x80, self[place + 2] == 0xaf {
      return 3
    }
    return nil
  }
}
