import Catalog
import QueryLanguage

extension TableFit {
  /// A condition in terms of one dataset.
  enum Adapted: Equatable {
    case always
    case never
    case some(Condition)

    var condition: Condition? {
      if case .some(let condition) = self { condition } else { nil }
    }
  }

  func adapt(
    _ condition: Condition?,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Adapted {
    guard let condition else { return .always }
    switch condition {
    case .test(let test): return try adapt(test, to: dataset, &untold)
    case .all(let parts):
      var left: [Condition] = []
      for part in parts {
        switch try adapt(part, to: dataset, &untold) {
        case .always: continue
        case .never: return .never
        case .some(let condition): left.append(condition)
        }
      }
      return left.isEmpty ? .always : .some(left.count == 1 ? left[0] : .all(left))
    case .either(let parts):
      var left: [Condition] = []
      for part in parts {
        switch try adapt(part, to: dataset, &untold) {
        case .always: return .always
        case .never: continue
        case .some(let condition): left.append(condition)
        }
      }
      return left.isEmpty ? .never : .some(left.count == 1 ? left[0] : .either(left))
    case .not(let inner):
      switch try adapt(inner, to: dataset, &untold) {
      case .always: return .never
      case .never: return .always
      case .some(let condition): return .some(.not(condition))
      }
    }
  }

  private func adapt(
    _ test: Condition.Test,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Adapted {
    if dataset.dimensions.contains(test.dimension.id) {
      return .some(.test(try adaptOwn(test, to: dataset, &untold)))
    }
    if let entry = dataset.scope.first(where: { $0.dimension == test.dimension.id }) {
      return test.members.contains(entry.member) != test.isExcluded ? .always : .never
    }
    if let child = child(of: test.dimension, in: dataset) {
      // A value without a parent may be anything: it is not the parent's `unknown`.
      guard !test.members.contains(where: { catalog.member($0)?.rest != Member.Rest.none }) else {
        throw .rollup(child)
      }
      guard catalog.unplaced(in: dataset.id, dimension: child.id) <= Self.mostUnplaced else {
        throw .rollup(child)
      }
      let absent = test.members.filter { !hasPart(of: $0, in: dataset) }
      guard absent.isEmpty || absent.count < test.members.count || test.isExcluded else {
        throw .value(test)
      }
      return .some(.test(adaptToChild(test, child)))
    }
    if let parent = scopeParent(of: test.dimension, in: dataset) {
      return test.members.contains(parent) != test.isExcluded ? .always : .never
    }
    throw .dimension(test.dimension)
  }

  /// Whether a value that is rolled up to has any of its parts in a dataset: no component of an
  /// agency in a table is not a zero of that agency.
  private func hasPart(of member: Int, in dataset: Dataset) -> Bool {
    catalog.children(of: member).contains { occurs($0.id, in: dataset) }
  }

  /// A test of a dimension that the dataset has: its values must occur there.
  private func adaptOwn(
    _ test: Condition.Test,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Condition.Test {
    let missing = test.members.filter { !occurs($0, in: dataset) }
    if missing.isEmpty { return test }
    // Of several values some may have no figures there; excluding what never occurs excludes
    // nothing.
    guard missing.count < test.members.count || test.isExcluded, listsEverything(test, in: dataset),
      test.isSet || !missing.contains(where: { isCountedElsewhere($0, dataset) })
    else {
      throw .value(test)
    }
    if dataset.absent != .zero { untold = max(untold, missing.count) }
    return test
  }

  /// Whether another table counts a value over the same time: then its absence here does not mean
  /// zero.
  private func isCountedElsewhere(_ member: Int, _ dataset: Dataset) -> Bool {
    guard let dimension = catalog.member(member)?.dimension else { return false }
    var needs = TableNeeds()
    needs.dimensions.insert(dimension)
    needs.limits = .all
    let holdings = catalog.holdings(of: measure, for: needs)
    guard let own = holdings.first(where: { $0.dataset == dataset }) else { return false }
    let days = catalog.runs(of: own).map(\.days)
    return holdings.contains { other in
      other.dataset.table != dataset.table
        && (other.dataset.scope.contains { $0.member == member }
          || catalog.occurs(member, in: other.dataset.id))
        && catalog.runs(of: other).contains { run in days.contains { $0.overlaps(run.days) } }
    }
  }

  /// Whether values that never occur in a dataset are zero, and not hidden under `other`.
  private func listsEverything(_ test: Condition.Test, in dataset: Dataset) -> Bool {
    if test.dimension.parent != 0 {
      return catalog.unplaced(in: dataset.id, dimension: test.dimension.id) <= Self.mostUnplaced
    }
    let rest = catalog.members(of: test.dimension.id).filter { $0.rest != .none }
    return dataset.absent == .zero && !rest.contains { catalog.occurs($0.id, in: dataset.id) }
  }

  /// A test of a coarser dimension, in values of the finer one that the dataset has.
  private func adaptToChild(_ test: Condition.Test, _ child: Dimension) -> Condition.Test {
    Condition.Test(
      dimension: child,
      members: test.members.flatMap { catalog.children(of: $0).map(\.id) },
      isExcluded: test.isExcluded,
      isSet: true,
      label: test.label
    )
  }
}
