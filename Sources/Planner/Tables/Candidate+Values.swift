import Catalog
import QueryLanguage

extension Candidate {
  /// The same dataset kept to one value of a dimension of the question, counted among those that
  /// are keys; `nil` where the dimension is not a separate column.
  package func kept(to member: Int, ofDimension place: Int) -> Candidate? {
    guard case .column(let dimension) = keys[place] else { return nil }
    let test = Condition.Test(
      dimension: dimension,
      members: [member],
      isExcluded: false,
      isSet: false,
      label: ""
    )
    return Candidate(
      holding: holding,
      periods: periods,
      keys: keys,
      condition: .both(condition, .test(test)),
      sumsWithheld: sumsWithheld,
      untold: untold
    )
  }

  /// The same, broken down by only one of its keys.
  package func told(by place: Int) -> Candidate {
    Candidate(
      holding: holding,
      periods: periods,
      keys: [keys[place]],
      condition: condition,
      sumsWithheld: sumsWithheld,
      untold: untold
    )
  }
}
