package import Diagnostics

/// What is stated about a value: `is lowest since jul 2020`, `= -18%`, `doubled`.
package struct Judgment: Sendable {
  /// Whether it is negated by `not`.
  package let isNegated: Bool
  package internal(set) var assertion: Assertion
  /// Its place in the statement.
  package let span: SourceSpan

  /// What is said, without its `not`: one case a form, each in a file of its own.
  ///
  /// What becomes of it is a `Verdict`; what somebody said in a document is a
  /// `Claim` of the catalog.
  package enum Assertion: Sendable {
    case every(Every)
    case placed(Placed)
    case superlative(Superlative)
    case first(First)
    case streak(Streak)
    case compared(Compared)
    case multiplied(Multiplied)
    case flat(Flat)
    case ranged(Ranged)
    case stated(Stated)
    case moved(Moved)
  }

  init(isNegated: Bool, assertion: Assertion, span: SourceSpan) {
    self.isNegated = isNegated
    self.assertion = assertion
    self.span = span
  }

  /// Every form with its case, in the order in which they are tried. A form that is not listed is
  /// never read.
  static let forms = [
    Form(Assertion.every),
    Form(Assertion.placed),
    Form(Assertion.superlative),
    Form(Assertion.first),
    Form(Assertion.streak),
    Form(Assertion.compared),
    Form(Assertion.multiplied),
    Form(Assertion.flat),
    Form(Assertion.ranged),
    Form(Assertion.stated),
    Form(Assertion.moved),
  ]

  /// What every form of judgment says about itself.
  package var form: any JudgmentForm { assertion.form }

  /// As written after a question: `is lowest since jul 2020`, `= -18%`.
  package var spelling: String { form.spelling(isNegated: isNegated) }
}

extension Judgment.Assertion {
  fileprivate var form: any JudgmentForm {
    switch self {
    case .every(let form): form
    case .placed(let form): form
    case .superlative(let form): form
    case .first(let form): form
    case .streak(let form): form
    case .compared(let form): form
    case .stated(let form): form
    case .moved(let form): form
    case .multiplied(let form): form
    case .flat(let form): form
    case .ranged(let form): form
    }
  }

  /// The same with each of its periods replaced.
  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self {
    switch self {
    case .superlative(let form): .superlative(form.replacingPeriods(replace))
    case .first(let form): .first(form.replacingPeriods(replace))
    case .every(let form): .every(form.replacingPeriods(replace))
    case .placed(let form): .placed(form.replacingPeriods(replace))
    case .streak(let form): .streak(form.replacingPeriods(replace))
    case .compared(let form): .compared(form.replacingPeriods(replace))
    case .stated(let form): .stated(form.replacingPeriods(replace))
    case .moved(let form): .moved(form.replacingPeriods(replace))
    case .multiplied(let form): .multiplied(form.replacingPeriods(replace))
    case .flat(let form): .flat(form.replacingPeriods(replace))
    case .ranged(let form): .ranged(form.replacingPeriods(replace))
    }
  }
}
