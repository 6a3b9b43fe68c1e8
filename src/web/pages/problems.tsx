import type { Refusal, RefusalStatus } from '../../platform/refusal.ts'
import { address, withNext } from '../addresses.ts'
import { bare } from '../named.ts'
import { page } from '../render.tsx'
import { webText, type webTexts } from '../texts.ts'
import type { AnyVisit } from '../visit.ts'

type Key = keyof (typeof webTexts)['lv']

const said: Record<RefusalStatus, { title: Key; text: Key }> = {
  400: { title: 'badRequestTitle', text: 'badRequestText' },
  401: { title: 'signInFirstTitle', text: 'signInFirstText' },
  403: { title: 'forbiddenTitle', text: 'forbiddenText' },
  404: { title: 'notFoundTitle', text: 'notFoundText' },
  405: { title: 'notDoneHereTitle', text: 'notDoneHereText' },
  409: { title: 'conflictTitle', text: 'conflictText' },
  410: { title: 'goneTitle', text: 'goneText' },
  413: { title: 'tooBigTitle', text: 'tooBigText' },
  422: { title: 'unprocessableTitle', text: 'unprocessableText' },
  429: { title: 'tooOftenTitle', text: 'tooOftenText' },
  503: { title: 'awayTitle', text: 'awayText' },
}

const wantsJson = (visit: AnyVisit): boolean => {
  const accept = visit.context.req.header('accept') ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

/** An RFC 9457 problem document. */
function problemDocument(status: number, title: string, detail: string, requestId: string): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, title, detail, instance: `urn:request:${requestId}` }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

/** Might the actor be allowed what was refused when acting for another of theirs? */
export const mayActForAnother = ({ session }: AnyVisit): boolean => (session?.mayActFor.length ?? 0) > 1

/** The answer to a refused action that has no page of its own: says what happened and what to do. `next` is where to go on after signing in. */
export function refusalPage(visit: AnyVisit, refusal: Refusal, next: string = pathOf(visit)): Response {
  const t = webText(visit.language)
  const { title, text } = said[refusal.status]
  const own = refusal.say?.(visit.language) ?? (t[text] as string)
  const problems = refusal.problems.map((problem) => problem.say(visit.language))
  const way = wayOn(visit, refusal.status, next)
  const hint = refusal.status === 403 && way ? t.actingForHint(visit.frame.actingFor && bare(visit.frame.actingFor)) : null
  return tell(visit, refusal.status, t[title] as string, [own, hint].filter(Boolean).join(' '), problems, way)
}

/** The button that may help: signing in, or acting for another. */
function wayOn(visit: AnyVisit, status: RefusalStatus, next: string): Way | null {
  const t = webText(visit.language)
  if (status === 401) return { href: withNext(address(visit.language, 'signIn'), next), title: t.signIn }
  if (status === 403 && mayActForAnother(visit))
    return { href: withNext(address(visit.language, 'actingFor'), next), title: t.chooseActingFor }
  return null
}

const pathOf = (visit: AnyVisit): string => {
  const { pathname, search } = new URL(visit.context.req.url)
  return pathname + search
}

/** The answer when the fault is ours. */
export function brokenPage(visit: AnyVisit): Response {
  const t = webText(visit.language)
  return tell(visit, 500, t.brokenTitle, t.brokenText(visit.requestId), [], null)
}

type Way = { href: string; title: string }

function tell(visit: AnyVisit, status: number, title: string, text: string, problems: readonly string[], way: Way | null): Response {
  if (wantsJson(visit)) return problemDocument(status, title, [text, ...problems].join(' '), visit.requestId)
  const t = webText(visit.language)
  return page(
    visit,
    {
      title,
      children: (
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">{text}</p>
          {problems.length ? (
            <ul class="prose gap">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          ) : null}
          <p class="acts">
            {way ? (
              <a class="ds-button" href={way.href}>
                {way.title}
              </a>
            ) : null}
            <a class="ds-button" data-variant="tertiary" href={address(visit.language, 'home')}>
              {t.toHome}
            </a>
          </p>
        </div>
      ),
    },
    status,
  )
}
