import { render } from 'preact-render-to-string'
import { inLanguage, plainText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { assetUrl } from '../assets.ts'
import type { Handler } from '../visit.ts'
import { ideaAt } from './ideas/facts.ts'
import { ideaTexts } from './ideas/ideaTexts.ts'
import { ideaListTexts } from './ideas/listTexts.ts'
import { AnswerStatus, supportsInWords } from './ideas/words.tsx'

/**
 * What others may put into their pages: nothing to press but a link, no script, no cookie. This page alone may stand in a
 * frame of another site.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** An idea in short, for other sites. */
export const ideaEmbed: Handler<'ideaEmbed'> = async (visit) => {
  const { idea, plan } = await ideaAt(visit)
  if (idea.visibility !== 'published') throw notFound()
  const { language, today } = visit
  const t = ideaTexts[language]
  const title = inLanguage(idea.title, language)
  const html = render(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.embedTitle(plainText(idea.title, language))}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetUrl('koprade.css')} />
      </head>
      <body>
        <main class="embed">
          <p class="meta">{ideaListTexts[language].number(idea.number)}</p>
          <h1 {...(title?.missing ? { lang: title.language } : {})}>{title?.text}</h1>
          <p>{supportsInWords(language, idea.supports)}</p>
          <p>
            <AnswerStatus idea={idea} today={today} language={language} />
          </p>
          <p>
            <a href={address(language, 'idea', { plan: plan.id, idea: idea.number })} target="_blank" rel="noopener">
              {t.openHere}
            </a>
          </p>
        </main>
      </body>
    </html>,
  )
  return new Response(`<!DOCTYPE html>${html}`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'public, max-age=300',
      'Content-Security-Policy': policy,
    },
  })
}
