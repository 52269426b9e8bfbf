import Catalog
import QueryLanguage

/// Words of a sentence that mean something, by their tokens.
struct TextMark {
  enum Content {
    case time(SpokenTime)
    case number(SpokenNumber)
    /// A name of the catalog, or words of speech.
    case mention(Mention)
  }

  let tokens: Range<Int>
  let content: Content

  var time: SpokenTime? { if case .time(let time) = content { time } else { nil } }
  var number: SpokenNumber? { if case .number(let number) = content { number } else { nil } }
  var mention: Mention? { if case .mention(let mention) = content { mention } else { nil } }

  func has(_ part: SpokenWord.Part) -> Bool { mention?.has(part) ?? false }
}
