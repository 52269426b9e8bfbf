import Testing

@Suite("Figures by administration agree with the published tables")
struct AdministrationOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// A month belongs to whoever held office on most of its days: the January of an inauguration,
  /// on the 20th, to the one who leaves.
  private static let months = """
    (SELECT *, CASE WHEN month <= '2001-01' THEN 'Clinton' WHEN month <= '2009-01'
    THEN 'Bush (G. W.)' WHEN month <= '2017-01' THEN 'Obama' WHEN month <= '2021-01'
    THEN 'Trump (first term)' WHEN month <= '2025-01' THEN 'Biden'
    ELSE 'Trump (second term)' END AS administration FROM
    """

  private static let days = """
    sum(julianday(month || '-01', '+1 month') - julianday(month || '-01'))
    """

  static let oracles = [
    Oracle(
      "encounters by administration since oct 2019",
      "months go whole to one of two",
      """
      SELECT administration, sum(encounters) AS encounters
      FROM \(months) \(EncounterOracles.byMonth)) GROUP BY administration
      """
    ),
    Oracle(
      "encounters for southwest by administration from oct 2018 to nov 2025",
      "through two sources",
      """
      SELECT administration, sum(encounters) AS encounters FROM \(months)
      (SELECT month, encounters FROM \(EncounterOracles.byState) WHERE border = 'Southwest border'
      UNION ALL SELECT month, encounters FROM \(EncounterOracles.southwest) WHERE fy = 2019))
      GROUP BY administration
      """
    ),
    Oracle(
      "encounters per day by administration since oct 2019",
      "by the days of the months that each was given",
      """
      SELECT administration, sum(n) / \(days) AS encounters_per_day FROM \(months)
      (SELECT month, sum(encounters) AS n FROM \(EncounterOracles.byMonth) GROUP BY month))
      GROUP BY administration
      """
    ),
    Oracle(
      "max(encounters by month) as most by administration since oct 2019",
      "the highest month of each",
      """
      SELECT administration, max(n) AS most FROM \(months)
      (SELECT month, sum(encounters) AS n FROM \(EncounterOracles.byMonth) GROUP BY month))
      GROUP BY administration
      """
    ),
    Oracle(
      "refugees by administration since fy2001",
      "from the months of five",
      """
      SELECT administration, sum(refugee_admissions) AS refugee_admissions
      FROM \(months) "prm-refugee-admissions-month") GROUP BY administration
      """
    ),
    Oracle(
      "encounters by administration, border from oct 2020 to nov 2025",
      "with another dimension",
      """
      SELECT administration, border, sum(encounters) AS encounters
      FROM \(months) \(EncounterOracles.byState)) WHERE month >= '2020-10'
      GROUP BY administration, border
      """
    ),
    Oracle(
      "removals by administration from fy1978 to fy2012",
      "where only years are published, a fiscal year goes to whoever began on 20 January of it",
      """
      SELECT CASE WHEN fy < 1981 THEN 'Carter' WHEN fy < 1989 THEN 'Reagan'
      WHEN fy < 1993 THEN 'Bush (G. H. W.)' WHEN fy < 2001 THEN 'Clinton'
      WHEN fy < 2009 THEN 'Bush (G. W.)' ELSE 'Obama' END AS administration,
      sum(removals) AS removals FROM "yearbook-2022-table-39" WHERE fy BETWEEN 1978 AND 2012
      GROUP BY 1
      """
    ),
  ]
}
