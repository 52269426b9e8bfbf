import Diagnostics

/// A writer for elements of SVG and HTML that escapes every text.
struct Markup {
  private(set) var text = ""

  /// `<tag a="1">`; attributes whose value is empty are left out.
  mutating func open(_ tag: String, _ attributes: [(String, String)] = []) {
    text += "<" + tag + Self.spelling(attributes) + ">"
  }

  mutating func close(_ tag: String) { text += "</" + tag + ">\n" }

  /// `<tag a="1"/>`, or with words in it.
  mutating func element(
    _ tag: String,
    _ attributes: [(String, String)] = [],
    _ words: String? = nil
  ) {
    guard let words else {
      text += "<" + tag + Self.spelling(attributes) + "/>\n"
      return
    }
    text += "<" + tag + Self.spelling(attributes) + ">" + words.inMarkup + "</" + tag + ">\n"
  }

  /// Something that is markup already.
  mutating func append(raw markup: String) { text += markup }

  private static func spelling(_ attributes: [(String, String)]) -> String {
    attributes.filter { !$0.1.isEmpty }.map { " \($0.0)=\"\($0.1.inMarkup)\"" }.joined()
  }
}

extension String {
  /// The text escaped for XML and HTML; characters that they do not allow are replaced.
  var inMarkup: String {
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped += " "
      case _ where scalar.isControl || scalar.isNoCharacter: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An address that a link may lead to; empty where it is not a web address.
  var asWebAddress: String {
    hasPrefix("https://") || hasPrefix("http://") ? self : ""
  }
}

/// A coordinate to a tenth of a pixel.
func pixels(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
}
