import { address } from '../../../web/addresses.ts'
import { fieldId } from '../../../web/components/form.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { similarTexts } from './similarTexts.ts'

/**
 * Where similar things appear while one types, in the form under its fields; nothing is there without a script. The fields are
 * named as the form names them.
 */
export function SimilarPlace({
  planId,
  fields,
  visit: { language },
}: {
  planId: string
  fields: { title: string; problem: string; proposal: string }
  visit: Pick<AnyVisit, 'language'>
}) {
  return (
    <section
      class="similar-place"
      hidden
      aria-labelledby="lidzigas"
      data-similar={address(language, 'ideaSimilar', { plan: planId })}
      data-title={fieldId(fields.title)}
      data-problem={fieldId(fields.problem)}
      data-proposal={fieldId(fields.proposal)}
    >
      <h2 id="lidzigas">{similarTexts[language].title}</h2>
    </section>
  )
}
