package import Diagnostics

/// A question as it was typed: `removals, returns by fy since 2010 | json`.
///
/// ```
/// question   = column {"," column} {clause} ["as" words] ["|" format]
/// column     = expression ["as" words]
/// expression = term {("+" | "-") term}
/// term       = factor {("*" | "/") factor}
/// factor     = ["-"] (number | measure ["where" condition] | "(" expression ")")
/// clause     = "by" dimension {"," dimension} | "where" condition | "for" value {"," value}
///            | period | ("top" | "bottom") integer | "limit" integer
///            | "order" "by" key ["asc" | "desc"] {"," key ["asc" | "desc"]}
/// condition  = conjunction {"or" conjunction}
/// conjunction = test {"and" test}
/// test       = "not" test | "(" condition ")" | dimension ("=" | "!=") value
///            | dimension ["not"] "in" "(" value {"," value} ")"
/// period     = "in" range {"," range} | ("since" | "after" | "until" | "through" | "before") p
///            | "from" p ("to" | "through") p | "between" p "and" p
///            | "latest" [unit] | "last" [integer] unit | "fytd"
/// range      = p [".." p]
/// p          = year | fiscal year | calendar year | quarter | month | day
/// ```
package struct Query: Sendable {
  package var columns: [Column]
  package var clauses: [any Clause]
  /// `| json`
  package var format: FormatName?

  package init(columns: [Column], clauses: [any Clause], format: FormatName? = nil) {
    self.columns = columns
    self.clauses = clauses
    self.format = format
  }

  package struct Column: Equatable, Sendable {
    package let expression: Expression
    /// What the asker calls it.
    package var label: String?
    package let span: SourceSpan
  }

  package struct FormatName: Equatable, Sendable {
    package let name: String
    package let span: SourceSpan
  }

  /// A column as typed.
  package indirect enum Expression: Equatable, Sendable {
    case measure(Name)
    /// In formulas of the catalog and in phrases: `encounters where component = usbp`.
    case restricted(Expression, ConditionTree)
    case number(NumberLiteral, SourceSpan)
    case negated(Expression)
    case operation(Operator, Expression, Expression, SourceSpan)
  }

  package enum Operator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }
}

/// What follows `where`, as typed.
package indirect enum ConditionTree: Equatable, Sendable {
  case either([ConditionTree])
  case all([ConditionTree])
  case not(ConditionTree, SourceSpan)
  case test(dimension: Name, isExcluded: Bool, values: [Name], isList: Bool)
}
