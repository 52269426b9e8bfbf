import FileImport

extension ImportStyle {
  /// The one that `--format` and `--accessible` choose.
  init(_ format: String?, _ isAccessible: Bool) throws(CallMistake) {
    guard let format else {
      self = isAccessible ? .words : .table
      return
    }
    guard let style = ImportStyle(rawValue: format), style != .words else {
      throw CallMistake(
        "`--format` takes table or json here, and not `\(format)`",
        .example(with: "--format json")
      )
    }
    self = style == .table && isAccessible ? .words : style
  }
}
