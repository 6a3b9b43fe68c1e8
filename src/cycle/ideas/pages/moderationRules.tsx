import { address } from '../../../web/addresses.ts'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { reasonKinds } from '../moderation/tables.ts'
import { reasonWords } from '../moderation/words.ts'
import { moderationTexts } from './moderationTexts.ts'

/** The published rules of moderation: what is hidden, how, and how to appeal. */
export const moderationRulesPage: Handler<'moderationRules'> = async (visit) => {
  const { language } = visit
  const t = moderationTexts[language]
  return page(visit, {
    title: t.title,
    section: 'ideas',
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <p class="acts">
            <a href={address(language, 'moderationLog')}>{t.log}</a>
          </p>
        </div>
        <section class="sec" aria-labelledby="kas">
          <h2 id="kas">{t.rules}</h2>
          <div class="prose">
            <p>{t.rulesLead}</p>
            <dl class="facts">
              {reasonKinds.map((reason) => (
                <div key={reason}>
                  <dt>{reasonWords[language][reason]}</dt>
                  <dd>{t[reason]}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
        <Sentences id="ka" title={t.how} text={t.howText} />
        <Sentences id="iebildumi" title={t.appeals} text={t.appealsText} />
      </>
    ),
  })
}

function Sentences({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="prose">
        {text.split('\n').map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  )
}
