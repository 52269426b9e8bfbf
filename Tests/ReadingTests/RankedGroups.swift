import Asking
import Catalog
import Planner
import QueryLanguage
import Reading
import Store
import TestSupport
import Testing

/// A ranking among several values that have a name together: `top southwest sectors`.
@Suite("Rankings within a group")
struct RankedGroups {
  /// A group of values, what its values are called, and a measure that is published by them.
  private struct Case {
    let group: String
    let kind: String
    let dimension: String
    let measure: String
  }

  /// Every group whose name can be said with what its values are.
  private static func cases(_ pipeline: Pipeline) -> [Case] {
    let catalog = pipeline.catalog
    let kinds = ["sector": "sectors", "citizenship": "countries"]
    return catalog.dimensions().flatMap { dimension -> [Case] in
      guard let kind = kinds[dimension.key] else { return [] }
      let groups = ["Southwest sectors", "Texas sectors", "Central American", "Caribbean"]
      let own = groups.filter { name in
        catalog.matches(key: Spelling.key(of: name)).contains {
          $0.kind == .group && catalog.group($0.target)?.dimension == dimension.id
        }
      }
      return catalog.measures().flatMap { measure in
        own.compactMap { name in
          let key = dimension.name
          let question = "\(measure.name) where \(key) = \(name) by \(key) top 1"
          guard (try? pipeline.plan(question)) != nil else { return nil }
          let said = name.hasSuffix(kind) ? name : "\(name) \(kind)"
          return Case(
            group: said.lowercased(),
            kind: kind,
            dimension: dimension.name,
            measure: measure.name
          )
        }
      }
    }
  }

  @Test("rank each of its values, and keep to them")
  func ranksValues() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let cases = Self.cases(pipeline)
    #expect(cases.count > 10)
    var read = 0
    for own in cases {
      let line = "which \(own.group) have the most \(own.measure)"
      guard case .questions(let found)? = pipeline.readings(of: line) else { continue }
      read += 1
      for reading in found {
        #expect(
          reading.statement.contains(" by \(own.dimension) top "),
          "\(line): \(reading.statement)"
        )
        #expect(reading.statement.contains(" for "), "\(line): \(reading.statement)")
      }
    }
    #expect(read * 2 > cases.count, "\(read) of \(cases.count) were read")
  }

  @Test("where they are from ranks nothing: the whole group is meant")
  func ranksNothing() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for own in Self.cases(pipeline) where own.kind == "countries" {
      let group = own.group.replacing(" countries", with: "")
      let line = "which year had the most \(own.measure) from \(group)"
      guard case .questions(let found)? = pipeline.readings(of: line) else { continue }
      for reading in found {
        #expect(!reading.statement.contains("by \(own.dimension)"), "\(line)")
      }
    }
  }
}

/// `since`, `until` and `between` lead to a time, or are named as not read.
@Suite("Words that lead to a time")
struct LeadsToTimes {
  @Test(
    "are named where none follows",
    arguments: ["since", "until", "between", "from 2020 until"]
  )
  func isNamed(lead: String) throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for measure in ["encounters", "removals", "drug seizures", "refugee admissions"] {
      for object in ["the peak", "the record", "the lowest", "it rose", "the most", ""] {
        let line = "how many \(measure) \(lead) \(object)"
        if case .questions(let found)? = pipeline.readings(of: line) {
          Issue.record("\(line) is read as \(found.map(\.statement))")
        }
      }
    }
  }
}
