/** Where the facts of the demonstration come from, as the data files write it. */
const ogp = 'https://www.opengovpartnership.org'

export const sources = {
  slides: 'State Chancellery slides of September 2019',
  export: 'g0v/ogp-commitments open_parliament_0703.csv (OGP database export)',
  order633: 'https://likumi.lv/ta/id/294943-par-latvijas-treso-nacionalo-atvertas-parvaldibas-ricibas-planu',
  gazette633: 'https://www.vestnesis.lv/op/2017/224.5',
  design3: `${ogp}/documents/latvia-design-report-2017-2019/`,
  implementation3: 'https://opengovpartnership.org/documents/latvia-implementation-report-2017-2019',
  order54: 'https://likumi.lv/ta/id/312544-par-latvijas-ceturto-nacionalo-atvertas-parvaldibas-ricibas-planu-2020-2021-gadam',
  order54InEnglish: 'https://likumi.lv/ta/en/en/id/312544',
  design4: 'https://opengovpartnership.org/documents/latvia-design-report-2019-2021',
  results4: 'https://opengovpartnership.org/documents/latvia-transitional-results-report-2019-2021',
} as const

/** OGP's page about a commitment. */
export const ogpPage = (id: string): string => `${ogp}/members/latvia/commitments/${id}/`
