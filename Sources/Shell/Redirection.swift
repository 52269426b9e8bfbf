import Output
import Store

/// Where answers go instead of the screen.
struct Redirection {
  let sink: FileSink
  /// The format that the name of the file ends in.
  let format: (any OutputFormat.Type)?

  /// Puts the file into its place, if anything was written to it.
  func end() throws(FileError) {
    if sink.length > 0 { try sink.publish() } else { sink.discard() }
  }
}
