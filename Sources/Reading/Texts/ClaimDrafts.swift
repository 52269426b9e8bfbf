/// The drafts of one statement: as it follows what was told right before, and as it would follow
/// what was told earlier in the text.
struct ClaimDrafts {
  private var all: [ClaimDraft]
  private var readings: [Origin] = []
  /// Why nothing is read, unless a number is met in one of the readings.
  private(set) var unlessMet: String?

  /// More readings of earlier topics are not looked at.
  private static let most = 12

  /// A reading, with the draft and the fill that it comes from.
  private struct Origin {
    let reading: TextReading
    let draft: Int
    let fill: Int
  }

  init(_ own: ClaimDraft) {
    all = [own]
  }

  var own: ClaimDraft { all[0] }

  /// What can be done with the statement; `nil` where it is none. `others` are drafts that follow
  /// earlier topics, made where they are needed.
  mutating func handling(
    others: () -> [ClaimDraft],
    write: (ClaimDraft) -> [(reading: TextReading, fill: CheckFill)]
  ) -> TextClaim.Handling? {
    guard let first = all[0].reading(write) else { return nil }
    var far: [Origin] = []
    switch first {
    case .checks(let own):
      let origins = own.enumerated().map { Origin(reading: $1, draft: 0, fill: $0) }
      readings = origins.filter { $0.reading.distance < .far }
      far = origins.filter { $0.reading.distance == .far }
    case .notRead(let why):
      guard all[0].isOpenToOthers else { return first }
      unlessMet = why
    case .notCheckable, .noData: return first
    }
    if all[0].canBeMet { addReadings(of: others(), write) }
    readings += far
    if readings.isEmpty {
      unlessMet = nil
      return first
    }
    return .checks(readings.map(\.reading))
  }

  private mutating func addReadings(
    of others: [ClaimDraft],
    _ write: (ClaimDraft) -> [(reading: TextReading, fill: CheckFill)]
  ) {
    let most = readings.count + Self.most
    for other in others {
      var draft = other
      guard case .checks(let found)? = draft.reading(write) else { continue }
      all.append(draft)
      for (fill, reading) in found.enumerated() where reading.distance < .remote {
        guard readings.count < most else { return }
        guard !readings.contains(where: { $0.reading.checks == reading.checks }) else { continue }
        let remote = reading.following(draft.topicWords, draft.carried)
        readings.append(Origin(reading: remote, draft: all.count - 1, fill: fill))
      }
    }
  }

  /// The draft of the reading that was meant, which takes it.
  func taking(_ reading: Int) -> ClaimDraft {
    guard readings.indices.contains(reading) else { return own }
    var draft = all[readings[reading].draft]
    draft.take(readings[reading].fill)
    return draft
  }
}
