import type { ComponentChildren } from 'preact'
import { comesFromThisMachine, holds } from '../people/index.ts'
import { addDays } from '../platform/dates/partialDate.ts'
import { longDate } from '../platform/languages/dates.ts'
import { type Language, languages } from '../platform/languages/languages.ts'
import { type AddressName, address, addressInLanguage } from './addresses.ts'
import { assetUrl } from './assets.ts'
import { easyTag } from './components/EasyLink.tsx'
import { feedName } from './components/Follow.tsx'
import { Icon } from './components/Icon.tsx'
import { calendarLink, type FeedLink } from './feeds.ts'
import { bare, langOf, type Named } from './named.ts'
import { webText } from './texts.ts'
import type { AnyVisit } from './visit.ts'

/** A step of the way to a page. */
export type PathStep = { title: Named; href: string }

/** What a page says of itself. */
export type PageFacts = {
  title: Named
  /** For the <title> of a page that shows mistakes. */
  hasErrors?: boolean
  /** The section of the navigation that is current. */
  section?: Section
  /** Path above this page, from the outermost in. */
  path?: readonly PathStep[]
  /** The query string that belongs to the page in any language, such as a filter, with its question mark. */
  search?: string
  /** The same in easy language, where there is such a text. */
  easy?: string | null
  /** Where programs can follow what the page shows. */
  feeds?: readonly FeedLink[]
  /** An address elsewhere that the browser goes on to by itself. */
  leadsTo?: string
  children: ComponentChildren
}

export type Section =
  | 'commitments'
  | 'ideas'
  | 'events'
  | 'forums'
  | 'documents'
  | 'institutions'
  | 'organisations'
  | 'notices'
  | 'report'
  | 'record'
  | 'desk'
  | 'manage'
  | 'mine'

type NavItem = { section: Section; href: string; title: string }

function navigation(visit: AnyVisit): NavItem[] {
  const { language, frame } = visit
  const t = webText(language)
  const plan = frame.plans.find((p) => p.current) ?? frame.plans[0]
  const items: NavItem[] = []
  if (plan) items.push({ section: 'commitments', href: address(language, 'commitments', { plan: plan.id }), title: t.commitments })
  if (plan) items.push({ section: 'ideas', href: address(language, 'ideas', { plan: plan.id }), title: t.ideas })
  items.push({ section: 'events', href: address(language, 'events'), title: t.events })
  if (frame.forums.length) items.push({ section: 'forums', href: forumHref(visit), title: t.forums(frame.forums.length) })
  items.push({ section: 'institutions', href: address(language, 'institutions'), title: t.institutions })
  items.push({ section: 'organisations', href: address(language, 'organisations'), title: t.organisations })
  if (plan) items.push({ section: 'documents', href: address(language, 'documents', { plan: plan.id }), title: t.documents })
  items.push({ section: 'notices', href: address(language, 'notices'), title: t.news })
  if (plan) items.push({ section: 'report', href: address(language, 'report', { plan: plan.id }), title: t.report })
  return items
}

/** The forum where there is one alone, else the list of them. */
const forumHref = ({ language, frame: { forums } }: AnyVisit): string =>
  forums.length === 1 && forums[0] !== undefined ? address(language, 'forum', { forum: forums[0] }) : address(language, 'forums')

/** Where someone signed in works, and their own page. */
function ownNavigation({ language, actor }: AnyVisit): NavItem[] {
  if (actor.personId === null) return []
  const t = webText(language)
  const items: NavItem[] = []
  if ((['officer', 'representative', 'moderator', 'secretariat', 'administrator'] as const).some((role) => holds(actor, role)))
    items.push({ section: 'desk', href: address(language, 'desk'), title: t.myTasks })
  if (holds(actor, 'secretariat') || holds(actor, 'administrator'))
    items.push({ section: 'manage', href: address(language, 'manage'), title: t.secretariat })
  items.push({ section: 'mine', href: address(language, 'mine'), title: t.myPage })
  return items
}

function NavList({ items, section }: { items: readonly NavItem[]; section: Section | undefined }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.section}>
          <a href={item.href} {...(item.section === section ? { 'aria-current': 'true' as const } : {})}>
            {item.title}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What belongs to whoever is signed in, on a line of its own: their work, their page, for whom they act, and the way out. */
