package import Catalog

/// What was said, by whom: the documents and everything in them, in the order of the seed.
extension StoredCatalog {
  package func documents() -> [Document] {
    records(
      "SELECT key, publisher, title, published, date_basis, note FROM document ORDER BY id",
      as: Document.init(row:)
    )
  }

  package func statedFigures() -> [StatedFigure] {
    records(
      """
      SELECT key, document, line, measure, as_said, unit, low, high, qualifier, kind, start, "end",
        start_precision, end_precision, filters, speaker, status, note
      FROM figure ORDER BY id
      """,
      as: StatedFigure.init(row:)
    )
  }

  package func claims() -> [Claim] {
    records(
      """
      SELECT key, document, line, paraphrase, kind, measure, filters, subject, reference, figures,
        checkable, question, nearest, note
      FROM claim ORDER BY id
      """,
      as: Claim.init(row:)
    )
  }

  /// What speakers leave open.
  package func spokenReadings() -> [SpokenReading] {
    records(
      "SELECT kind, said, means FROM reading ORDER BY id",
      as: SpokenReading.init(row:)
    )
  }

  package func programs() -> [Program] {
    records(
      """
      SELECT key, name, aliases, kind, description, measures, figures, documents, "from", "to",
        status, note
      FROM program ORDER BY id
      """,
      as: Program.init(row:)
    )
  }

  package func rules() -> [Rule] {
    records(
      """
      SELECT key, name, program, quantity, unit, direction, valid_from, valid_to, basis, document,
        outcome, note
      FROM rule ORDER BY id
      """,
      as: Rule.init(row:)
    )
  }

  package func events() -> [PolicyEvent] {
    records(
      "SELECT key, date, name, era, description, source FROM event ORDER BY date, id",
      as: PolicyEvent.init(row:)
    )
  }
}
