/// An end of a change, by the word before its number.
enum TextEnd: String {
  case from, to
}
