import Testing

@Suite("Departures by country, region, crime and agency agree with the published tables")
struct DepartureBreakdownOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
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
    Oracle(
      "removals where region = unknown in fy2020",
      "small countries without a row of their own are not of unknown region",
      """
      SELECT sum(removals) AS removals FROM "yearbook-2022-table-42-regions"
      WHERE fy = 2020 AND region IN unknown
      """
    ),
    Oracle(
      "removals by arresting agency in fy2023",
      "a breakdown that does not reach the whole is shown",
      """
      SELECT arresting_agency, removals FROM "ohss-2024-08-removals-arresting-agency-fy"
      WHERE fy = 2023 ORDER BY removals DESC
      """
    ),
    Oracle(
      "ICE removals by criminality in fy2020",
      "a finer dimension of an exact table rolls up before a rounded table",
      """
      SELECT parent AS criminality, sum(ice_removals) AS ice_removals
      FROM "ice-removals-criminal-history-fy2019-2024" JOIN member ON name = criminal_history
      WHERE fy = 2020 AND parent IS NOT NULL GROUP BY parent ORDER BY ice_removals DESC
      """
    ),
    Oracle(
      "ICE removals for criminals by fy from 2017 to 2018",
      "a table about the convicted alone answers when they are asked for",
      """
      SELECT fy, ice_removals FROM "ice-removals-convicted" WHERE fy >= 2017 ORDER BY fy
      """
    ),
    Oracle(
      "ICE removals by citizenship top 3 in fy2017",
      "the exact table by country",
      """
      SELECT citizenship, ice_removals FROM "ice-removals-citizenship-fy2014-2018"
      WHERE fy = 2017 ORDER BY ice_removals DESC LIMIT 3
      """
    ),
  ]
}
