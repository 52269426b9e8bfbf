import Catalog

extension ResolvedQuery {
  /// The column of the answer that a name means: its heading, or its name in exports.
  func output(named name: String) -> Int? {
    let key = Spelling.key(of: name)
    return outputs.firstIndex {
      Spelling.key(of: $0.label) == key || Spelling.key(of: $0.key) == key
    }
  }

  /// A column of the answer, after those of the keys.
  package struct Output: Hashable, Sendable {
    /// The name in exports.
    package let key: String
    /// What it is called in a question, and heads it on a screen unless ``Content`` says more.
    package let label: String
    /// Index into ``ResolvedQuery/columns``; `nil` for the sources of a row.
    package let column: Int?
    package let content: Content

    /// What a column of the answer shows of its expression: the value, or something computed from
    /// it.
    package enum Content: Hashable, Sendable {
      case value
      /// The value in the period that `vs` names.
      case reference
      /// The change on another period, in the unit of the column.
      case change(BasePeriod)
      /// The change on another period, in percent of it.
      case percent(BasePeriod)
      case share
      case running
      case rolling(Int)
      case rank
      case index(ColumnExtra)
      case sources
    }

    /// The period that a change is on.
    package enum BasePeriod: Hashable, Sendable {
      /// The period before in the answer.
      case previous
      /// The same period a year before.
      case yearBefore
      /// The period that `vs` names.
      case versus
    }

    /// Whether it is given in percent: 50.5, and not 0.505.
    package var isPercent: Bool {
      switch content {
      case .percent, .share: true
      default: false
      }
    }
  }

  /// Lists the columns of the answer.
  mutating func makeOutputs() {
    let shown = columns.indices.filter { columns[$0].isShown }
    outputs = shown.flatMap { index in
      [value(of: index)] + comparison(of: index)
        + extras.columns.filter { allows($0, for: columns[index]) }
        .flatMap { added($0, to: index, isOnly: shown.count == 1) }
    }
    if extras.sources != nil {
      outputs.append(Output(key: "sources", label: "sources", column: nil, content: .sources))
    }
  }

  private func value(of index: Int) -> Output {
    let column = columns[index]
    guard let per, column.isDivided else {
      return Output(key: column.key, label: column.label, column: index, content: .value)
    }
    return Output(
      key: "\(column.key)_per_\(per.unit.rawValue)",
      label: "\(column.label) per \(per.unit.rawValue)",
      column: index,
      content: .value
    )
  }

  /// What `vs` adds to a column.
  private func comparison(of index: Int) -> [Output] {
    guard versus != nil else { return [] }
    let own = value(of: index)
    return [Output(key: own.key, label: own.label, column: index, content: .reference)]
      + change(on: .versus, "change", of: index, isOnly: columns.count == 1)
  }

  private func added(_ extra: ColumnExtra, to index: Int, isOnly: Bool) -> [Output] {
    switch extra {
    case .change: return change(on: .previous, "change", of: index, isOnly: isOnly)
    case .yearOverYear: return change(on: .yearBefore, "yoy", of: index, isOnly: isOnly)
    case .share: return [derived("share", .share, of: index, isOnly)]
    case .running: return [derived("running", .running, of: index, isOnly)]
    case .rolling(let count):
      return [derived("rolling \(count)", .rolling(count), of: index, isOnly)]
    case .rank: return [derived("rank", .rank, of: index, isOnly)]
    case .index: return [derived("index", .index(extra), of: index, isOnly)]
    }
  }

  private func change(
    on comparison: Output.BasePeriod,
    _ name: String,
    of index: Int,
    isOnly: Bool
  ) -> [Output] {
    let base = value(of: index)
    let prefix = isOnly ? "" : "\(base.label) "
    return [
      derived(name, .change(comparison), of: index, isOnly),
      Output(
        key: "\(base.key)_\(name)_percent",
        label: "\(prefix)\(name) %",
        column: index,
        content: .percent(comparison)
      ),
    ]
  }

  private func derived(
    _ name: String,
    _ content: Output.Content,
    of index: Int,
    _ isOnly: Bool
  ) -> Output {
    let base = value(of: index)
    return Output(
      key: "\(base.key)_\(name.split(separator: " ").joined(separator: "_"))",
      label: isOnly ? name : "\(base.label) \(name)",
      column: index,
      content: content
    )
  }
}
