import Testing

/// A stranger finds a type by its name.
@Suite("A file is named for its type")
struct FileNameTests {
  /// Types in files of another name. This list only shrinks.
  private static let exceptions: Set<String> = []

  @Test("every type is in the file of its name")
  func typesStandInTheirFiles() {
    #expect(SourceFile.all.count > 400, "the sources were not found")
    let astray = SourceFile.all.flatMap { file in
      file.types.filter { $0 != file.name && !Self.exceptions.contains($0) }
        .map { "\($0) in \(file.path)" }
    }
    #expect(astray == [])
  }

  @Test("no exception is a type in its own file, or none at all")
  func exceptionsAreNeeded() {
    let astray = SourceFile.all.flatMap { file in file.types.filter { $0 != file.name } }
    #expect(Self.exceptions.subtracting(astray) == [])
  }

  @Test("a file of extensions is named for a type that it extends")
  func extensionsStandUnderTheirType() {
    let astray = SourceFile.all.filter { file in
      file.types.isEmpty && !file.declaresFunctions && !file.extended.isEmpty
        && !file.extended.contains(file.name)
    }
    #expect(astray.map(\.path) == [])
  }

  @Test("no two types have one name")
  func namesMeanOneThing() {
    var known: [String: String] = [:]
    var twice: [String] = []
    for file in SourceFile.all {
      for type in file.types {
        if let other = known.updateValue(file.path, forKey: type) {
          twice.append("\(type) in \(other) and \(file.path)")
        }
      }
    }
    #expect(twice == [])
  }

  @Test("no type inside of another one takes the name of a type of its own")
  func nestedNamesMeanOneThing() {
    let known = Set(SourceFile.all.flatMap(\.types))
    let taken = SourceFile.all.flatMap { file in
      file.nested.filter(known.contains).map { "\($0) in \(file.path)" }
    }
    #expect(taken == [])
  }
}
