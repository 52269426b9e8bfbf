/// The list of all methods.
enum ServedMethods {
  static let all: [any ServedMethod.Type] = [
    AskMethod.self, CheckMethod.self, ReadMethod.self, DescribeMethod.self, ShowMethod.self,
  ]

  static func method(named name: String) -> (any ServedMethod.Type)? {
    all.first { $0.name == name }
  }
}
