import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localText } from '../../platform/languages/languages.ts'
import { editedText, originalText, typed } from './translations.ts'

describe('a content in two languages after an edit', () => {
  it('takes the Latvian as the original, or the English when it stands alone', () => {
    expect(editedText(null, typed('viens', 'one'))).toEqual({
      lv: { text: 'viens', state: 'original' },
      en: { text: 'one', state: 'checked' },
    })
    expect(editedText(null, typed(undefined, 'one'))).toEqual({ en: { text: 'one', state: 'original' } })
  })

  it('keeps an English original when Latvian is added, and marks the Latvian out of date when the English changes alone', () => {
    const translated = editedText(localText(null, 'one'), typed('viens', 'one'))
    expect(translated).toEqual({ lv: { text: 'viens', state: 'checked' }, en: { text: 'one', state: 'original' } })
    expect(editedText(translated, typed('viens', 'one more'))?.lv?.state).toBe('outdated')
  })

  it('lets the translation stand in when the original is deleted, and is nothing when both are', () => {
    expect(editedText(localText('viens', 'one'), typed(undefined, 'one'))).toEqual({ en: { text: 'one', state: 'original' } })
    expect(editedText(localText('viens', 'one'), typed())).toBeNull()
  })

  it('counts an old translation as checked when the form says that it is right', () => {
    const outdated = editedText(localText('viens', 'one'), typed('divi', 'one'))
    expect(outdated?.en?.state).toBe('outdated')
    expect(editedText(outdated, typed('divi', 'one'))?.en?.state).toBe('outdated')
    expect(editedText(outdated, { ...typed('divi', 'one'), checked: true })?.en?.state).toBe('checked')
  })

  const text = fc.option(fc.stringMatching(/^\S{1,5}$/), { nil: undefined })
  it('says what was typed, always with one original, and saving it again changes nothing', () => {
    fc.assert(
      fc.property(text, text, text, text, (lv0, en0, lv, en) => {
        const after = editedText(editedText(null, typed(lv0, en0)), typed(lv, en))
        expect(after?.lv?.text).toBe(lv)
        expect(after?.en?.text).toBe(en)
        expect(Object.values(after ?? {}).filter((t) => t.state === 'original').length).toBe(after ? 1 : 0)
        expect(editedText(after, typed(lv, en))).toEqual(after)
        if (after) expect([lv, en]).toContain(originalText(after))
      }),
    )
  })
})
