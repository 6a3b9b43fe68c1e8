import { acceptedExtensions } from '../../platform/files/kinds.ts'
import { DROPPED } from '../../platform/http/keptFiles.ts'
import type { SentFiles } from '../../platform/http/sentFiles.ts'
import { formatBytes } from '../../platform/languages/numbers.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { webText } from '../texts.ts'
import { kindAndSize } from './fileMeta.ts'
import { type FormState, fieldId, Messages } from './form.tsx'

const texts = defineTexts({
  lv: {
    kinds: (kinds: string, size: string) => `${kinds}. Katra līdz ${size}.`,
    one: (kinds: string, size: string) => `${kinds}, līdz ${size}.`,
    atOnce: (most: number) => `Vienā reizē ne vairāk kā ${most} datnes.`,
    kept: 'Jau saņemtas',
    letGo: (name: string) => `Nelietot datni „${name}”`,
    drop: 'vai ievelciet datnes šeit',
    dropOne: 'vai ievelciet datni šeit',
    tooBig: 'pārāk liela',
    tooMany: (most: number) => `Izvēlēts vairāk nekā ${most} datņu: pārējās netiks pieņemtas.`,
  },
  en: {
    kinds: (kinds: string, size: string) => `${kinds}. Up to ${size} each.`,
    one: (kinds: string, size: string) => `${kinds}, up to ${size}.`,
    atOnce: (most: number) => `At most ${most} files at once.`,
    kept: 'Received already',
    letGo: (name: string) => `Don’t use the file “${name}”`,
    drop: 'or drag files here',
    dropOne: 'or drag a file here',
    tooBig: 'too big',
    tooMany: (most: number) => `More than ${most} files were chosen: the others will not be taken.`,
  },
})

/** The kinds of files that are taken, as people call them. */
const kindsNamed = acceptedExtensions
  .filter((extension) => extension !== '.jpeg')
  .map((extension) => extension.slice(1).toUpperCase())
  .join(', ')

type Props = {
  form: FormState
  name: string
  label: string
  hint?: string
  optional?: boolean
  /** Files of earlier sendings of this form, which need not be sent again. */
  kept: SentFiles
  fileLimitBytes: number
  /** The most files, where the field takes several. */
  most?: number
}

/** A field for a file, or for several; where there is JavaScript they can be dropped onto it (islands/dropFiles.ts). */
export function FileField({ form, name, label, hint, optional, kept, fileLimitBytes, most }: Props) {
  const { language, problems } = form
  const t = texts[language]
  const id = fieldId(name)
  const wrong = problems.some((problem) => problem.field === name)
  const size = formatBytes(language, fileLimitBytes)
  const files = kept.all(name)
  return (
    <div
      class={wrong ? 'field drop err' : 'field drop'}
      data-drop={most ? t.drop : t.dropOne}
      data-too-big={t.tooBig}
      data-most-bytes={fileLimitBytes}
      {...(most ? { 'data-most': most, 'data-too-many': t.tooMany(most) } : {})}
    >
      <label class="ds-label" for={id}>
        {label}
        {optional ? <span class="note"> {webText(language).optional}</span> : null}
      </label>
      {hint ? <p class="hint">{hint}</p> : null}
      <Messages form={form} name={name} />
      {files.length ? (
        <fieldset class="kept">
          <legend>{t.kept}</legend>
          <ul>
            {files.map((file) => (
              <li key={file.hash}>
                {file.name} <span class="meta">{kindAndSize(language, { ...file, fileName: file.name })}</span>
                <label class="opt">
                  <input type="checkbox" name={DROPPED} value={file.hash} />
                  <span>{t.letGo(file.name)}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <input
        class="ds-input"
        id={id}
        name={name}
        type="file"
        accept={acceptedExtensions.join(',')}
        aria-describedby={wrong ? `${id}-e ${id}-h` : `${id}-h`}
        {...(most ? { multiple: true } : {})}
        {...(wrong ? { 'aria-invalid': true as const } : {})}
      />
      <p class="note" id={`${id}-h`}>
        {most ? `${t.kinds(kindsNamed, size)} ${t.atOnce(most)}` : t.one(kindsNamed, size)}
      </p>
    </div>
  )
}
