import Answering
import Output

/// Writes the rows of a long answer that need no reading, in a format that can be copied together.
final class RowCopier {
  private let format: any CellwiseFormat
  private var encoder: RowEncoder?

  init?(_ format: any OutputFormat) {
    guard let format = format.cellwise else { return nil }
    self.format = format
  }

  func write(_ row: OrderedRows, into output: inout OutputBuffer) {
    if encoder == nil { encoder = RowEncoder(format, row) }
    encoder?.write(row, into: &output)
  }
}
