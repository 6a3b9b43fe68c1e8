import { resolve } from 'node:path'
import { z } from 'zod'
import { type Day, parseDay } from './dates/partialDate.ts'
import type { S3Settings } from './files/s3Storage.ts'
import { checkIdentitySettings, type IdentitySettings, identitySettingsOf, identityShape } from './identitySettings.ts'

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KOPRADE_URL: z.url({ protocol: /^https?$/ }).optional(),
  KOPRADE_DATA: z.string().min(1).default('./var'),
  KOPRADE_TODAY: z
    .string()
    .refine((text) => parseDay(text) !== null, 'must be a day such as 2019-09-10')
    .optional(),
  KOPRADE_SECRET: z.string().min(32).optional(),
  KOPRADE_FILE_LIMIT_MB: z.coerce.number().positive().max(1000).default(20),
  KOPRADE_PAGE_CACHE_MB: z.coerce.number().min(0).max(10_000).default(32),
  KOPRADE_NOTICE_DAYS: z.coerce.number().int().min(1).max(365).optional(),
  KOPRADE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'must start with smtp:// or smtps:// and name a server')
    .refine((text) => URL.canParse(text), 'must be an address such as smtps://user:password@mail.example.org:465')
    .optional(),
  KOPRADE_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<?[^\s<>,;]+@[^\s<>,;]+>?$/, 'must be an address such as Koprade <koprade@example.org>')
    .default('Koprade <koprade@localhost>'),
  KOPRADE_MAIL_RETURN: z
    .string()
    .regex(/^[\w.-]{1,27}@[\w.-]+$/, 'must be an address such as back@example.org, with at most 27 characters before the @')
    .optional(),
  KOPRADE_MAIL_PER_SECOND: z.coerce.number().min(0.1).max(1000).optional(),
  KOPRADE_CHECK_LINKS: z.enum(['0', '1']).default('0'),
  KOPRADE_BINDING_ON_EMBEDDED: z.enum(['0', '1']).default('0'),
  KOPRADE_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  KOPRADE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  KOPRADE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  KOPRADE_S3_REGION: z.string().min(1).default('us-east-1'),
  KOPRADE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a name such as koprade-files')
    .optional(),
  KOPRADE_S3_KEY: z.string().min(1).optional(),
  KOPRADE_S3_SECRET: z.string().min(1).optional(),
  KOPRADE_S3_PATH_STYLE: z.enum(['0', '1']).default('1'),
  NODE_ENV: z.string().optional(),
  ...identityShape,
})

export type Configuration = {
  port: number
  host: string
  /** The address people use, without a slash at the end; set once the port is known when not given. */
  url: string
  dataDirectory: string
  databaseUrl: string | null
  /** The day a demonstration starts on. */
  today: Day | null
  secret: string | null
  fileLimitBytes: number
  /** How much memory the pages take that are kept for visitors; 0 keeps none. */
  pageCacheBytes: number
  /** Where files lie when not in the data directory. */
  s3: S3Settings | null
  /** How many days before an opportunity to take part the country's own rules ask for a notice; null: they name none. */
  noticeDays: number | null
  smtpUrl: string | null
  mailFrom: string
  /** Where letters that can't be delivered come back to; read by the command `mail read`. */
  mailReturn: string | null
  /** How many letters a second the mail server takes from a process; null = as many as there are. */
  mailPerSecond: number | null
  /** Whether the house asks other sites if what is linked is still there; a demonstration never does. */
  checkLinks: boolean
  /** Whether binding ballots are allowed on the embedded database. */
  bindingOnEmbedded: boolean
  trustProxy: boolean
  identity: IdentitySettings
  development: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Settings that can't be used, each with its name, for a person to read. */
export class BadSettings extends Error {}

/**
 * Reads the settings from the environment, once, at the start.
 * Throws BadSettings naming every setting that is wrong.
 */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settings.superRefine(checkIdentitySettings).safeParse(filled)
  if (!read.success) throw new BadSettings(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const s = read.data
  return {
    port: s.PORT,
    host: s.HOST,
    url: (s.KOPRADE_URL ?? `http://${s.HOST}:${s.PORT}`).replace(/\/+$/, ''),
    dataDirectory: resolve(s.KOPRADE_DATA),
    databaseUrl: s.DATABASE_URL ?? null,
    today: s.KOPRADE_TODAY ? parseDay(s.KOPRADE_TODAY) : null,
    secret: s.KOPRADE_SECRET ?? null,
    s3: s3Of(s),
    fileLimitBytes: Math.round(s.KOPRADE_FILE_LIMIT_MB * 1_000_000),
    pageCacheBytes: Math.round(s.KOPRADE_PAGE_CACHE_MB * 1_000_000),
    noticeDays: s.KOPRADE_NOTICE_DAYS ?? null,
    smtpUrl: s.KOPRADE_SMTP_URL ?? null,
    mailFrom: s.KOPRADE_MAIL_FROM,
    mailReturn: s.KOPRADE_MAIL_RETURN ?? null,
    mailPerSecond: s.KOPRADE_MAIL_PER_SECOND ?? null,
    checkLinks: s.KOPRADE_CHECK_LINKS === '1',
    bindingOnEmbedded: s.KOPRADE_BINDING_ON_EMBEDDED === '1',
    trustProxy: s.KOPRADE_TRUST_PROXY === '1',
    identity: identitySettingsOf(s),
    development: s.NODE_ENV === 'development',
    logLevel: s.KOPRADE_LOG,
  }
}

/** All four settings or none: half of them is a mistake that would leave files on the disk. */
function s3Of(s: z.infer<typeof settings>): S3Settings | null {
  const { KOPRADE_S3_ENDPOINT: endpoint, KOPRADE_S3_BUCKET: bucket, KOPRADE_S3_KEY: key, KOPRADE_S3_SECRET: secret } = s
  if (endpoint && bucket && key && secret)
    return { endpoint, bucket, key, secret, region: s.KOPRADE_S3_REGION, pathStyle: s.KOPRADE_S3_PATH_STYLE === '1' }
  const needed = { KOPRADE_S3_ENDPOINT: endpoint, KOPRADE_S3_BUCKET: bucket, KOPRADE_S3_KEY: key, KOPRADE_S3_SECRET: secret }
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]))
  if (missing.length === Object.keys(needed).length) return null
  throw new BadSettings(missing.map((name) => `${name}: is missing; files on S3 need all of ${Object.keys(needed).join(', ')}`).join('\n'))
}
