/// The different texts of a column of a file, by their numbers. Each is made when it is asked for:
/// a million of them take no more memory than their bytes.
package struct ColumnTexts: RandomAccessCollection, @unchecked Sendable {
  // Only read once it is here.
  private let dictionary: TextDictionary

  init(_ dictionary: TextDictionary) { self.dictionary = dictionary }

  package var startIndex: Int { 0 }
  package var endIndex: Int { dictionary.count }

  package subscript(place: Int) -> String { dictionary[place] }
}
