/// What the program does that is no question, by the word that it is called with.
///
/// A plain question looks here only: the types of the commands are not touched, since making what
/// they need at run time takes longer than the rest of the start.
enum Subcommand: String, CaseIterable {
  case buildDatabase = "build-database"
  case export
  case importing = "import"
  case datasets
  case drop
  case read
  case verify
  case serve
  case schema
}
