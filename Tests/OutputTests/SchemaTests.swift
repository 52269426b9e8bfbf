import Catalog
import Foundation
import Output
import Results
import TestSupport
import Testing

/// What the schemas allow is tried on real output in the terminal tests.
@Suite("Published schemas")
struct SchemaTests {
  @Test("each is the file in docs/schemas", arguments: PublishedSchema.all.map(\.name))
  func files(_ name: String) throws {
    let path = ShippedDatabase.repository + "/docs/schemas/\(name).schema.json"
    let schema = try #require(PublishedSchema.schema(named: name))
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == schema.text,
      "`tally schema \(name) > docs/schemas/\(name).schema.json` writes it anew"
    )
  }

  @Test("each is JSON with a title and an id of its version")
  func headings() throws {
    for schema in PublishedSchema.all {
      let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
      let members = try #require(object as? [String: Any])
      #expect(members["title"] as? String != nil)
      #expect((members["$id"] as? String)?.hasPrefix("urn:tally:schema:\(schema.name):") == true)
    }
  }

  @Test("a checked statement says the version of its format in JSON, and not in CSV")
  func versions() {
    var (json, csv) = (JSONFormat(style: OutputStyle()), CSVFormat(style: OutputStyle()))
    var (object, rows) = (OutputBuffer(), OutputBuffer())
    json.checks([], isList: true, into: &object)
    csv.checks([], isList: true, into: &rows)
    #expect(object.text == "[]\n")
    #expect(!rows.text.contains("formatVersion"))
  }
}
