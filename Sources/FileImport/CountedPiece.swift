import Importing

/// A piece of which all rows were added up.
struct CountedPiece {
  let piece: FilePiece
  let counted: CountedTable
  let periods: PeriodsOfFile

  /// What its texts mean is told with this path.
  var file: SourceFile { piece.file }
  var header: Header { piece.header }
  var reading: FileReading { piece.reading }
}

extension [CountedPiece] {
  /// Rows of all of them.
  var rows: Int { reduce(0) { $0 + $1.counted.rows } }
}
