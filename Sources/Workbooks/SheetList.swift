/// The sheets of a workbook as its main part lists them.
final class SheetList: XMLSink {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  /// Whether days are counted from 1904, as on old Macs.
  private(set) var from1904 = false

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isName(name, "workbookPr") {
      from1904 = ["1", "true"].contains(attributes.text("date1904") ?? "")
    } else if isName(name, "sheet"), sheets.count < 10_000 {
      sheets.append(
        (
          attributes.text("name") ?? "", attributes.text("id") ?? "",
          (attributes.text("state") ?? "visible") != "visible"
        )
      )
    }
  }

  func end(_ name: UnsafePointer<CChar>) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
