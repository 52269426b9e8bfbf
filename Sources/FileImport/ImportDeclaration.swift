import Catalog
import Diagnostics
import Importing
import Store

/// What the user declares about a table that no publisher's format describes. It is kept for the
/// next file with the same header.
struct ImportDeclaration {
  var request: ImportRequest

  init(_ request: ImportRequest) { self.request = request }

  /// Adds what was declared for an earlier file with this header; what is declared now takes
  /// precedence.
  init(stored text: String, _ request: ImportRequest) {
    self.request = request
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      take(parts[0], Self.unescaped(parts[1]))
    }
  }

  private mutating func take(_ option: String, _ value: String) {
    StoredOption.all.first { $0.name == option }?.take(value, &request)
  }

  /// As stored: an option and its value per line.
  var text: String {
    StoredOption.all.flatMap { option in
      option.values(request).map { "\(option.name)\t\(Self.escaped($0))" }
    }.joined(by: "\n")
  }

  /// The text without line breaks, which would end an option.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r\n": escaped += "\\r\\n"
      default: escaped.append(character)
      }
    }
  }

  private static func unescaped(_ text: String) -> String {
    var (plain, isEscaped) = ("", false)
    for character in text {
      if isEscaped {
        plain += character == "n" ? "\n" : character == "r" ? "\r" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
