/// The forms that a statement has, for help.
enum CheckForms {
  static let all: [(synopsis: String, summary: String)] = [
    ("QUESTION is [not] highest|lowest since PERIOD", "among the periods after it"),
    ("QUESTION is record high|record low", "also `2nd highest ever`, `lowest october since 2019`"),
    ("QUESTION rose|fell 3 months in a row", "also `every month in PERIOD is below NUMBER`"),
    ("QUESTION for VALUE is [2nd] largest DIMENSION", "its place among the values"),
    ("QUESTION > QUESTION", "also `is 2.5 times`, `is 60% of`, each with its own period"),
    ("QUESTION is first above|below NUMBER since PERIOD", "also `first rise`, `first fall`"),
    ("QUESTION = NUMBER", "also `!= > >= < <=`, `is about`, `is nearly`, `is more than`"),
    ("change in QUESTION from PERIOD to PERIOD = -18%", "also `rose`, `fell by 300`, `doubled`"),
  ]
}
