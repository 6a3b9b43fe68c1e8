import { dayInRiga } from '../../../platform/clock.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { clockTime, onDate } from '../../../platform/languages/dates.ts'
import { type Language, languages } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { type FormState, Select } from '../../../web/components/form.tsx'
import type { Told } from '../../../web/components/TwoVersions.tsx'
import type { AnyVisit } from '../../../web/visit.ts'

export const writingTexts = defineTexts({
  lv: {
    language: 'Kādā valodā rakstāt?',
    languageName: (language: string) => (language === 'lv' ? 'Latviski' : 'Angliski'),
    preview: 'Priekšskatīt',
    saveDraft: 'Saglabāt melnrakstu',
    publishNext: 'Publicēsiet nākamajā solī.',
    draftSaved: (when: string) => `Melnraksts saglabāts ${when}.`,
    atTime: (time: string) => time,
  },
  en: {
    language: 'Which language do you write in?',
    languageName: (language: string) => (language === 'lv' ? 'Latvian' : 'English'),
    preview: 'Preview',
    saveDraft: 'Save draft',
    publishNext: 'You publish in the next step.',
    draftSaved: (when: string) => `Draft saved ${when}.`,
    atTime: (time: string) => `at ${time}`,
  },
})

/** In which language it is written, for comparing two versions. */
export const toldLanguage = (fields: Fields, language: Language): Told => ({
  label: writingTexts[language].language,
  value: writingTexts[language].languageName(fields.get('language')),
})

/** The end of a form whose draft is kept: in which language it is written, preview or save, and when it was saved last (null = never). */
export function SaveOrPreview({ visit, form, draftSavedAt }: { visit: AnyVisit; form: FormState; draftSavedAt: Date | null }) {
  const t = writingTexts[form.language]
  return (
    <>
      <Select
        form={form}
        name="language"
        label={t.language}
        choices={languages.map((value) => ({ value, label: t.languageName(value) }))}
      />
      <div class="acts">
        <button type="submit" class="ds-button" name="action" value="preview">
          {t.preview}
        </button>
        <button type="submit" class="ds-button" data-variant="secondary" name="action" value="save">
          {t.saveDraft}
        </button>
      </div>
      <p class="note gap">
        {t.publishNext} {draftSavedAt ? t.draftSaved(savedWhen(visit, draftSavedAt)) : null}
      </p>
    </>
  )
}

/** When a draft was saved, in words: real time, of which a demonstration tells the hour alone. */
function savedWhen({ house, language }: AnyVisit, savedAt: Date): string {
  const time = writingTexts[language].atTime(clockTime(language, savedAt))
  const savedOn = dayInRiga(savedAt)
  if (house.demonstration || savedOn === dayInRiga(house.clock.now())) return time
  return `${onDate(language, savedOn)} ${time}`
}
