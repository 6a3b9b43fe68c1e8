import { BadSettings } from '../platform/configuration.ts'
import { Mistake } from './command.ts'

type Coded = Error & {
  code?: unknown
  syscall?: unknown
  address?: unknown
  port?: unknown
  path?: unknown
  cause?: unknown
  errors?: unknown
}

const networkCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN']
const directoryCodes: Record<string, string> = {
  EACCES: 'permission is denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is not a directory',
  EEXIST: 'there is a file of that name',
}

function* causes(error: unknown): Generator<Coded> {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = (at as Coded).cause, depth += 1) {
    yield at as Coded
    const several = (at as Coded).errors
    if (Array.isArray(several)) yield* several as Coded[]
  }
}

/**
 * What went wrong, for a person at the command line; null when the fault is the program's.
 * Never tells a password: of a database's address only what the system says is told.
 */
export function inWords(error: unknown): string | null {
  if (error instanceof Mistake) return error.message
  if (error instanceof BadSettings) return `These settings can't be used:\n${error.message.replace(/^/gm, '  ')}`
  for (const { code, syscall, address, port, path, message } of causes(error)) {
    if (typeof code !== 'string') continue
    if (code === 'EADDRINUSE') return `Port ${port} on ${address} is in use. Stop what runs there, or choose another with PORT.`
    if (code === 'EADDRNOTAVAIL')
      return `This machine has no address ${address}. HOST must be one of its own, such as 127.0.0.1 or 0.0.0.0.`
    if (code === 'EACCES' && syscall === 'listen')
      return `Port ${port} may not be used: ports below 1024 belong to the system. Choose another with PORT.`
    if (networkCodes.includes(code)) return `The database can't be reached (${code}). Does it run, and is DATABASE_URL right?`
    if (/^(28|3D|57P03|53300|42501)/.test(code)) return `The database refuses: ${message} (${code}). Is DATABASE_URL right?`
    if (code in directoryCodes && typeof path === 'string') return `${path} can't be used: ${directoryCodes[code]}.`
  }
  return null
}
