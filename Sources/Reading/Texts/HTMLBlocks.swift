/// The text of a page as a browser saves it, with the place of each character in the file.
///
/// Nothing is fetched, and nothing runs: scripts, styles and what browsers do not show are skipped.
struct HTMLBlocks {
  private(set) var blocks: [TextBlock] = []
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var line = 1
  private var open = TextBlock(.paragraph, line: 1)

  /// Elements that begin a block of their own.
  private static let blockTags: Set<String> = [
    "p", "div", "li", "ul", "ol", "table", "tr", "section", "article", "header", "footer", "aside",
    "blockquote", "figure", "figcaption", "caption", "td", "th", "dd", "dt", "dl", "br", "hr",
    "main",
    "nav", "pre", "body", "html", "h1", "h2", "h3", "h4", "h5", "h6", "title", "address", "details",
    "summary", "form", "button", "option", "select",
  ]
  /// Elements whose text is not shown.
  private static let hiddenTags: Set<String> = [
    "script", "style", "head", "noscript", "template", "svg",
  ]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    while place < scalars.count {
      switch scalars[place] {
      case "<": readTag()
      case "&": readEntity()
      default:
        let scalar = scalars[place]
        if scalar == "\n" { line += 1 }
        // Spaces that follow one another are one.
        if !scalar.properties.isWhitespace || open.scalars.last.map({ $0 != " " }) ?? false {
          open.append(scalar, at: place)
        }
        place += 1
      }
    }
    close(.paragraph)
  }

  private mutating func close(_ next: TextBlock.Kind) {
    if open.hasWords { blocks.append(open) }
    open = TextBlock(next, line: line)
  }

  private mutating func readTag() {
    let start = place
    guard place + 1 < scalars.count,
      scalars[place + 1].isLetter || "/!?".unicodeScalars.contains(scalars[place + 1])
    else {
      open.append("<", at: place)
      place += 1
      return
    }
    if scalars[start...].starts(with: "<!--".unicodeScalars) {
      skip(past: "-->")
      return
    }
    let isEnd = scalars[place + 1] == "/"
    place += isEnd ? 2 : 1
    var name = ""
    while place < scalars.count, scalars[place].isLetter || scalars[place].isDigit {
      name.unicodeScalars.append(scalars[place])
      place += 1
    }
    name = name.lowercased()
    skipAttributes()
    if !isEnd, Self.hiddenTags.contains(name), name != "head" {
      skip(past: "</" + name)
      skipAttributes()
      return
    }
    guard Self.blockTags.contains(name) else { return }
    let isHeading = name.count == 2 && name.hasPrefix("h") && name != "hr" || name == "title"
    close(isEnd ? .paragraph : isHeading ? .heading : name == "li" ? .item : .paragraph)
  }

  /// To after the `>` of a tag; signs in quotation marks are part of an attribute.
  private mutating func skipAttributes() {
    var quote: Unicode.Scalar?
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == "\n" { line += 1 }
      if let own = quote {
        if scalar == own { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        return
      }
    }
  }

  private mutating func skip(past end: String) {
    let signs = Array(end.unicodeScalars)
    while place < scalars.count {
      if scalars[place] == signs[0], place + signs.count <= scalars.count,
        zip(scalars[place...], signs).allSatisfy({ $0.lowered == $1 })
      {
        place += signs.count
        return
      }
      if scalars[place] == "\n" { line += 1 }
      place += 1
    }
  }

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "rsquo": "'", "lsquo": "'", "ldquo": "\"", "rdquo": "\"", "thinsp": " ",
    "eacute": "é", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ",
    "minus": "\u{2212}", "hellip": "\u{2026}", "bull": "•", "middot": "·",
  ]

  private mutating func readEntity() {
    let start = place
    var end = place + 1
    while end < scalars.count, end - start < 12, scalars[end] != ";", scalars[end] != " " {
      end += 1
    }
    guard end < scalars.count, scalars[end] == ";" else {
      open.append("&", at: place)
      place += 1
      return
    }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[start + 1..<end])
    let number =
      name.hasPrefix("#x") || name.hasPrefix("#X")
      ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    open.append(number.flatMap(Unicode.Scalar.init) ?? Self.entities[name] ?? " ", at: start)
    place = end + 1
  }
}

extension Unicode.Scalar {
  fileprivate var lowered: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 32)) : self
  }
}
