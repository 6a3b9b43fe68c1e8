import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import { linkLives, SESSION_SECONDS } from './authentication.ts'
import { account, organisation, organisationName, person, roleAssignment, session, verification } from './tables.ts'

const whoRunsIt: Words = { lv: 'Sekretariāts un administrators.', en: 'The secretariat and administrators.' }
const theProgram: Words = { lv: 'Tikai programma.', en: 'The program alone.' }
const untilRemoved: Words = {
  lv: 'Līdz sekretariāts vai administrators lietotāju noņem; Jūs to varat lūgt jebkurā laikā. Tad vārdu un adresi izdzēšam uzreiz.',
  en: 'Until the secretariat or an administrator removes the user; you can ask for it at any time. Name and address are then erased at once.',
}

/** What is kept about people who sign in. */
export const peopleData: DataMap = [
  ...withoutPersonalData(organisation, organisationName),
  withPersonalData(person, [
    {
      columns: ['id', 'name', 'email', 'emailVerified', 'image', 'createdAt', 'updatedAt', 'demonstration', 'removedAt'],
      what: {
        lv: 'Lietotājs: vārds, e-pasta adrese, vai adrese ir apstiprināta, kad konts izveidots, mainīts un noņemts.',
        en: 'A user: name, e-mail address, whether the address was confirmed, when the account was made, changed and removed.',
      },
      why: {
        lv: 'Lai ienākt varētu tikai tie, kuriem sekretariāts to ir atļāvis, un lai viņus sasniegtu vēstules par viņu darbiem.',
        en: 'So that only those sign in whom the secretariat has let in, and that letters about their tasks reach them.',
      },
      basis: 'public task',
      seenBy: whoRunsIt,
      kept: { until: untilRemoved },
    },
    {
      columns: ['recordSalt'],
      what: {
        lv: 'Slepens skaitlis, ar kuru publiskajā žurnālā lietotāja vietā ierakstīts pirkstu nospiedums.',
        en: 'A secret number by which a fingerprint stands in the public record in a user’s place.',
      },
      why: {
        lv: 'Lai žurnālā varētu redzēt, ka lomu saņēma viens un tas pats cilvēks, bet ne – kurš.',
        en: 'So that the record can show that one and the same person was given a role, but not who.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: {
        until: {
          lv: 'Līdz lietotāju noņem: skaitli aizstāj cits, un nospiedumu vairs nevar saistīt ar cilvēku.',
          en: 'Until the user is removed: another number takes its place, and the fingerprint leads to nobody.',
        },
      },
    },
  ]),
  withPersonalData(roleAssignment, [
    {
      columns: ['id', 'personId', 'role', 'organisationId', 'givenAt', 'endedAt'],
      what: {
        lv: 'Lomas: kas, kuras institūcijas vai organizācijas vārdā, kopš kura laika un līdz kuram.',
        en: 'Roles: who, in the name of which institution or organisation, since when and until when.',
      },
      why: { lv: 'Lai katrs varētu darīt tikai to, kas viņam uzticēts.', en: 'So that everyone can do only what was entrusted to them.' },
      basis: 'public task',
      seenBy: {
        lv: 'Sekretariāts un administrators. Publiskajā žurnālā redzama loma bez vārda.',
        en: 'The secretariat and administrators. The public record shows the role without a name.',
      },
      kept: {
        until: {
          lv: 'Glabājam, kamēr darbojas vietne; kad lietotāju noņem, loma paliek bez vārda.',
          en: 'As long as the site is there; once the user is removed, the role stays without a name.',
        },
      },
    },
  ]),
  withPersonalData(session, [
    {
      columns: ['id', 'expiresAt', 'token', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId'],
      what: {
        lv: 'Sesija: ka esat ienācis, kopš kura laika un līdz kuram. Tīkla adresi un pārlūku neglabājam.',
        en: 'A session: that you are signed in, since when and until when. Neither network address nor browser is kept.',
      },
      why: { lv: 'Lai nebūtu jāienāk katrā lapā no jauna.', en: 'So that you need not sign in on every page.' },
      basis: 'public task',
      seenBy: theProgram,
      kept: {
        seconds: SESSION_SECONDS,
        since: { lv: 'kopš ieiešanas vai līdz izejat', en: 'after you signed in, or until you sign out' },
        job: 'sessions',
      },
    },
  ]),
  withPersonalData(account, [
    {
      columns: [
        'id',
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'scope',
        'password',
        'createdAt',
        'updatedAt',
      ],
      what: {
        lv: 'Ieiešana ar citu pakalpojumu. Pagaidām tādas nav, un te nekas netiek glabāts.',
        en: 'Signing in by way of another service. There is none yet, and nothing is kept here.',
      },
      why: {
        lv: 'Lai atpazītu lietotāju, kas ienāk ar citu pakalpojumu.',
        en: 'So that a user who signs in by way of another service is recognised.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: { until: untilRemoved },
    },
  ]),
  withPersonalData(verification, [
    {
      columns: ['id', 'identifier', 'value', 'expiresAt', 'createdAt', 'updatedAt'],
      what: {
        lv: 'Ieiešanas saite: e-pasta adrese, kurai tā sūtīta, un saites pirkstu nospiedums. Uzaicinājuma saite der visilgāk.',
        en: 'A sign-in link: the e-mail address it was sent to, and the link’s fingerprint. A link of an invitation lasts longest.',
      },
      why: {
        lv: 'Lai ienākt varētu tikai tas, kas saņēma vēstuli, un tikai vienreiz.',
        en: 'So that only who got the letter signs in, and only once.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: {
        seconds: Math.max(...Object.values(linkLives)),
        since: { lv: 'kopš saite sūtīta vai līdz tā izmantota', en: 'after it was sent, or until it was used' },
        job: 'sessions',
      },
    },
  ]),
]
