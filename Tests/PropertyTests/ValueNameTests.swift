import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage
import Shell
import Store
import TestSupport
import Testing

/// Names of values that hold words of the language.
@Suite("Words of the language in names of values")
struct ValueNameTests {
  /// Every name of a value, with the measures that it may be asked of.
  private func names(_ pipeline: Pipeline) -> [(name: String, dimension: Dimension)] {
    let catalog = pipeline.catalog
    return catalog.spellings(of: .values).compactMap { spelling in
      guard spelling.match.kind == .member, let member = catalog.member(spelling.match.target),
        let dimension = catalog.dimension(member.dimension)
      else { return nil }
      return (spelling.text, dimension)
    }
  }

  @Test("need no quotes, unless they are one word of the language")
  func areAccepted() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let names = names(pipeline)
    #expect(names.count > 1500)
    var asked = 0
    for (name, dimension) in names {
      let words = name.split { " -/,".contains($0) }.map { $0.lowercased() }
      // A minus or a bar beside a space is an operator, and no sign of a name.
      let hasOperator = ["- ", " -", "[", "/"].contains(where: name.contains)
      guard words.count > 1, words.contains(where: Keywords.contains), !hasOperator else {
        continue
      }
      asked += 1
      for filter in [
        "where \(dimension.name) = \(name)", "where \(dimension.name) in (\(name))",
        "where not \(dimension.name) = \(name)",
      ] {
        #expect(throws: Never.self, "\(filter)") {
          _ = try Query(parsing: "encounters \(filter)", catalog: pipeline.catalog)
        }
      }
      for line in ["encounters for \(name) in fy2024", "encounters(\(name)) in fy2024"] {
        #expect(throws: Never.self, "\(line)") {
          _ = try Query(parsing: line, catalog: pipeline.catalog)
        }
      }
    }
    #expect(asked > 20)
  }

  @Test("no hint advises to quote a word of the language")
  func hintsDoNotQuote() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let words = ["in", "or", "not", "is", "by", "for", "with", "to", "and", "top", "since", "per"]
    for word in words {
      for line in [
        "encounters for \(word)", "encounters where state = \(word)",
        "encounters where citizenship in (\(word))", "encounters(\(word)) in fy2024",
        "people in ICE detention for not convicted of", "encounters by \(word)",
      ] {
        do {
          _ = try pipeline.plan(line)
        } catch let mistake as Diagnostic {
          let told = ([mistake.hint ?? ""] + mistake.questions).joined(separator: "\n")
          #expect(!told.lowercased().contains("\"\(word)\""), "\(line): \(told)")
          #expect(!told.contains("quotes"), "\(line): \(told)")
        }
      }
    }
  }

  @Test("a short name that is a word of the language is told by its whole name")
  func shortNames() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let mistake = #expect(throws: Diagnostic.self) {
      try pipeline.plan("encounters where state = IN in fy2024")
    }
    #expect(mistake?.hint == "did you mean `Indiana`?")
  }
}
