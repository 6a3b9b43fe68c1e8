import { acceptedExtensions } from '../../../platform/files/kinds.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatBytes } from '../../../platform/languages/numbers.ts'
import { address } from '../../../web/addresses.ts'
import { kindAndSize } from '../../../web/components/fileMeta.ts'
import { DateField, type FormState, Messages, TextField } from '../../../web/components/form.tsx'
import { Icon } from '../../../web/components/Icon.tsx'
import { takenOutOn } from '../../../web/components/TakenOut.tsx'
import type { Evidence } from '../evidenceInView.ts'
import { updateFormTexts } from './updateTexts.ts'

const kindsNamed = acceptedExtensions
  .filter((extension) => extension !== '.jpeg')
  .map((extension) => extension.slice(1).toUpperCase())
  .join(', ')

/** Kind, size and dates of a piece of evidence, in one line. */
function metaOf(item: Evidence, language: Language): string {
  const t = updateFormTexts[language]
  return [
    item.withdrawal ? takenOutOn(language, item.withdrawal) : item.url === null ? kindAndSize(language, item) : t.link,
    ...(item.dated ? [t.dated(shortDate(language, item.dated))] : []),
    t.added(shortDate(language, item.addedOn)),
  ].join(' · ')
}

/** The evidence of an update: what is there, each with a button that removes it, and fields for one more. */
export function EvidenceFields({
  form,
  items,
  notice,
  fileLimitBytes,
}: {
  form: FormState
  items: readonly Evidence[]
  /** What has just happened here, in words. */
  notice: string | null
  fileLimitBytes: number
}) {
  const { language, problems } = form
  const t = updateFormTexts[language]
  const wrong = (name: string) => problems.some((problem) => problem.field === name)
  return (
    <fieldset
      class={wrong('evidence') ? 'field evidence err' : 'field evidence'}
      id="evidence"
      tabIndex={-1}
      aria-describedby={wrong('evidence') ? 'evidence-h evidence-e' : 'evidence-h'}
    >
      <legend>{t.evidence}</legend>
      <p class="hint" id="evidence-h">
        {t.evidenceHint}
      </p>
      <Messages form={form} name="evidence" />
      {notice ? (
        <p class="told" role="status">
          {notice}
        </p>
      ) : null}
      {items.length ? (
        <ul class="ev">
          {items.map((item) => (
            <li key={item.id}>
              <Icon name={item.url === null ? 'doc' : 'link'} />
              <div class="ev-row">
                <div>
                  {item.withdrawal ? (
                    item.title
                  ) : (
                    <a
                      href={item.url ?? address(language, 'evidence', { id: item.id })}
                      {...(item.url === null ? {} : { rel: 'external noopener' })}
                    >
                      {item.title}
                    </a>
                  )}
                  <span class="meta">{metaOf(item, language)}</span>
                </div>
                <button type="submit" class="ds-button sm" data-variant="tertiary" name="action" value={`remove-${item.id}`}>
                  {t.remove}
                  <span class="sr"> {item.title}</span>
                </button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField form={form} name="evidenceTitle" label={t.evidenceTitle} />
      <DateField form={form} name="evidenceDated" label={t.evidenceDated} optional />
      <TextField form={form} name="evidenceUrl" label={t.evidenceUrl} hint={t.evidenceUrlHint} type="url" />
      <div class={wrong('file') ? 'field err' : 'field'}>
        <label class="ds-label" for="file">
          {t.file}
        </label>
        <Messages form={form} name="file" />
        <input
          class="ds-input"
          id="file"
          name="file"
          type="file"
          accept={acceptedExtensions.join(',')}
          aria-describedby={wrong('file') ? 'file-e file-h' : 'file-h'}
          {...(wrong('file') ? { 'aria-invalid': true as const } : {})}
        />
        <p class="note" id="file-h">
          {t.fileHint(kindsNamed, formatBytes(language, fileLimitBytes))}
        </p>
      </div>
      <p class="acts">
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="add">
          <Icon name="plus" /> {t.add}
        </button>
      </p>
    </fieldset>
  )
}
