import { z } from 'zod'
import type { Day } from '../platform/dates/partialDate.ts'
import { parseDay } from '../platform/dates/partialDate.ts'
import { type Fields, readPartialDate } from '../platform/http/fields.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import { type Problem, wrongFields } from '../platform/refusal.ts'
import type { RoleInput } from './roles.ts'
import { asKept } from './signInLinks.ts'
import { type AssignableRole, assignableRoles, type Sector, sectors } from './tables.ts'
import { peopleTexts } from './texts.ts'

type Key = {
  [K in keyof (typeof peopleTexts)['lv']]: (typeof peopleTexts)['lv'][K] extends string ? K : never
}[keyof (typeof peopleTexts)['lv']]

const problem = (field: string, key: Key): Problem => ({ field, say: (language) => peopleTexts[language][key] })

const emailSchema = z.email().max(254)

/** An e-mail address as it is kept, or null when it is none. */
export function readEmail(text: string): string | null {
  const email = asKept(text)
  return emailSchema.safeParse(email).success ? email : null
}

/** Who is invited or made an administrator. */
export type NewPerson = { name: string; email: string }

function newPersonProblems(name: string, email: string): Problem[] {
  return [
    ...(name.trim() ? [] : [problem('name', 'giveAName')]),
    ...([...name].length > 200 ? [problem('name', 'nameIsTooLong')] : []),
    ...(readEmail(email) ? [] : [problem('email', 'giveAnEmail')]),
  ]
}

/** Checks a name and an address; refuses with what is wrong. */
export function parseNewPerson(input: NewPerson): NewPerson {
  const problems = newPersonProblems(input.name, input.email)
  if (problems.length) throw wrongFields(problems)
  return { name: input.name.replace(/\s+/g, ' ').trim(), email: asKept(input.email) }
}

const isRole = (text: string): text is AssignableRole => (assignableRoles as readonly string[]).includes(text)

const needsOrganisation = (role: string): boolean => role === 'officer' || role === 'representative'

function roleProblems(fields: Fields): Problem[] {
  const role = fields.trimmed('role')
  if (!isRole(role)) return [problem('role', 'chooseARole')]
  return needsOrganisation(role) && !fields.trimmed('organisation') ? [problem('organisation', 'chooseAnOrganisation')] : []
}

const roleOf = (fields: Fields): RoleInput | null => {
  const role = fields.trimmed('role')
  return isRole(role) ? { role, organisationId: fields.trimmed('organisation') || null } : null
}

/** A role from a form. */
export function readRole(fields: Fields): RoleInput {
  const problems = roleProblems(fields)
  const role = roleOf(fields)
  if (problems.length || !role) throw wrongFields(problems)
  return role
}

/** Whom to invite, and as what; 'participant' is nobody's assignment. */
export type Invitation = NewPerson & { role: RoleInput | null }

/** An invitation from a form, with every mistake at once. */
export function readInvitation(fields: Fields): Invitation {
  const participant = fields.trimmed('role') === 'participant'
  const problems = [...newPersonProblems(fields.trimmed('name'), fields.get('email')), ...(participant ? [] : roleProblems(fields))]
  if (problems.length) throw wrongFields(problems)
  return { ...parseNewPerson({ name: fields.trimmed('name'), email: fields.get('email') }), role: participant ? null : roleOf(fields) }
}

function nameProblems(fields: Fields, field = 'name'): Problem[] {
  const names = [fields.trimmed(`${field}.lv`), fields.trimmed(`${field}.en`)]
  if (!names.some(Boolean)) return [problem(`${field}.lv`, 'giveAnOrganisationName')]
  return (['lv', 'en'] as const).flatMap((language, index) =>
    [...(names[index] ?? '')].length > 300 ? [problem(`${field}.${language}`, 'organisationNameTooLong')] : [],
  )
}

const nameOf = (fields: Fields, field = 'name'): LocalText => localText(fields.trimmed(`${field}.lv`), fields.trimmed(`${field}.en`))

const isSector = (text: string): text is Sector => (sectors as readonly string[]).includes(text)

export type NewOrganisation = { id: string; sector: Sector; name: LocalText }

/** A new institution or organisation from a form. */
export function readNewOrganisation(fields: Fields): NewOrganisation {
  const id = fields.trimmed('id')
  const sector = fields.trimmed('sector')
  const problems = [
    ...nameProblems(fields),
    ...(/^[a-z0-9][a-z0-9-]{0,63}$/.test(id) ? [] : [problem('id', 'giveAnOrganisationId')]),
    ...(isSector(sector) ? [] : [problem('sector', 'chooseASector')]),
  ]
  if (problems.length || !isSector(sector)) throw wrongFields(problems)
  return { id, sector, name: nameOf(fields) }
}

export type OrganisationEdit = { name: LocalText; sector: Sector; note: LocalText | null }

/** What is corrected of an institution or organisation, from a form. */
export function readOrganisationEdit(fields: Fields): OrganisationEdit {
  const sector = fields.trimmed('sector')
  const notes = (['lv', 'en'] as const).filter((language) => [...fields.trimmed(`note.${language}`)].length > 1000)
  const problems = [
    ...nameProblems(fields, 'present'),
    ...(isSector(sector) ? [] : [problem('sector', 'chooseASector')]),
    ...notes.map((language) => problem(`note.${language}`, 'organisationNoteTooLong')),
  ]
  if (problems.length || !isSector(sector)) throw wrongFields(problems)
  const note = nameOf(fields, 'note')
  return { name: nameOf(fields, 'present'), sector, note: Object.keys(note).length ? note : null }
}

export type NewName = { name: LocalText; validFrom: Day }

/** A new name and its first day from a form. */
export function readNewName(fields: Fields): NewName {
  const date = readPartialDate(fields, 'validFrom')
  const validFrom = date && date !== 'wrong' ? parseDay(date) : null
  const problems = [...nameProblems(fields), ...(validFrom ? [] : [problem('validFrom', 'giveADay')])]
  if (problems.length || !validFrom) throw wrongFields(problems)
  return { name: nameOf(fields), validFrom }
}
