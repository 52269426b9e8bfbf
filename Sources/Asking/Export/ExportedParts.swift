import Store

/// What the statements of an export are made of.
struct ExportedParts {
  let tables: [HeldTable]
  /// The definitions of tables, and of views.
  let schema: String
  let views: String
}
