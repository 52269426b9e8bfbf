/// Whether text may be bold, dim or colored.
enum ColorChoice: String, CaseIterable {
  /// On a terminal, unless `NO_COLOR` is set or it can show none.
  case auto
  case always, never
}
