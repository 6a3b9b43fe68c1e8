import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import { linkLives, SESSION_SECONDS } from './authentication.ts'
import { CONFIRM_ACT_WITHIN_DAYS } from './awaited/awaitedActs.ts'
import {
  account,
  authenticatorApp,
  awaitedAct,
  heldLetter,
  letterWish,
  linkedIdentity,
  organisation,
  organisationName,
  passkey,
  person,
  recoveryCode,
  roleAssignment,
  session,
  verification,
} from './tables.ts'

const whoRunsIt: Words = { lv: 'Sekretariāts un administrators.', en: 'The secretariat and administrators.' }
const theProgram: Words = { lv: 'Tikai programma.', en: 'The program alone.' }
const untilRemoved: Words = {
  lv: 'Līdz sekretariāts vai administrators lietotāju noņem; Jūs to varat lūgt jebkurā laikā. Tad vārdu un adresi izdzēšam uzreiz.',
  en: 'Until the secretariat or an administrator removes the user; you can ask for it at any time. Name and address are then erased at once.',
}

const you: Words = { lv: 'Jūs; citādi tikai programma.', en: 'You; else the program alone.' }
const untilTaken: Words = {
  lv: 'Līdz to noņemat savā kontā, administrators atiestata otro soli vai lietotāju noņem.',
  en: 'Until you remove it in your account, an administrator resets the second step, or the user is removed.',
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
  withPersonalData(awaitedAct, [
    {
      columns: ['id', 'email', 'name', 'language', 'act', 'content', 'expiresAt'],
      what: {
        lv: 'Tas, ko gribat darīt bez konta (iesniegt ideju, atbalstīt, pieteikties), kamēr adrese nav apstiprināta: e-pasta adrese, vārds, valoda un iesniegtais.',
        en: 'What you want to do without an account (send an idea, support one, sign up) until your address is confirmed: the e-mail address, the name, the language and what you sent.',
      },
      why: {
        lv: 'Lai darītu tikai to, ko grib adreses īpašnieks.',
        en: 'So that only what the owner of the address wants is done.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: {
        seconds: CONFIRM_ACT_WITHIN_DAYS * 24 * 60 * 60,
        since: { lv: 'kopš iesniegšanas vai līdz apstiprinājumam', en: 'after you sent it, or until you confirm' },
        job: 'unconfirmed',
      },
    },
  ]),
  withPersonalData(letterWish, [
    {
      columns: ['personId', 'kind', 'rhythm'],
      what: {
        lv: 'Cik bieži vēlaties vēstules par savām idejām: uzreiz, reizi dienā, reizi nedēļā vai nemaz.',
        en: 'How often you want letters about your ideas: at once, daily, weekly or not at all.',
      },
      why: { lv: 'Lai rakstītu tikai tik bieži, cik vēlaties.', en: 'To write only as often as you wish.' },
      basis: 'consent',
      seenBy: you,
      kept: { until: untilRemoved },
    },
  ]),
  withPersonalData(
    heldLetter,
    [
      {
        columns: ['personId', 'kind', 'language', 'subject', 'body', 'dueOn'],
        what: {
          lv: 'Ziņas par Jūsu idejām, kas gaida dienu, kad tās nosūtīsim kopā.',
          en: 'News about your ideas that waits for the day on which it is sent together.',
        },
        why: { lv: 'Lai rakstītu tikai tik bieži, cik vēlaties.', en: 'To write only as often as you wish.' },
        basis: 'consent',
        seenBy: you,
        kept: { until: { lv: 'Līdz vēstule nosūtīta.', en: 'Until the letter is sent.' } },
      },
    ],
    ['id'],
  ),
  withPersonalData(session, [
    {
      columns: [
        'id',
        'expiresAt',
        'token',
        'createdAt',
        'updatedAt',
        'ipAddress',
        'userAgent',
        'userId',
        'method',
        'seenAt',
        'secondStepAt',
        'actingFor',
      ],
      what: {
        lv: 'Sesija: ka esat ienācis, kādā veidā, vai otrais solis pabeigts, kopš kura laika un līdz kuram, kad tā lietota (ar stundas precizitāti) un ko pārstāvat. Tīkla adresi un pārlūku neglabājam.',
        en: 'A session: that you are signed in, in which way, whether the second step was done, since when and until when, when it was used (to the hour), and for whom you act. Neither network address nor browser is kept.',
      },
      why: {
        lv: 'Lai nebūtu jāienāk katrā lapā no jauna un lai Jūs savā kontā redzētu un varētu izbeigt savas sesijas.',
        en: 'So that you need not sign in on every page, and that you see your sessions in your account and can end them.',
      },
      basis: 'public task',
      seenBy: you,
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
        lv: 'Ieiešanas bibliotēkas tabula citiem pakalpojumiem. Tā ir tukša: e-identitātes pirkstu nospiedumu glabājam citur.',
        en: 'A table of the sign-in library for other services. It is empty: the fingerprint of an e-identity is kept elsewhere.',
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
        lv: 'Vienreizējas vērtības: ieiešanas saite (e-pasta adrese, kurai tā sūtīta, un saites pirkstu nospiedums) un iesāktas ieiešanas ar piekļuves atslēgu vai e-identitāti. Uzaicinājuma saite der visilgāk.',
        en: 'Values for one use: a sign-in link (the e-mail address it was sent to, and the link’s fingerprint), and sign-ins by passkey or e-identity that were begun. A link of an invitation lasts longest.',
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
  withPersonalData(passkey, [
    {
      columns: ['id', 'personId', 'name', 'credentialId', 'publicKey', 'counter', 'transports', 'createdAt', 'usedAt'],
      what: {
        lv: 'Piekļuves atslēgas: kā tās nosaucāt, publiskā atslēga, kad pievienotas un lietotas. Slepenā daļa paliek Jūsu ierīcē.',
        en: 'Passkeys: what you call them, the public key, when they were added and used. The secret part stays in your device.',
      },
      why: { lv: 'Lai varētu ieiet ar piekļuves atslēgu.', en: 'So that you can sign in with a passkey.' },
      basis: 'consent',
      seenBy: you,
      kept: { until: untilTaken },
    },
  ]),
  withPersonalData(authenticatorApp, [
    {
      columns: ['personId', 'secret', 'pendingSecret', 'lastStep', 'confirmedAt'],
      what: {
        lv: 'Autentifikatora lietotne: šifrēts noslēpums, kad pievienota un kad pēdējoreiz derēja kods.',
        en: 'The authenticator app: an encrypted secret, when it was added, and when a code was last right.',
      },
      why: {
        lv: 'Lai sekretariātā un administratoriem ieiešana notiktu divos soļos; citiem – ja paši to vēlas.',
        en: 'So that the secretariat and administrators sign in in two steps; others if they wish to.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: { until: untilTaken },
    },
  ]),
  withPersonalData(recoveryCode, [
    {
      columns: ['hash', 'personId'],
      what: { lv: 'Rezerves kodu pirkstu nospiedumi.', en: 'Fingerprints of recovery codes.' },
      why: {
        lv: 'Lai varētu ieiet, ja tālrunis vai atslēga ir pazudusi.',
        en: 'So that you can sign in when the phone or key is lost.',
      },
      basis: 'public task',
      seenBy: theProgram,
      kept: {
        until: {
          lv: 'Līdz kods izmantots, izveidoti jauni, administrators atiestata otro soli vai lietotāju noņem.',
          en: 'Until the code is used, new ones are made, an administrator resets the second step, or the user is removed.',
        },
      },
    },
  ]),
  withPersonalData(linkedIdentity, [
    {
      columns: ['id', 'personId', 'provider', 'subjectHash', 'linkedAt', 'usedAt'],
      what: {
        lv: 'Saistītās e-identitātes: kurš pakalpojums, ar atslēgu veidots pirkstu nospiedums, kad saistītas un lietotas. Ne personas kodu, ne vārdu no e-identitātes neglabājam.',
        en: 'Linked e-identities: which service, a keyed fingerprint, when they were linked and used. Neither personal code nor name of an e-identity is kept.',
      },
      why: { lv: 'Lai varētu ieiet ar e-identitāti.', en: 'So that you can sign in with an e-identity.' },
      basis: 'consent',
      seenBy: you,
      kept: {
        until: {
          lv: 'Līdz to atsaistāt savā kontā vai lietotāju noņem.',
          en: 'Until you unlink it in your account, or the user is removed.',
        },
      },
    },
  ]),
]
