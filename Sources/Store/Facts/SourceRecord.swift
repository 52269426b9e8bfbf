/// A row of the table `source`, of the seed or of an import.
struct SourceRecord {
  let id: Int
  let key: String
  let publisher: String
  /// The publisher's short name: `CBP`.
  let short: String
  let title: String
  /// The table or sheet of the publication.
  let part: String
  /// The day of publication as the seed writes it; the less precise forms included.
  let published: String
  let url: String
  /// `official`, `copy` or `secondary`.
  let trust: String
  let note: String

  var row: KeyValuePairs<String, any ColumnValue> {
    [
      "id": id,
      "key": key,
      "publisher": publisher,
      "short": short,
      "title": title,
      "part": part,
      "published": published,
      "url": url,
      "trust": trust,
      "note": note,
    ]
  }
}
