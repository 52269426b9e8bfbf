package import Results

/// schema.org ClaimReview as JSON-LD: the format in which fact-checkers publish.
///
/// This program's verdict is the `alternateName` of the rating. Its number is 5 for what holds, 4
/// for what is close, 3 for what depends on the reading and 1 for what fails; what is undecided or
/// has no data is not rated by a number. The publisher of the review adds `url`, `author` and
/// `datePublished`, which only it knows.
///
/// Source: https://schema.org/ClaimReview
package struct ClaimReviewFormat: CheckFormat {
  package static let name = "claimreview"
  package static let fileEndings: [String] = []
  package static let jsonUses: JSONUses = .checks
  package static let summary = "a checked statement as schema.org ClaimReview, for fact-checkers"

  package init(style: OutputStyle) {}

  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    let reviews = checks.map { ClaimReview($0).json }
    // One document, also where a sentence states several things.
    let document = isList || reviews.count > 1 ? JSONValue.array(reviews) : reviews[0]
    document.withoutEmptyMembers.write(into: &output, indent: 0)
    output.append("\n")
  }
}

private struct ClaimReview {
  private let check: CheckAnswer

  init(_ check: CheckAnswer) {
    self.check = check
  }

  var json: JSONValue {
    .object([
      ("@context", .text("https://schema.org")),
      ("@type", .text("ClaimReview")),
      ("claimReviewed", .text(check.said?.words ?? check.statement)),
      ("itemReviewed", claim),
      ("reviewRating", rating),
      (
        "reviewBody",
        .text(CheckReport(check, ScreenText(isUnicode: true)).evidence)
      ),
      ("isBasedOn", .array(check.foot.sources.map(source))),
    ])
  }

  private var claim: JSONValue {
    guard let said = check.said else {
      return .object([("@type", .text("Claim")), ("name", .text(check.statement))])
    }
    return .object([
      ("@type", .text("Claim")),
      ("identifier", .text(said.id)),
      ("author", thing("Organization", said.author)),
      ("datePublished", .text(said.published)),
      (
        "appearance",
        .object([
          ("@type", .text("CreativeWork")), ("name", .text(said.title)),
          ("publisher", thing("Organization", said.publisher)),
        ])
      ),
    ])
  }

  private var rating: JSONValue {
    var members: [(String, JSONValue)] = [("@type", .text("Rating"))]
    if let value = ratingValue {
      members += [
        ("ratingValue", .number(value)), ("bestRating", .number(5)), ("worstRating", .number(1)),
      ]
    }
    return .object(members + [("alternateName", .text(check.verdict.rawValue))])
  }

  private var ratingValue: Int? {
    switch check.verdict {
    case .holds: 5
    case .close: 4
    case .depends: 3
    case .fails: 1
    case .undecided, .noData: nil
    }
  }

  private func source(_ source: Citation) -> JSONValue {
    .object([
      ("@type", .text("Dataset")), ("name", .text(source.text)), ("url", .text(source.url)),
    ])
  }

  /// Nothing where the name is not known.
  private func thing(_ type: String, _ name: String) -> JSONValue {
    name.isEmpty ? .text("") : .object([("@type", .text(type)), ("name", .text(name))])
  }
}
