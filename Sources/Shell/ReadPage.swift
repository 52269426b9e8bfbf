import Describing

/// What is read as a page: its text, or a row for each of its lines.
enum ReadPage {
  case text(String)
  case rows(Listing)
}
