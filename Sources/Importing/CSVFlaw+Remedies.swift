import Diagnostics

extension CSVFlaw {
  /// Lines that import a file without what is wrong in one of its lines, and one that shows it.
  func remedies(inLine line: Int) -> [ImportRemedy] {
    let filter: String? =
      switch self {
      case .nul: "tr -d '\\000'"
      case .controlCharacter(let byte): "tr -d '\\0\(byte < 8 ? "0" : "")\(String(byte, radix: 8))'"
      case .loneCarriageReturn: "tr '\\r' ' '"
      // The quotes of the line are left out, and so nothing between them is joined any more.
      case .quoteInside, .openQuote, .textAfterQuote: "sed '\(line)s/\"//g'"
      case .byteOrderMark, .carriageReturn, .notUTF8, .cells: nil
      }
    return (filter.map { [.filtering($0)] } ?? []) + [.showing([line])]
  }
}
