"""Questions put together at random from the names of a database, the same for the same seed."""

import random
import sqlite3

PERIODS = ["since 2018", "in fy2019..2023", "in fy2022", "since oct 2021", "in 2015..2024", "in jan 2022..jun 2023", "",
           "under biden", "last 3 fy", "fytd", "in fy2023 vs fy2021", "since 5 may 2021"]
WINDOWS = ["with change", "with yoy", "with share", "with running", "with rolling 3", "with rank", "with total", "with index 2019",
           "limit 5", ""]


class RandomQuestions:
    """`next()` gives a question, which the data may or may not answer."""

    def __init__(self, database, seed=20261130):
        self.random = random.Random(seed)
        rows = sqlite3.connect(database)
        self.measures = [row[0] for row in rows.execute("SELECT name FROM measure ORDER BY id")]
        self.dimensions = [row[0] for row in rows.execute("SELECT name FROM dimension ORDER BY id")]
        self.values = {
            name: [row[0] for row in rows.execute(
                "SELECT member.name FROM member JOIN dimension ON dimension.id = member.dimension"
                " WHERE dimension.name = ? AND rest = 0 ORDER BY member.id", [name])]
            for name in self.dimensions
        }

        self.broken_down = {}
        for measure, dimension in rows.execute(
            "SELECT DISTINCT measure.name, dimension.name FROM dataset_measure, dataset_dimension, measure, dimension"
            " WHERE dataset_dimension.dataset = dataset_measure.dataset AND measure.id = dataset_measure.measure"
            " AND dimension.id = dataset_dimension.dimension ORDER BY 1, 2"
        ):
            self.broken_down.setdefault(measure, []).append(dimension)

    def dimension(self, measure):
        """Mostly one that the measure is broken down by."""
        own = self.broken_down.get(measure)
        return self.random.choice(own if own and self.random.random() < 0.6 else self.dimensions)

    def column(self, one):
        other = self.random.choice(self.measures)
        kind = self.random.random()
        if kind < 0.6:
            return f'"{one}"'
        if kind < 0.7:
            return f'"{one}", "{other}"'
        if kind < 0.8:
            return f'"{one}" / "{other}"'
        if kind < 0.9:
            return f'{self.random.choice(["max", "median", "average", "min"])}("{one}" by month)'
        return f'"{one}" + "{other}"'

    def clauses(self, measure):
        picked = self.random.choice
        dimension = self.dimension(measure)
        keys = [picked(["fy", "month", "quarter", "cy", None, "fy", "month", "administration"]), picked([f'"{dimension}"', None])]
        keys = [key for key in keys if key]
        clauses = ["by " + ", ".join(keys)] if keys else []
        if len(keys) == 2 and self.random.random() < 0.15:
            clauses = [f"by {keys[0]} across {keys[1]}"]
        other = self.dimension(measure)
        if self.random.random() < 0.35 and self.values[other]:
            sign = picked(["=", "!="])
            clauses.append(f'where "{other}" {sign} "{picked(self.values[other])}"')
        clauses.append(picked(PERIODS))
        if len(keys) == 2 and self.random.random() < 0.6:
            clauses.append(f"top {self.random.randint(2, 6)}" + picked(["", " with others"]))
        if self.random.random() < 0.5:
            clauses.append(picked(WINDOWS))
        if self.random.random() < 0.15:
            clauses.append("per day")
        return [clause for clause in clauses if clause]

    def next(self):
        measure = self.random.choice(self.measures)
        return " ".join([self.column(measure), *self.clauses(measure)])
