import Testing

@testable import Workbooks

@Suite("Days as spreadsheets count them")
struct SerialDateTests {
  @Test(
    "are dates, in both counts and around the day that does not exist",
    arguments: [
      (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
      (44562, false, "2022-01-01"), (45351, false, "2024-02-29"), (0, true, "1904-01-01"),
      (43100, true, "2022-01-01"), (44562.5, false, "2022-01-01T12:00:00"),
      (0.75, false, "18:00:00"), (44561.999999, false, "2022-01-01"),
    ] as [(Double, Bool, String)]
  )
  func dates(_ serial: Double, _ from1904: Bool, _ text: String) {
    #expect(SerialDate.text(serial, from1904: from1904) == text)
  }
}
