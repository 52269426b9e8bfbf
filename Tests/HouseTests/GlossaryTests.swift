import Foundation
import TestSupport
import Testing

/// The planner's names are abstract nouns: each is explained in one place.
@Suite("The glossary explains the planner's types")
struct GlossaryTests {
  /// The words of the second table: names of types inside the program.
  private static let words: Set<String> = {
    let path = ShippedDatabase.repository + "/docs/glossary.md"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let inside = text.components(separatedBy: "## Inside the program").last ?? ""
    return Set(
      inside.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
        .flatMap { $0.components(separatedBy: "|")[1].components(separatedBy: ",") }
        .map { $0.trimmingCharacters(in: .whitespaces) }
    )
  }()

  private static let types = SourceFile.all.filter { $0.target == "Planner" }.flatMap(\.types)

  @Test("every type of the planner is in it")
  func everyTypeIsExplained() {
    #expect(Self.types.count > 40, "the sources were not found")
    #expect(Self.types.filter { !Self.words.contains($0) } == [])
  }

  @Test("it explains no type that is gone")
  func nothingIsOutdated() {
    let declared = Set(SourceFile.all.flatMap(\.types))
    let names = Self.words.filter { $0.first?.isUppercase ?? false }
    #expect(names.filter { !declared.contains($0) && !Self.nested.contains($0) }.sorted() == [])
  }

  /// Explained types that are declared inside others.
  private static let nested: Set = ["Preparation", "KeyAccess", "Figure"]
}
