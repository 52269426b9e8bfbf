extension LineEditor {
  /// One proposal for completing what is typed.
  package struct Proposal: Equatable {
    /// The whole text that replaces the typed part.
    package let text: String
    /// A few words shown beside it in the list.
    package let note: String

    package init(text: String, note: String) {
      self.text = text
      self.note = note
    }
  }

  /// The proposals for the part of the line that begins at `start`, in UTF-8 code units.
  package struct Completion: Equatable {
    package let start: Int
    package let proposals: [Proposal]

    package init(start: Int, proposals: [Proposal]) {
      self.start = start
      self.proposals = proposals
    }
  }
}
