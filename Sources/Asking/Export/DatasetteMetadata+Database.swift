package import Output
package import Store

extension DatasetteMetadata {
  /// Of the shipped database. Its views are no part of the file, and become stored queries.
  package init(of database: Database) throws {
    let texts = try CatalogTexts(of: database)
    let tables = try database.heldTables().filter { !$0.isImported }
    let views = try database.namedViews(ofOneDatabase: true).all
    let file = database.path.split(separator: "/").last.map(String.init) ?? database.path
    self.init(
      database: file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file,
      description: texts.edition,
      tables: tables.map { table in
        Table(
          name: table.name,
          description: texts.description(of: table),
          columns: table.columns.compactMap { column in
            texts.columns[column.name].map { (column.name, $0) }
          }
        )
      },
      queries: views.map { view in
        StoredQuery(name: view.name, sql: view.query, title: "With every name spelled out")
      }
    )
  }

  /// The files of its folder.
  package var files: [OutputFolder.File] {
    let own = OutputFolder.File("metadata.json", contents: contents)
    return [own, ExportManifest.file(for: [own.path])]
  }
}

/// What the catalog says of its measures and dimensions, which are columns of tables of facts.
private struct CatalogTexts {
  /// By the names of the columns.
  private(set) var columns: [String: String] = [
    "dataset": "The published table that the row is from: dataset.id",
    "period":
      "2024 a fiscal or calendar year, 202405 a month, 20240512 a day, as dataset.time says",
    "withheld": "Bits of the measures that the publisher withheld: dataset_measure.position",
    "hedge": "0 exact, 1 more than, 2 at least, 3 nearly, 4 about, 5 up to, 6 vague",
  ]
  private(set) var edition = ""
  private var subjects: Set<String> = []

  init(of database: Database) throws {
    let measures = try database.prepare(
      "SELECT key, unit, scale, definition, caveat, replace(subject, ' ', '_') FROM main.measure"
    )
    while try measures.step() {
      let scale = measures.integer(at: 2)
      let parts = [
        "In \(measures.text(at: 1))" + (scale == 1 ? "." : ", times \(scale)."),
        measures.text(at: 3), measures.text(at: 4),
      ]
      columns[measures.text(at: 0)] = parts.filter { !$0.isEmpty }.joined(separator: " ")
      subjects.insert(measures.text(at: 5))
    }
    let dimensions = try database.prepare("SELECT key, description FROM main.dimension")
    while try dimensions.step() {
      let text = dimensions.text(at: 1)
      let place = "member.id; 0 where the table is not broken down by it"
      columns[dimensions.text(at: 0)] = text.isEmpty ? place : "\(text) (\(place))"
    }
    let editions = try database.prepare(
      "SELECT published, tables, rows FROM main.edition"
    )
    if try editions.step() {
      edition =
        "\(editions.integer(at: 1)) published tables with \(editions.integer(at: 2)) rows, "
        + "the newest of \(editions.text(at: 0)). Source and edition of each: dataset, source."
    }
  }

  func description(of table: HeldTable) -> String {
    guard subjects.contains(table.name) else { return "" }
    return
      "Facts, as published: the rows of one dataset never overlap, those of two may. "
      + "The stored query \(table.name)_named spells out every name."
  }
}
