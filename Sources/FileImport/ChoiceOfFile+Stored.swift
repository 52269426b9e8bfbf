import Importing

/// What is declared about a file, as it holds for its kind.
extension ChoiceOfFile {
  /// What was declared for an earlier file with this header, and what is declared now.
  func declaration(stored text: String) -> ImportDeclaration {
    ImportDeclaration(Self.asStored(ImportDeclaration(stored: text, request).request, in: file))
  }

  /// Workbooks and JSON hold numbers, which have no decimal comma whatever texts have.
  static func asStored(_ request: ImportRequest, in file: SourceFile) -> ImportRequest {
    var own = request
    if file.kind != .table { own.notation.hasDecimalComma = false }
    return own
  }
}
