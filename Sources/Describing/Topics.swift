import Catalog

/// Every kind of thing that is listed or described, in the order of help.
package enum Topics {
  package static let all: [any Topic.Type] = [
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
    NotHeldTopic.self,
    DataTopic.self,
  ]

  package static var listed: [any ListedTopic.Type] {
    all.compactMap { $0 as? any ListedTopic.Type }
  }

  /// The kind that a word names, in the singular or the plural.
  package static func listed(named word: String) -> (any ListedTopic.Type)? {
    let key = Spelling.key(of: word)
    return listed.first { Spelling.key(of: $0.plural) == key || Spelling.key(of: $0.name) == key }
  }
}
