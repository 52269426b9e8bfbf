/// The formats of texts that were read.
package enum TextFormats {
  package static let all: [any TextFormat.Type] = [
    TextPage.self, TextJSON.self, TextJSONLines.self, TextCSV.self, TextMarkdown.self,
    TextHTML.self,
    TextReport.self, TextClaimReview.self, TextScript.self,
  ]

  package static func format(named name: String) -> (any TextFormat.Type)? {
    all.first { $0.name == name }
  }

  package static var inWords: String { all.map { $0.name }.joined(separator: ", ") }
}
