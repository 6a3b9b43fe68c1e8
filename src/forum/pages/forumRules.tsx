import { onDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Section } from '../../web/components/Section.tsx'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { forumPolicy } from '../policy.ts'
import { sides } from '../rules/forumRules.ts'
import { compositionSentences, decidingSentences, meetingSentences, rotationSentence, rulesHeadings } from '../rules/sentences.ts'
import { sideNames } from '../words.ts'
import { pathToForum, readForum } from './facts.tsx'
import { forumTexts } from './forumTexts.ts'

const Sentences = ({ of }: { of: readonly string[] }) => (
  <ul class="plain-list">
    {of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
)

/** A forum's rules as sentences; with `version` as they were before. */
export const forumRulesPage: Handler<'forumRules'> = async (visit) => {
  const { language, query, actor } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const asked = query.get('version')
  const shown = asked === null ? known.now : known.versions.find(({ number }) => String(number) === asked)
  if (!shown) throw notFound()
  const { rules, number } = shown
  const h = rulesHeadings(language)
  const here = address(language, 'forumRules', { forum: known.forum.id })
  const rotation = rotationSentence(language, rules)
  return page(visit, {
    title: t.rulesTitle,
    section: 'forums',
    search: asked === null ? '' : `?version=${number}`,
    path: pathToForum(visit, known),
    children: (
      <>
        <div class="head">
          <h1>{t.rulesTitle}</h1>
          <p class="lead">
            {t.adopted(onDate(language, shown.adoptedOn))}: <Local content={shown.adoptedBy} language={language} />
            <MadeUp when={known.forum.demonstration} language={language} />
          </p>
          <p class="meta">
            {t.version(number)} ·{' '}
            <a href={address(language, 'recordEntry', { seq: shown.recordSeq })}>{t.recordEntry(String(shown.recordSeq))}</a>
          </p>
          {shown === known.now ? null : (
            <p class="note">
              {t.thisIsEarlier} <a href={here}>{t.seeNow}</a>
            </p>
          )}
          {forumPolicy.publishRules(actor, undefined) ? (
            <p class="acts">
              <a href={address(language, 'forumRulesEdit', { forum: known.forum.id })}>{t.change}</a>
            </p>
          ) : null}
        </div>
        <Section id="uzdevums" label={t.task}>
          <LocalParagraphs content={shown.purpose} language={language} />
        </Section>
        <Section id="sastavs" label={h.composition}>
          <Sentences of={compositionSentences(language, rules)} />
        </Section>
        <Section id="izraudzisana" label={h.choosing}>
          {sides.map((side) => (
            <div key={side}>
              <h3>{sideNames[language][side]}</h3>
              {rules.choosing[side] ? (
                <LocalParagraphs content={rules.choosing[side]} language={language} />
              ) : (
                <p>
                  <Local content={null} language={language} />
                </p>
              )}
            </div>
          ))}
        </Section>
        <Section id="vada" label={h.chairing}>
          <LocalParagraphs content={rules.chair} language={language} />
          {rotation ? <p>{rotation}</p> : null}
        </Section>
        <Section id="lemj" label={h.deciding}>
          <Sentences of={decidingSentences(language, rules)} />
        </Section>
        <Section id="sedes" label={h.meeting}>
          <Sentences of={meetingSentences(language, rules)} />
        </Section>
        <Section id="konflikts" label={h.conflict}>
          <LocalParagraphs content={rules.conflict} language={language} />
        </Section>
        {known.versions.length > 1 ? (
          <Section id="redakcijas" label={t.earlier}>
            <ul class="plain-list">
              {known.versions.toReversed().map((one) => (
                <li key={one.number}>
                  <a href={one === known.now ? here : `${here}?version=${one.number}`}>{t.version(one.number)}</a>{' '}
                  {t.adopted(onDate(language, one.adoptedOn))}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </>
    ),
  })
}
