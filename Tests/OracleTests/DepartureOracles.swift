import Testing

@MainActor
@Suite("Departures agree with the published tables")
struct DepartureOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  nonisolated static let oracles = [
    Oracle(
      "removals by fy since 2010",
      "exact to FY2022, then rounded; the last year is the printed sum of eleven months",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy >= 2010
      UNION ALL SELECT fy, removals FROM "ohss-2024-08-repatriations-fy" WHERE fy > 2022
      UNION ALL SELECT 2024, removals FROM "ohss-2024-08-repatriations-ytd"
      ORDER BY fy
      """
    ),
    Oracle(
      "returns in fy2012",
      "one period without `by` is one row without a time column",
      """
      SELECT returns FROM "yearbook-2022-table-39" WHERE fy = 2012
      """
    ),
    Oracle(
      "removals by fy before 1900",
      "the first years ever held",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy < 1900 ORDER BY fy
      """
    ),
    Oracle(
      "returns by fy until 1930",
      "empty cells before FY1927 are not published: the answer begins with the data",
      """
      SELECT fy, returns FROM "yearbook-2022-table-39"
      WHERE fy BETWEEN 1927 AND 1930 ORDER BY fy
      """
    ),
    Oracle(
      "removals by month in fy2024",
      "the answer ends with the data",
      """
      SELECT month, removals FROM "ohss-2024-08-repatriations" WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals by quarter in fy2024",
      "months roll up to quarters, the last one partial",
      """
      SELECT quarter, sum(removals) AS removals FROM "ohss-2024-08-repatriations"
      WHERE fy = 2024 GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "removals by cy since cy2021",
      "months roll up to calendar years, the last one partial",
      """
      SELECT cy, sum(removals) AS removals FROM "ohss-2024-08-repatriations"
      WHERE cy >= 2021 GROUP BY cy ORDER BY cy
      """
    ),
    Oracle(
      "administrative returns, enforcement returns by fy from 2018 to 2023",
      "two columns, each exact to FY2022",
      """
      SELECT fy, administrative_returns, enforcement_returns
      FROM "yearbook-2022-table-39" WHERE fy >= 2018
      UNION ALL SELECT fy, administrative_returns, enforcement_returns
      FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "expedited removals, reinstatements, other removals by fy from 2014 to 2023",
      "three measures that only one table holds",
      """
      SELECT fy, expedited_removals, reinstatements, other_removals
      FROM "ohss-2024-08-repatriations-fy" ORDER BY fy
      """
    ),
    Oracle(
      "title 42 expulsions by fy",
      "only the years in which the authority existed",
      """
      SELECT fy, title_42_expulsions FROM "yearbook-2022-table-39"
      WHERE title_42_expulsions IS NOT NULL
      UNION ALL SELECT fy, title_42_expulsions FROM "ohss-2024-08-repatriations-fy"
      WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "expulsions by month in fy2023",
      "a phrase; the last month with a figure is May 2023",
      """
      SELECT month, title_42_expulsions FROM "ohss-2024-08-repatriations"
      WHERE fy = 2023 AND title_42_expulsions IS NOT NULL ORDER BY month
      """
    ),
    Oracle(
      "deportations in fy2022",
      "a phrase that means removals",
      """
      SELECT removals FROM "yearbook-2022-table-39" WHERE fy = 2022
      """
    ),
    Oracle(
      "removals and returns by fy from 2020 to 2023",
      "a name with a keyword inside it",
      """
      SELECT fy, title_8_repatriations FROM "yearbook-2022-table-39" WHERE fy >= 2020
      UNION ALL SELECT fy, title_8_repatriations FROM "ohss-2024-08-repatriations-fy"
      WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "repatriations by fy last 3 fy",
      "the last complete fiscal years that the data hold",
      """
      SELECT fy, repatriations FROM "yearbook-2022-table-39" WHERE fy IN (2021, 2022)
      UNION ALL SELECT fy, repatriations FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "removals by citizenship top 5 in fy2022",
      "the yearbook's exact table by country",
      """
      SELECT citizenship, removals FROM "yearbook-2022-table-42"
      WHERE fy = 2022 AND citizenship NOT IN other ORDER BY removals DESC LIMIT 5
      """
    ),
    Oracle(
      "removals for venezuela by fy since 2018",
      "one country across the seam of two publications",
      """
      SELECT fy, removals FROM "yearbook-2022-table-42"
      WHERE citizenship = 'Venezuela' AND fy >= 2018
      UNION ALL SELECT fy, removals FROM "ohss-2024-08-removals-citizenship-fy"
      WHERE citizenship = 'Venezuela' AND fy = 2023
      UNION ALL SELECT fy, sum(removals) FROM "ohss-2024-08-removals-citizenship"
      WHERE citizenship = 'Venezuela' AND fy = 2024
      ORDER BY fy
      """
    ),
    Oracle(
      "removals for northern triangle by fy from 2013 to 2016",
      "a group is the sum of its members",
      """
      SELECT fy, sum(removals) AS removals FROM "yearbook-2022-table-42"
      WHERE fy <= 2016 AND citizenship IN ('El Salvador', 'Guatemala', 'Honduras')
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "removals by criminality in fy2020",
      "a table by region and criminality adds up over regions",
      """
      SELECT criminality, sum(removals) AS removals FROM "yearbook-2022-table-42-regions"
      WHERE fy = 2020 GROUP BY criminality ORDER BY removals DESC
      """
    ),
    Oracle(
      "removals by region, criminality in fy2021",
      "two dimensions of one table",
      """
      SELECT region, criminality, removals FROM "yearbook-2022-table-42-regions"
      WHERE fy = 2021
      """
    ),
    Oracle(
      "removals by region in fy2022",
      "the table by region holds what the table by country withholds",
      """
      SELECT region, sum(removals) AS removals FROM "yearbook-2022-table-42-regions"
      WHERE fy = 2022 GROUP BY region ORDER BY region IN unknown, removals DESC
      """
    ),
    Oracle(
      "removals for europe in fy2020",
      "a region as a filter is the region of `by region`",
      """
      SELECT sum(removals) AS removals FROM "yearbook-2022-table-42-regions"
      WHERE fy = 2020 AND region = 'Europe'
      """
    ),
    Oracle(
      "removals for benin in fy2022",
      "a cell that the publisher withheld is missing, not zero",
      """
      SELECT removals FROM "yearbook-2022-table-42" WHERE fy = 2022 AND citizenship = 'Benin'
      """
    ),
    Oracle(
      "removals for benin, togo in fy2022",
      "a sum over a withheld cell is the sum of the others",
      """
      SELECT sum(removals) AS removals FROM "yearbook-2022-table-42"
      WHERE fy = 2022 AND citizenship IN ('Benin', 'Togo')
      """
    ),
    Oracle(
      "removals by criminality, citizenship in fy2010 limit 2",
      "a breakdown that exists only in a partial table is shown",
      """
      SELECT criminality, citizenship, removals FROM "corgis-removals-fy2009-2012" AS row
      WHERE fy = 2010 ORDER BY (SELECT sum(removals) FROM "corgis-removals-fy2009-2012"
      WHERE fy = 2010 AND criminality = row.criminality) DESC, removals DESC LIMIT 2
      """
    ),
    Oracle(
      "returns by region in fy2015",
      "the table by region ranks before the table by country",
      """
      SELECT region, returns FROM "yearbook-2022-tables-40-41-regions" WHERE fy = 2015
      ORDER BY region IN unknown, returns DESC
      """
    ),
    Oracle(
      "returns by citizenship top 3 in fy2010",
      "an edition of 2013 is the only one with these years",
      """
      SELECT citizenship, returns FROM "yearbook-2013-table-40"
      WHERE fy = 2010 AND citizenship NOT IN other AND citizenship NOT IN unknown
      ORDER BY returns DESC LIMIT 3
      """
    ),
    Oracle(
      "ICE removals by fy from 2019 to 2024",
      "the exact table by country adds up over countries",
      """
      SELECT fy, sum(ice_removals) AS ice_removals
      FROM "ice-removals-citizenship-fy2019-2024" GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "ICE removals in fy2025",
      "a year to date answers where nothing else holds the year",
      """
      SELECT ice_removals FROM "ice-removals-ytd-2025-09-20"
      """
    ),
    Oracle(
      "interior removals by fy from 2019 to 2024",
      "a phrase with a filter",
      """
      SELECT fy, ice_removals FROM "ice-removals-arrest-location-fy2019-2024"
      WHERE arrest_location LIKE 'Interior%' ORDER BY fy
      """
    ),
    Oracle(
      "ICE removals by ICE field office top 3 in fy2016",
      "the name of a dimension that begins with the name of a value",
      """
      SELECT ice_office, ice_removals FROM "ice-removals-field-office"
      WHERE fy = 2016 ORDER BY ice_removals DESC LIMIT 3
      """
    ),
  ]
}
