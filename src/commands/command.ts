import type { Output, Values } from '../platform/control.ts'
import type { House } from '../platform/house.ts'

/** An option of a command, as `--help` explains it. */
export type Option = {
  type: 'string' | 'boolean'
  says: string
  /** What stands for the value in the help, such as `<address>`. */
  value?: string
  required?: boolean
}

export type Options = Readonly<Record<string, Option>>

/** The settings come from the environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A command of `./koprade`. Returns the exit code: 0 done, 1 failed, 2 misunderstood. */
export type Command = {
  name: string
  /** One line for the list of commands. */
  says: string
  /** More for the command's own help. */
  more?: string
  /** What the command works on, named before or after its options; it joins the values under its name. */
  argument?: { name: string; says: string }
  options: Options
  run: (values: Values, output: Output, environment: Environment) => Promise<number>
}

/**
 * A command that works with the data: by itself, or inside the server that holds them. It loads what
 * it needs when it runs, so that the help answers at once.
 */
export type HouseCommand = Omit<Command, 'run'> & {
  /** Reads what is piped in, where the command was called: the house may be in another process. What it gives joins the options. */
  read?: (input: AsyncIterable<Uint8Array>) => Promise<Values>
  work: (house: House, values: Values, output: Output) => Promise<number>
}

/** Something the person at the command line can put right: told in words, without a stack trace. */
export class Mistake extends Error {
  readonly exitCode: 1 | 2
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
