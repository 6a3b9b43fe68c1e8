import { type DataMap, withoutPersonalData, withPersonalData } from './dataMap.ts'
import { FILES_KEPT_SECONDS } from './http/keptFiles.ts'
import { KEPT_SECONDS } from './http/keptForms.ts'
import { RECEIPTS_KEPT_SECONDS } from './http/receipts.ts'
import { KEPT_DAYS } from './mail/letters.ts'
import { fileText, fileTextPiece, formReceipt, instance, keptFile, keptForm, mail, mailCircular, regularJob } from './tables.ts'

/** What the tables of the platform hold about people. */
export const platformData: DataMap = [
  // What is written in public files is a copy: what it holds about people is told with the files.
  ...withoutPersonalData(instance, regularJob, mailCircular, fileText, fileTextPiece),
  withPersonalData(
    mail,
    [
      {
        columns: ['recipient', 'language', 'subject'],
        what: {
          lv: 'Vēstules, ko sūta Koprade: saņēmēja e-pasta adrese, valoda un temats.',
          en: 'Letters that Koprade sends: the recipient’s e-mail address, the language and the subject.',
        },
        why: {
          lv: 'Lai vēstule nonāktu pie saņēmēja un varētu noskaidrot, kāpēc nav nonākusi.',
          en: 'So that a letter arrives, and that it can be found out why one did not.',
        },
        basis: 'public task',
        seenBy: {
          lv: 'Administrators; adresi viņš redz saīsinātu un tikai tad, ja vēstule nav nosūtīta.',
          en: 'An administrator; the address is shown shortened, and only while a letter has not gone out.',
        },
        kept: {
          seconds: KEPT_DAYS * 24 * 60 * 60,
          since: { lv: 'kopš vēstule sagatavota', en: 'after the letter was made' },
          job: 'letters',
        },
      },
      {
        columns: ['body', 'html', 'unsubscribe', 'calendar'],
        what: {
          lv: 'Vēstules teksts, saite, ar kuru atteikties, un pievienotā kalendāra datne.',
          en: 'The text of a letter, its link to unsubscribe, and a calendar file that goes with it.',
        },
        why: { lv: 'Lai to nosūtītu.', en: 'So that it can be sent.' },
        basis: 'public task',
        seenBy: { lv: 'Tikai saņēmējs.', en: 'The recipient alone.' },
        kept: {
          until: {
            lv: 'Līdz vēstule ir nosūtīta vai saite tajā vairs neder.',
            en: 'Until the letter has gone out, or the link in it has ended.',
          },
        },
      },
    ],
    ['id', 'circularId', 'bulk', 'state', 'attempts', 'nextTryAt', 'expiresAt', 'problem', 'createdAt', 'sentAt'],
  ),
  withPersonalData(formReceipt, [
    {
      columns: ['personId', 'formId', 'location', 'createdAt'],
      what: {
        lv: 'Kvīts: kurš lietotājs kad nosūtīja kuru veidlapu un uz kuru lapu tā aizveda.',
        en: 'A receipt: which user sent which form, when, and to which page it led.',
      },
      why: { lv: 'Lai divreiz nospiesta poga nozīmētu vienu rīcību.', en: 'So that a button pressed twice acts once.' },
      basis: 'public task',
      seenBy: { lv: 'Tikai programma.', en: 'The program alone.' },
      kept: { seconds: RECEIPTS_KEPT_SECONDS, since: { lv: 'kopš nosūtīšanas', en: 'after it was sent' }, job: 'receipts' },
    },
  ]),
  withPersonalData(
    keptFile,
    [
      {
        columns: ['personId', 'formId', 'hash', 'name', 'createdAt'],
        what: {
          lv: 'Datne, ko pievienojāt veidlapai, kurā vēl bija kas jāizlabo: kurš lietotājs to sūtīja un kā to sauc.',
          en: 'A file that you attached to a form in which something was still to be corrected: which user sent it, and its name.',
        },
        why: { lv: 'Lai datne nebūtu jāsūta vēlreiz.', en: 'So that it need not be sent again.' },
        basis: 'public task',
        seenBy: { lv: 'Tikai Jūs.', en: 'You alone.' },
        kept: { seconds: FILES_KEPT_SECONDS, since: { lv: 'kopš nosūtīšanas', en: 'after it was sent' }, job: 'forms' },
      },
    ],
    ['id', 'field', 'mediaType', 'bytes'],
  ),
  withPersonalData(keptForm, [
    {
      columns: ['id', 'path', 'fields', 'createdAt'],
      what: {
        lv: 'Veidlapā ierakstītais, ja to nosūtījāt, kad sesija bija beigusies. Atslēga ir tikai Jūsu pārlūka sīkdatnē.',
        en: 'What you typed into a form that you sent when your session had ended. The key to it is in a cookie of your browser alone.',
      },
      why: { lv: 'Lai ierakstītais nezustu: pēc ieiešanas varat turpināt.', en: 'So that it is not lost: after signing in you can go on.' },
      basis: 'public task',
      seenBy: { lv: 'Tikai Jūs.', en: 'You alone.' },
      kept: { seconds: KEPT_SECONDS, since: { lv: 'kopš nosūtīšanas', en: 'after it was sent' }, job: 'forms' },
    },
  ]),
]
