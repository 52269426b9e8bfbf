import Catalog
import Importing

/// A table of a file, with how its columns are understood: the whole file, or a part of a sheet of
/// a workbook.
struct FilePiece {
  /// What is read: the file itself, or the table that was cut out of it.
  let file: SourceFile
  let header: Header
  let reading: FileReading
  /// The last day of its figures, where it has one of its own.
  var ownDay: Day?
}
