/// What one press of Tab does.
enum CompletionStep: Equatable {
  /// The only candidate takes the place of what is typed.
  case finish(String)
  /// What all candidates begin with takes the place of what is typed.
  case extend(String)
  case list
  case beep

  init(typed: String, candidates: [LineEditor.Candidate]) {
    guard let first = candidates.first else {
      self = .beep
      return
    }
    guard candidates.count > 1 else {
      self = .finish(first.text)
      return
    }
    let common = candidates.dropFirst().reduce(first.text[...]) { common, candidate in
      common.prefix(common.commonLength(with: candidate.text))
    }
    // A candidate may correct a typing error and begin differently: then the typed text is kept.
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
