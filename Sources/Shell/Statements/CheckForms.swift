/// The forms that a statement has, for help.
enum CheckForms {
  static let all: [(synopsis: String, summary: String)] = [
    ("QUESTION is [not] highest|lowest since PERIOD", "among the periods after it"),
    ("QUESTION is first above|below NUMBER since PERIOD", "also `first rise`, `first fall`"),
    ("QUESTION = NUMBER", "also `!= > >= < <=`, `is about`, `is nearly`, `is more than`"),
    ("change in QUESTION from PERIOD to PERIOD = -18%", "also `rose`, `fell by 300`, `doubled`"),
  ]
}
