import { parseArgs } from 'node:util'
import type { Values } from '../platform/control.ts'
import { type Command, Mistake, type Option } from './command.ts'

/** What was asked for: to run a command, or to read a help. */
export type Asked = { command: Command; values: Values } | { help: string }

const askHelp = 'Run ./koprade --help to see what there is.'

/** Reads the command line. Throws Mistake (exit code 2) for what it does not understand. */
export function readCommandLine(commands: readonly Command[], words: readonly string[]): Asked {
  const firstOption = words.findIndex((word) => word.startsWith('-'))
  const spoken = firstOption < 0 ? words : words.slice(0, firstOption)
  const command = commands
    .filter(({ name }) => name.split(' ').every((word, index) => spoken[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (!command) {
    if (!spoken.length && (!words.length || words.includes('--help') || words.includes('-h'))) return { help: helpOfAll(commands) }
    const group = commands.filter(({ name }) => name.split(' ')[0] === spoken[0])
    if (group.length) {
      const names = group.map(({ name }) => `./koprade ${name}`).join(' or ')
      throw new Mistake(`“${spoken.join(' ')}” is not a whole command. Did you mean ${names}?`, 2)
    }
    throw new Mistake(`There is no ${spoken.length ? 'command' : 'option'} “${spoken[0] ?? words[0]}”. ${askHelp}`, 2)
  }
  const rest = words.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) return { help: helpOf(command) }
  return { command, values: readOptions(command, rest) }
}

function readOptions(command: Command, words: string[]): Values {
  const help = `Run ./koprade ${command.name} --help.`
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]))
  const read = ((): ReturnType<typeof parseArgs> => {
    try {
      return parseArgs({ args: words, options, allowPositionals: true })
    } catch (error) {
      // The first sentence names the option; what follows is about programs, not about people.
      throw new Mistake(`${String((error as Error).message).split('. ')[0]}. ${help}`, 2)
    }
  })()
  const { argument } = command
  const [named, ...tooMuch] = argument ? read.positionals : [undefined, ...read.positionals]
  if (tooMuch.length) {
    const takes = argument ? `one ${argument.name}` : 'options only'
    throw new Mistake(`“${tooMuch[0]}” is too much: ${command.name} takes ${takes}. ${help}`, 2)
  }
  if (argument && !named) throw new Mistake(`The ${argument.name} is missing. ${help}`, 2)
  for (const [name, option] of Object.entries(command.options))
    if (option.required && !String(read.values[name] ?? '').trim()) throw new Mistake(`--${name} is missing. ${help}`, 2)
  return { ...read.values, ...(argument && { [argument.name]: named }) } as Values
}

const written = (name: string, option: Option): string => (option.value ? `--${name} ${option.value}` : `--${name}`)

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command) => [command.name, command.says] as const)
  return [
    'Koprade runs an open-government action plan in public.\n\n',
    'Usage: ./koprade <command> [options]\n\n',
    'Commands:\n',
    table(rows),
    '\nSettings are read from the environment, among them:\n',
    table([
      ['KOPRADE_DATA', 'directory of the embedded database and the files (./var)'],
      ['DATABASE_URL', 'a PostgreSQL server instead of the embedded database'],
      ['HOST, PORT', 'where the server listens (127.0.0.1, 3000; port 0 takes a free one)'],
      ['KOPRADE_URL', 'the address people use, when it is another'],
    ]),
    '\n./koprade <command> --help tells more. Exit codes: 0 done, 1 failed, 2 not understood.\n',
  ].join('')
}

function helpOf(command: Command): string {
  const options = Object.entries(command.options)
  const { argument } = command
  const usage = options.map(([name, option]) => (option.required ? written(name, option) : `[${written(name, option)}]`))
  return [
    `Usage: ${['./koprade', command.name, ...(argument ? [`<${argument.name}>`] : []), ...usage].join(' ')}\n\n`,
    `${command.says}\n`,
    command.more ? `\n${command.more}\n` : '',
    argument ? `\n${table([[`<${argument.name}>`, argument.says]])}` : '',
    '\nOptions:\n',
    table([...options.map(([name, option]) => [written(name, option), option.says] as const), ['--help', 'show this']]),
  ].join('')
}
