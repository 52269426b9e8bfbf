import Catalog

/// A kind of thing that can be described, such as documents.
///
/// To add one, write its file in `Topics` and list it in ``Topics/all``: `describe`, `show`, help and
/// the reference page read that list.
protocol Topic: Sendable {
  /// One of it: `document`.
  static var name: String { get }
  /// Several: `documents`.
  static var plural: String { get }
  /// What it is, in a few words.
  static var summary: String { get }

  /// A page on everything of this kind that goes by the name.
  static func pages(on name: TypedName, in knowledge: Knowledge) -> [Description]
  /// What `describe` takes for this kind beside the names of the catalog.
  static func names(in knowledge: Knowledge) -> [String]
}

/// A kind of thing that `show` lists.
protocol ListedTopic: Topic {
  /// Whether the list is that of one dimension: `values of citizenship`.
  static var isOfDimension: Bool { get }

  /// `dimension` is there when the list is that of one.
  static func listing(of dimension: Dimension?, in knowledge: Knowledge) -> Listing
}

enum Topics {
  static let all: [any Topic.Type] = [
    PhraseTopic.self,
    MeasureTopic.self,
    DimensionTopic.self,
    ValueTopic.self,
    GroupTopic.self,
    ProgramTopic.self,
    RuleTopic.self,
    TargetTopic.self,
    DatasetTopic.self,
    SourceTopic.self,
    DocumentTopic.self,
    ClaimTopic.self,
    FigureTopic.self,
    EventTopic.self,
  ]

  static var listed: [any ListedTopic.Type] {
    all.compactMap { $0 as? any ListedTopic.Type }
  }

  /// The kind that a word names, in the singular or the plural.
  static func listed(named word: String) -> (any ListedTopic.Type)? {
    let key = Spelling.key(of: word)
    return listed.first { Spelling.key(of: $0.plural) == key || Spelling.key(of: $0.name) == key }
  }
}

extension Topic {
  static func names(in knowledge: Knowledge) -> [String] { [] }
}

extension ListedTopic {
  static var isOfDimension: Bool { false }

  /// As it stands after `show`: `documents`, `values of DIMENSION`.
  static var synopsis: String { isOfDimension ? "\(plural) of DIMENSION" : plural }
}

/// A name as it was typed, and as names are looked up.
struct TypedName {
  let text: String
  let key: String

  init(_ text: String) {
    self.text = text
    key = Spelling.key(of: text)
  }

  /// Whether it is one of the spellings.
  func isOne(of spellings: [String]) -> Bool {
    spellings.contains { Spelling.key(of: $0) == key }
  }

  /// The ids of what it names in the catalog, in order of preference.
  func targets(_ kind: NameMatch.Kind, in knowledge: Knowledge) -> [Int] {
    var targets: [Int] = []
    for match in knowledge.catalog.matches(key: key) where match.kind == kind {
      if !targets.contains(match.target) { targets.append(match.target) }
    }
    return targets
  }
}
