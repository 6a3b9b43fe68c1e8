import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyPlace, koprade, leaveNothing } from './koprade.ts'

leaveNothing()

describe('help', () => {
  it('of all names every command and the exit codes', async () => {
    for (const words of ['', '--help']) {
      const { code, out, err } = await koprade(words)
      expect([code, err]).toEqual([0, ''])
      for (const command of [
        'serve',
        'demo',
        'migrate',
        'count',
        'admin create',
        'copy files',
        'check record',
        'check files',
        'export record',
      ])
        expect(out).toMatch(new RegExp(`^  ${command} {2,}\\S`, 'm'))
      expect(out).toContain('Exit codes: 0 done, 1 failed, 2 not understood.')
    }
  })

  it.each(['serve', 'demo', 'count', 'copy files', 'migrate', 'admin create', 'check record', 'check files', 'export record'])(
    'of %s needs no data',
    async (command) => {
      const place = join(emptyPlace(), 'none')
      const { code, out, err } = await koprade(`${command} --help`, { KOPRADE_DATA: place })
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(new RegExp(`^Usage: ./koprade ${command}`))
      expect(existsSync(place)).toBe(false)
    },
  )
})

describe('what is not understood ends with 2 and says what to do', () => {
  it.each([
    ['fly', 'There is no command “fly”. Run ./koprade --help'],
    ['check', '“check” is not a whole command. Did you mean ./koprade check record or ./koprade check files?'],
    ['--fast', 'There is no option “--fast”.'],
    ['demo --again', "Unknown option '--again'"],
    ['serve now', '“now” is too much: serve takes options only.'],
    ['admin create --email a@example.org', '--name is missing. Run ./koprade admin create --help.'],
    ['demo --reset=maybe', 'does not take an argument'],
  ])('%s', async (words, says) => {
    const { code, out, err } = await koprade(words, { KOPRADE_DATA: emptyPlace() })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
    expect(err).not.toMatch(/^\s+at /m)
  })
})

describe('what can’t be done ends with 1, in words', () => {
  it('settings that can’t be used are named, all at once, without secrets', async () => {
    const { code, err } = await koprade('serve', {
      PORT: '99999',
      KOPRADE_URL: 'koprade',
      DATABASE_URL: 'mysql://u:hunter2@h/d',
      KOPRADE_TODAY: '2019-02-30',
      KOPRADE_SECRET: 'hunter2',
      KOPRADE_SMTP_URL: 'smtp://koprade:hunter2@:x',
      KOPRADE_MAIL_FROM: 'Koprade',
    })
    expect(code).toBe(1)
    for (const name of ['PORT', 'KOPRADE_URL', 'DATABASE_URL', 'KOPRADE_TODAY', 'KOPRADE_SECRET', 'KOPRADE_SMTP_URL', 'KOPRADE_MAIL_FROM'])
      expect(err).toMatch(new RegExp(`^  ${name}: \\S`, 'm'))
    expect(err).not.toContain('hunter2')
  })

  it('a database that does not answer is told without its password', async () => {
    const { code, err } = await koprade('migrate', { DATABASE_URL: 'postgres://koprade:hunter2@127.0.0.1:1/koprade' })
    expect(code).toBe(1)
    expect(err).toBe('The database can’t be reached (ECONNREFUSED). Does it run, and is DATABASE_URL right?\n'.replace('’', "'"))
  })

  it('data that are not there yet', async () => {
    const place = emptyPlace()
    for (const command of ['check record', 'export record']) {
      const { code, err } = await koprade(command, { KOPRADE_DATA: place })
      expect([code, err]).toEqual([1, `There are no data in ${place} yet. Is KOPRADE_DATA right?\n`])
    }
    expect(existsSync(join(place, 'db'))).toBe(false)
  })

  it('a place for data that is a file', async () => {
    const file = join(emptyPlace(), 'file')
    writeFileSync(file, '')
    const { code, err } = await koprade('migrate', { KOPRADE_DATA: file })
    expect([code, err]).toEqual([1, `${file} can't be used: there is a file of that name.\n`])
  })
})
