import { anyone, type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with reports: the secretariat writes their texts, everyone reads them. */
export const reportingPolicy = {
  seeReport: anyone,
  editReportTexts: theSecretariat,
} satisfies Policy
