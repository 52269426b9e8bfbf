/// The drafts of one statement: as it follows what was told right before, and as it would follow
/// what was told earlier in the text.
struct ClaimDrafts {
  private(set) var own: ClaimDraft
  private var others: [ClaimDraft] = []
  /// How many readings the first one has.
  private var count = 0
  /// The readings of the others: which of them, and which of its fills.
  private var origins: [(draft: Int, fill: Int)] = []

  /// More readings of earlier topics are not looked at.
  private static let most = 12

  init(_ own: ClaimDraft) {
    self.own = own
  }

  /// What can be done with the statement as it follows what was told right before; `nil` where it
  /// is none.
  mutating func handling(_ write: Writing) -> TextClaim.Handling? {
    let handling = own.reading(write)
    if case .checks(let readings)? = handling { count = readings.count }
    return handling
  }

  typealias Writing = (ClaimDraft) -> [(reading: TextReading, fill: CheckFill)]

  /// The readings that follow an earlier topic: looked at where the others do not show what was
  /// meant.
  mutating func more(_ other: ClaimDraft, _ write: Writing) -> [TextReading] {
    var draft = other
    guard origins.count < Self.most, case .checks(let found)? = draft.reading(write) else {
      return []
    }
    others.append(draft)
    var readings: [TextReading] = []
    for (fill, reading) in found.enumerated() where origins.count < Self.most {
      readings.append(reading.following(draft.topicWords, draft.carried))
      origins.append((others.count - 1, fill))
    }
    return readings
  }

  /// The draft of the reading that was meant, which takes it.
  func taking(_ reading: Int) -> ClaimDraft {
    var draft = own
    if origins.indices.contains(reading - count) {
      let origin = origins[reading - count]
      draft = others[origin.draft]
      draft.take(origin.fill)
    } else {
      draft.take(reading)
    }
    return draft
  }
}
