/// What is wrong with the syntax of comma-separated values, whoever reads them.
package enum CSVFlaw: Error, Equatable {
  case quoteInside
  case openQuote
  case textAfterQuote
  case byteOrderMark
  /// Where lines must end with a line feed alone.
  case carriageReturn
  /// Where a line may end with a carriage return and a line feed.
  case loneCarriageReturn
  case nul
  case controlCharacter(UInt8)
  case notUTF8
  /// A row of another length than the header.
  case cells(Int, header: Int)

  /// The flaw of a byte that no cell without quotes holds.
  package init(unexpected byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): self = .quoteInside
    case UInt8(ascii: "\r"): self = .loneCarriageReturn
    case 0: self = .nul
    default: self = .controlCharacter(byte)
    }
  }

  package var message: String {
    switch self {
    case .quoteInside: "a quote inside a cell that does not begin with one"
    case .openQuote: "a quote is opened and not closed"
    case .textAfterQuote: "text after a closing quote"
    case .byteOrderMark: "a byte order mark"
    case .carriageReturn: "a carriage return; lines end with a line feed alone"
    case .loneCarriageReturn: "a carriage return without a line feed"
    case .nul: "a NUL byte"
    case .controlCharacter(let byte): "a control character (0x\(String(byte, radix: 16)))"
    case .notUTF8: "bytes that are not UTF-8"
    case .cells(let count, let header):
      "\(count) \(count == 1 ? "cell" : "cells"), but the header has \(header)"
    }
  }

  package var hint: String? {
    switch self {
    case .nul: "is it a text file?"
    case .notUTF8: "save the file as UTF-8"
    case .quoteInside, .openQuote, .textAfterQuote, .byteOrderMark, .carriageReturn,
      .loneCarriageReturn, .controlCharacter, .cells:
      nil
    }
  }
}

extension FileMistake {
  package init(_ file: String, line: Int, column: NamedColumn? = nil, _ flaw: CSVFlaw) {
    self.init(file, line: line, column: column, flaw.message, hint: flaw.hint)
  }

  /// Bytes that are not UTF-8, in a file that may be written in another encoding.
  package static func notUTF8(
    _ file: String,
    line: Int,
    column: NamedColumn? = nil
  ) -> FileMistake {
    FileMistake(
      file,
      line: line,
      column: column,
      CSVFlaw.notUTF8.message,
      hint: "--encoding says what they are: windows-1252, as spreadsheets write, or another",
      try: [.adding("--encoding", "windows-1252")]
    ).asOfEncoding
  }
}
