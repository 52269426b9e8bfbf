import Output
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program knows about its surroundings. The terminal itself is never queried.
enum Terminal {
  /// How answers may be written to standard output, or messages to standard error.
  static func style(of descriptor: Int32 = STDOUT_FILENO, _ options: Options) -> OutputStyle {
    let isTerminal = isatty(descriptor) == 1
    var style = OutputStyle(
      width: isTerminal ? size.columns : nil,
      isStyled: !options.isAccessible && isStyled(options.color, isTerminal),
      isUnicode: isUTF8,
      isAccessible: options.isAccessible
    )
    style.isForSpreadsheets = options.isForSpreadsheets
    style.hasLinks = isTerminal && options.hasLinks && style.isStyled
    return style
  }

  private static func isStyled(_ choice: ColorChoice, _ isTerminal: Bool) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && environment("NO_COLOR") == nil
        && environment("TERM").map { $0 != "dumb" } ?? false
    }
  }

  /// The most columns or rows that are believed: a terminal that claims more would make drawings
  /// endless.
  private static let largest = 1_000

  /// Columns and rows of the terminal; 80 by 24 where it does not say.
  static var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return (min(environment("COLUMNS").flatMap { Int($0) } ?? 80, largest), 24)
    }
    return (min(Int(size.ws_col), largest), size.ws_row > 0 ? min(Int(size.ws_row), largest) : 24)
  }

  /// Whether the locale writes UTF-8, as its name says.
  private static var isUTF8: Bool {
    let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG") ?? ""
    // `en_US.UTF-8`, `C.utf8`: what follows the dot, without the hyphen.
    let encoding = locale.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    return encoding.lazy.filter { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }.starts(
      with: "utf8".utf8
    )
  }

  /// The folder that the program lies in.
  static var programFolder: String? {
    guard let program = programPath, let slash = program.lastIndex(of: "/") else { return nil }
    return String(program[..<slash])
  }

  static var programPath: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    #if canImport(Darwin)
      var size = UInt32(path.count)
      guard _NSGetExecutablePath(&path, &size) == 0, let resolved = realpath(path, nil) else {
        return nil
      }
      defer { free(resolved) }
      return String(cString: resolved)
    #else
      let count = readlink("/proc/self/exe", &path, path.count - 1)
      guard count > 0 else { return nil }
      return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
  }
}