function PersonLine({ visit, section }: { visit: AnyVisit; section: Section | undefined }) {
  const { actor, language, session } = visit
  if (actor.personId === null) return null
  const t = webText(language)
  return (
    <div class="person-line">
      <div class="wrap">
        <nav aria-label={t.ownNavigation}>
          <NavList items={ownNavigation(visit)} section={section} />
        </nav>
        <ActingFor visit={visit} />
        <form method="post" action={address(language, 'signOut')} class="sign-out">
          <a href={address(language, 'account')} title={t.myAccount}>
            <Icon name="user" />
            <span class="who">{actor.name}</span>
          </a>
          {session?.secondStep === 'due' ? <a href={address(language, 'secondStep')}>{t.finishSignIn}</a> : null}
          <button type="submit" class="plain">
            {t.signOut}
          </button>
        </form>
      </div>
    </div>
  )
}

/** For whom the actor acts, on every page: what they do now is done in its name. */
function ActingFor({ visit: { language, frame, session } }: { visit: AnyVisit }) {
  if (!session?.mayActFor.length || session.secondStep === 'due') return null
  const t = webText(language)
  const choice = <a href={address(language, 'actingFor')}>{frame.actingFor ? t.actForAnother : t.chooseActingFor}</a>
  return (
    <p class="acting">
      {frame.actingFor ? (
        <span>
          {t.actingFor} <b {...langOf(frame.actingFor)}>{bare(frame.actingFor)}</b>
        </span>
      ) : null}
      {session.mayActFor.length > 1 ? choice : null}
    </p>
  )
}

/** The path at which the page stands, without its query. */
const pathOf = (visit: AnyVisit): string => new URL(visit.context.req.url).pathname

function DemonstrationBanner({ visit }: { visit: AnyVisit }) {
  if (!visit.house.demonstration) return null
  const { language, today } = visit
  const { pathname, search } = new URL(visit.context.req.url)
  const t = webText(language)
  return (
    <aside class="demonstration" aria-label={t.demonstrationMark}>
      <form class="wrap" method="post" action={address(language, 'demonstrationDate')}>
        <span>{t.demonstrationBanner(longDate(language, today))}</span>
        <input type="hidden" name="back" value={pathname + search} />
        <label>
          <span class="sr">{t.newDate}</span>
          <input class="ds-input" type="date" name="to" required min={addDays(today, 1)} value={addDays(today, 1)} />
        </label>
        <button type="submit" class="plain">
          {t.moveDate}
        </button>
        {comesFromThisMachine(visit.context) ? <a href={address(language, 'demonstrationMail')}>{t.demonstrationMail}</a> : null}
      </form>
    </aside>
  )
}

/** The newest plans are linked from every page. */
const PLANS_IN_FOOT = 6

