import Catalog
import Importing

/// An option of an import that is kept for the next file with the same header.
struct StoredOption: Sendable {
  /// Without its hyphens.
  let name: String
  /// Its values in a request, each of which is stored; none where it is as usual.
  let values: @Sendable (ImportRequest) -> [String]
  /// Takes a stored value, where nothing else is said now.
  let take: @Sendable (String, inout ImportRequest) -> Void

  /// All of them, in the order in which they are stored. What is not here is of one file: its map,
  /// its sheet, its days.
  static let all: [StoredOption] = names + table + layout + cells + standing

  private static let names = [
    StoredOption("new-measure", \.newMeasures), StoredOption("new-dimension", \.newDimensions),
    StoredOption("measure", \.measures), StoredOption("by", \.breakdowns),
    StoredOption("scope", \.scope, once: true), StoredOption("source", \.source),
    StoredOption("url", \.url), StoredOption("name", \.name), StoredOption("count", \.countsRows),
  ]

  private static let table = [
    StoredOption("across", \.across), StoredOption("leave-out", \.leftOut, once: true),
  ]

  private static let layout = [
    StoredOption("skip", \.layout.skipped, usually: 0),
    StoredOption("header", \.layout.headerRows, usually: 1),
    StoredOption(
      name: "delimiter",
      values: { $0.layout.delimiter.map { [String(UnicodeScalar($0))] } ?? [] },
      take: { $1.layout.delimiter = $1.layout.delimiter ?? $0.utf8.first }
    ),
    StoredOption(
      name: "encoding",
      values: { $0.encoding.map { [$0.name] } ?? [] },
      take: { $1.encoding = $1.encoding ?? TextEncoding($0) }
    ),
    StoredOption(
      name: "dates",
      values: { $0.dates.map { [$0.text] } ?? [] },
      take: { $1.dates = $1.dates ?? DateNotation($0) }
    ),
  ]

  private static let cells = [
    StoredOption(
      name: "missing",
      values: { $0.words.missing },
      take: { $1.words = $1.words.adding(missing: $0) }
    ),
    StoredOption(
      name: "withheld",
      values: { $0.words.withheld },
      take: { $1.words = $1.words.adding(withheld: $0) }
    ),
    StoredOption(
      name: "decimal",
      values: { $0.notation.hasDecimalComma ? [","] : [] },
      take: { $1.notation.hasDecimalComma = $0 == "," || $1.notation.hasDecimalComma }
    ),
    StoredOption(
      name: "mark",
      values: { $0.notation.marks + ($0.notation.hasSpaces ? [" "] : []) },
      take: { $1.notation.add(mark: $0) }
    ), StoredOption("rounded", \.rounding, usually: 1),
  ]

  private static let standing = [
    StoredOption("partial", \.isPartial), StoredOption("prefer", \.isPreferred),
  ]
}

extension StoredOption {
  private typealias Path<Value> = any WritableKeyPath<ImportRequest, Value> & Sendable

  /// Texts that are all kept.
  private init(_ name: String, _ path: Path<[String]>) {
    self.init(name: name) {
      $0[keyPath: path]
    } take: {
      $1[keyPath: path].append($0)
    }
  }

  /// `removals=Count`; what is kept `once` is not added to the same.
  private init(_ name: String, _ path: Path<[ImportRequest.Assignment]>, once: Bool = false) {
    self.init(name: name) {
      $0[keyPath: path].map(\.text)
    } take: {
      let own = ImportRequest.Assignment($0)
      if !once || !$1[keyPath: path].contains(own) { $1[keyPath: path].append(own) }
    }
  }

  /// A text that is said once.
  private init(_ name: String, _ path: Path<String?>) {
    self.init(name: name) {
      $0[keyPath: path].map { [$0] } ?? []
    } take: {
      $1[keyPath: path] = $1[keyPath: path] ?? $0
    }
  }

  /// A number, which is not stored where it is as usual.
  private init(_ name: String, _ path: Path<Int>, usually usual: Int) {
    self.init(name: name) {
      $0[keyPath: path] == usual ? [] : ["\($0[keyPath: path])"]
    } take: {
      if $1[keyPath: path] == usual { $1[keyPath: path] = Int($0) ?? usual }
    }
  }

  /// A word that is there or not.
  private init(_ name: String, _ path: Path<Bool>) {
    self.init(name: name) {
      $0[keyPath: path] ? ["yes"] : []
    } take: {
      $1[keyPath: path] = $0 == "yes" || $1[keyPath: path]
    }
  }
}
