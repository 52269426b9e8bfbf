/// A subject without the value that is ranked, broken down by its dimension.
struct RankedSubject {
  let value: ResolvedCheck.Ranked
  let subject: Query
}