/** The way to a page, and what stands on it. */
export function Content({ facts: { path, children }, language }: { facts: PageFacts; language: Language }) {
  return (
    <div class="wrap">
      {path?.length ? (
        <nav class="ds-breadcrumbs" aria-label={webText(language).path}>
          <ol>
            {path.map((step) => (
              <li key={step.href}>
                <a href={step.href} {...langOf(step.title)}>
                  {bare(step.title)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {children}
    </div>
  )
}

/** The whole document around a page's content, which is HTML already. */
export function Layout({ visit, facts, content }: { visit: AnyVisit; facts: PageFacts; content: string }) {
  const { language, actor, frame } = visit
  const t = webText(language)
  const items = navigation(visit)
  const other = languages.find((l) => l !== language) ?? language
  const otherHref = addressInLanguage(other, visit.name, visit.values) + (facts.search ?? '')
  const title = bare(facts.title)
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title {...langOf(facts.title)}>{t.titleEnd(facts.hasErrors ? t.errorInTitle(title) : title)}</title>
        {facts.leadsTo ? <meta http-equiv="refresh" content={`0;url=${facts.leadsTo}`} /> : null}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('koprade.css')} />
        <link rel="alternate" hrefLang={other} href={otherHref} />
        {facts.easy ? <link rel="alternate" hrefLang={easyTag(language)} href={facts.easy} /> : null}
        {facts.feeds?.map((link) => (
          <link key={link.form} rel="alternate" type={link.mediaType} title={feedName(language, link)} href={link.href} />
        ))}
        <script type="module" src={assetUrl('islands.js')} />
      </head>
      <body>
        <a class="ds-skip-link" href="#saturs">
          {t.skip}
        </a>
        <DemonstrationBanner visit={visit} />
        <header class="top">
          <div class="wrap">
            <a class="brand" href={address(language, 'home')}>
              <Icon name="mark" class="mark" />
              <span>{t.siteName}</span>
            </a>
            <nav class="nav" aria-label={t.mainNavigation}>
              <NavList items={items.filter(({ section }) => section !== 'organisations')} section={facts.section} />
            </nav>
            <div class="util">
              <ul>
                <li class="small-only">
                  <a href="#izvelne">{t.menu}</a>
                </li>
                <li>
                  <a
                    href={address(language, 'search')}
                    data-search={t.searchFor}
                    data-suggest={address(language, 'suggestions')}
                    {...(visit.name === 'search' ? { 'aria-current': 'page' as const } : {})}
                  >
                    <Icon name="search" />
                    <span>{t.search}</span>
                  </a>
                </li>
                <li>
                  <a href={otherHref} lang={other} hrefLang={other}>
                    {t.otherLanguage}
                  </a>
                </li>
                {actor.personId === null ? (
                  <li>
                    <a href={address(language, 'signIn')}>
                      <Icon name="user" />
                      <span>{t.signIn}</span>
                    </a>
                  </li>
                ) : null}
              </ul>
            </div>
          </div>
          <PersonLine visit={visit} section={facts.section} />
        </header>
        <main id="saturs" dangerouslySetInnerHTML={{ __html: content }} />
        <footer class="foot">
          <div class="wrap">
            <nav id="izvelne" aria-labelledby="f1">
              <h2 id="f1">{t.sections}</h2>
              <ul>
                {[...items, ...ownNavigation(visit)].map((item) => (
                  <li key={item.section}>
                    <a href={item.href}>{item.title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <div>
              <h2>{t.plans}</h2>
              <ul>
                {frame.plans.slice(0, PLANS_IN_FOOT).map((plan) => (
                  <li key={plan.id}>
                    <a href={address(language, 'plan', { plan: plan.id })} {...langOf(plan.title)}>
                      {bare(plan.title)}
                    </a>
                  </li>
                ))}
                {frame.plans.length > PLANS_IN_FOOT ? (
                  <li>
                    <a href={address(language, 'plans')}>{t.allPlans}</a>
                  </li>
                ) : null}
                <li>
                  <a href={calendarLink(language, 'calendar').href}>{t.allDeadlines}</a>
                </li>
              </ul>
            </div>
            <div>
              <h2>{t.about}</h2>
              <ul>
                <FooterLink visit={visit} to="about" title={t.howItWorks} />
                <FooterLink visit={visit} to="record" title={t.record} />
                <FooterLink visit={visit} to="privacy" title={t.privacy} />
                <FooterLink visit={visit} to="follow" title={t.follow} />
                {actor.personId === null ? null : <FooterLink visit={visit} to="subscriptions" title={t.following} />}
                <FooterLink visit={visit} to="accessibility" title={t.accessibility} />
                <li>
                  <a href={`${address(language, 'accessibilityFeedback')}?${new URLSearchParams({ page: pathOf(visit) })}`}>
                    {t.reportBarrier}
                  </a>
                </li>
              </ul>
            </div>
            <div class="prose">
              <p>
                <Icon name="seal" /> <a href={address(language, 'record')}>{t.recordState(frame.recordEntries)}</a>
              </p>
              {visit.house.demonstration ? <p>{t.demonstrationNote}</p> : null}
            </div>
          </div>
        </footer>
      </body>
    </html>
  )
}

function FooterLink({
  visit,
  to,
  title,
}: {
  visit: AnyVisit
  to: 'about' | 'record' | 'privacy' | 'follow' | 'subscriptions' | 'accessibility'
  title: string
}) {
  return (
    <li>
      <a href={address(visit.language, to satisfies AddressName)}>{title}</a>
    </li>
  )
}
