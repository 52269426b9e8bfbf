/// Reads the seed file by file, checks it and fills the database.
///
/// Each file has its own extension. The order matters: a file may name only what is loaded before
/// it.
final class SeedLoader {
  let folder: String
  let database: Database

  var sources = KeyIndex("source", form: .kebabCase)
  var measures: [SeedMeasure] = []
  var measureKeys = KeyIndex("measure", form: .snakeCase)
  var dimensions: [SeedDimension] = []
  var dimensionKeys = KeyIndex("dimension", form: .snakeCase)
  var members: [SeedMember] = []
  /// Looked at when all members are loaded.
  private(set) lazy var kindsOfMembers = MemberKinds(of: members)
  var spellings = SpellingTable()
  var datasetKeys = KeyIndex("dataset", form: .kebabCase)
  var documents = KeyIndex("document", form: .kebabCase)
  var figures = KeyIndex("figure", form: .snakeCase)
  var programs = KeyIndex("program", form: .snakeCase)
  /// What formats bring with them.
  var namesOfFormats = FormatNames()
  /// Pairs of measures that may not be added, in both directions.
  var conflicts: Set<SeedConflict> = []
  /// Columns of the fact tables looked up so far.
  var knownColumns: [String: [String]] = [:]

  init(folder: String, database: Database) {
    // `seed/` and `seed` read the same in messages.
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.database = database
  }

  func load(progress: (BuildProgress) -> Void) throws {
    try loadSources()
    try loadMeasures()
    try loadDimensions()
    try loadMembers()
    try loadGroups()
    try loadMemberExistence()
    try loadOverlaps()
    try loadPhrases()
    try loadNotHeld()
    try loadWords()
    try loadCalendar()
    try loadDocuments()
    try loadFigures()
    try loadClaims()
    try loadReadings()
    try loadPrograms()
    try loadRules()
    try loadEvents()
    try loadSpellings()
    try loadFormats()
    try loadCatalogVersion()
    try loadDatasets(progress: progress)
    try loadBreaks()
    try loadEdition()
  }

  /// The rows of a file of the seed.
  func rows(of file: String, columns: String) throws -> [SeedRow] {
    try SeedRow.all(in: folder + "/" + file, columns: columns.separated(by: ","))
  }
}
