import type { Evidence } from '../../../cycle/monitoring/index.ts'
import type { DeadLinks } from '../../../links/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { DeadLink } from '../../components/DeadLink.tsx'
import { Dotted } from '../../components/Dotted.tsx'
import { fileIcon, kindAndSize } from '../../components/fileMeta.ts'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { TakenOut } from '../../components/TakenOut.tsx'
import { OutsideLink } from '../parts.tsx'
import { commitmentTexts } from './texts.ts'

/** A piece of evidence with the milestone it proves something of, who published it, and in which language. */
export type ShownEvidence = { item: Evidence; milestone: number; who: string; written: Language }

type Props = {
  items: readonly ShownEvidence[]
  dead: DeadLinks
  language: Language
  /** Offers the secretariat's form that takes one out of view. */
  mayWithdraw?: boolean
}

/** Evidence as a list: title, kind and size, milestone, who, when. Files lead to their permanent address. */
export function EvidenceList({ items, dead, language, mayWithdraw = false }: Props) {
  const t = commitmentTexts[language]
  return (
    <ul class="ev">
      {items.map(({ item, milestone, who, written }) => {
        const title = <span {...(written === language ? {} : { lang: written })}>{item.title}</span>
        return (
          <li key={item.id}>
            <Icon name={iconOf(item)} />
            <div>
              {item.withdrawal ? (
                title
              ) : item.url ? (
                <OutsideLink href={item.url}>{title}</OutsideLink>
              ) : (
                <a href={address(language, 'evidence', { id: item.id })}>{title}</a>
              )}
              <span class="meta">
                <Dotted
                  facts={[item.withdrawal ? null : item.url ? t.link : kindAndSize(language, item), t.milestoneNumbered(milestone), who]}
                />
                , {item.dated ? null : `${t.addedOn} `}
                <DateTime date={item.dated ?? item.addedOn} language={language} />
                <MadeUp when={item.demonstration} language={language} />
              </span>
              {item.url ? <DeadLink since={dead.get(item.url)} language={language} /> : null}
              {item.withdrawal ? <TakenOut withdrawal={item.withdrawal} language={language} /> : null}
              {mayWithdraw && !item.withdrawal ? (
                <span class="meta">
                  <a href={address(language, 'evidenceWithdraw', { id: item.id })}>{t.takeOutOfView}</a>
                </span>
              ) : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const iconOf = (item: Evidence): IconName => (item.url ? 'link' : fileIcon(item))
