import { type Command, Mistake } from './commands/command.ts'
import { readCommandLine } from './commands/commandLine.ts'
import { copyFiles } from './commands/copyFiles.ts'
import { count } from './commands/count.ts'
import { demo } from './commands/demo.ts'
import { houseCommands } from './commands/houseCommands.ts'
import { inWords } from './commands/inWords.ts'
import { onTheCommandLine } from './commands/runInHouse.ts'
import { serve } from './commands/serve.ts'
import type { Output } from './platform/control.ts'

/** The commands of ./koprade, in the order of its help. */
const commands: readonly Command[] = [
  serve,
  demo,
  copyFiles,
  count,
  ...houseCommands.map((command) => onTheCommandLine(command, houseCommands)),
]

/** Whoever reads what we print has gone, as after `| head`. */
class ReaderHasGone extends Error {}

const writeTo =
  (stream: NodeJS.WriteStream) =>
  (text: string): Promise<void> =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(new ReaderHasGone()) : resolve())))

for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
const output: Output = { out: writeTo(process.stdout), err: writeTo(process.stderr) }

async function main(words: readonly string[]): Promise<number> {
  try {
    const asked = readCommandLine(commands, words)
    if ('help' in asked) {
      await output.out(asked.help)
      return 0
    }
    return await asked.command.run(asked.values, output, process.env)
  } catch (error) {
    if (error instanceof ReaderHasGone) return 1
    const said = inWords(error)
    if (said === null) throw error
    await output.err(`${said}\n`)
    return error instanceof Mistake ? error.exitCode : 1
  }
}

process.exit(await main(process.argv.slice(2)))
