/// Values by their id, which count from 1 without large gaps.
///
/// In the module of its only user: a generic type of another module is not specialized, and would
/// cost more than it saves.
struct IDTable<Value> {
  private var values: [Value?] = []

  init() {}

  subscript(id: Int) -> Value? {
    get { values.indices.contains(id) ? values[id] : nil }
    set {
      while values.count <= id { values.append(nil) }
      values[id] = newValue
    }
  }
}
