/// What one press of Tab does.
enum CompletionStep: Equatable {
  /// The only proposal takes the place of what is typed.
  case finish(String)
  /// What all proposals begin with takes the place of what is typed.
  case extend(String)
  case list
  case beep

  init(typed: String, proposals: [LineEditor.Proposal]) {
    guard let first = proposals.first else {
      self = .beep
      return
    }
    guard proposals.count > 1 else {
      self = .finish(first.text)
      return
    }
    let common = proposals.dropFirst().reduce(first.text[...]) { common, proposal in
      common.prefix(common.commonLength(with: proposal.text))
    }
    // A proposal may correct a typing error and begin differently: then the typed text is kept.
    let continues = common.commonLength(with: typed) == typed.count
    self = continues && common.count > typed.count ? .extend(String(common)) : .list
  }
}

extension Substring {
  /// The length of the common beginning in characters, ignoring case.
  fileprivate func commonLength(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 || $0.lowercased() == $1.lowercased() }.count
  }
}
