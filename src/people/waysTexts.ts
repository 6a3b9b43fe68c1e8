import { defineTexts } from '../platform/languages/texts.ts'

/** What is said about ways to sign in where no page says it: in refusals and letters. */
export const waysTexts = defineTexts({
  lv: {
    lastSecondStep:
      'Tas ir vienīgais, ar ko varat pabeigt ieiešanu, un Jūsu lomai ieiešana divos soļos ir obligāta. Vispirms pievienojiet citu piekļuves atslēgu vai lietotni; nekas nav mainīts.',
    nameThePasskey: 'Nosauciet piekļuves atslēgu tā, lai to vēlāk pazītu, piemēram, „Darba dators”; ne vairāk kā 60 rakstzīmes.',
    passkeyRefused: 'Piekļuves atslēgu neizdevās pārbaudīt. Mēģiniet vēlreiz vai ieejiet ar e-pasta saiti.',
    passkeyNeedsScript: 'Piekļuves atslēgai pārlūkā jābūt ieslēgtam JavaScript. Bez tā var ieiet ar e-pasta saiti.',
    passkeyIsKnown: 'Šī piekļuves atslēga jau ir pievienota.',
    tooManyPasskeys: 'Piekļuves atslēgu ir pietiekami daudz. Vispirms noņemiet kādu, ko vairs nelietojat.',
    codeIsWrong: 'Kods neder. Ierakstiet to, ko lietotne rāda tagad; katrs kods der vienu reizi.',
    appCannotBeRead:
      'Lietotnes noslēpumu vairs nevar nolasīt, jo mainīta instances atslēga. Izmantojiet rezerves kodu vai lūdziet administratoram atiestatīt otro soli.',
    startAppAnew: 'Kodu vairs nevar pārbaudīt. Sāciet lietotnes pievienošanu no jauna.',
    identityUsedUp: 'Šī atbilde jau ir izmantota, ir novecojusi vai sākta citā pārlūkā. Sāciet no jauna; nekas nav mainīts.',
    identityStopped: 'Ieiešana ar e-identitāti ir pārtraukta. Varat mēģināt vēlreiz vai ieiet ar e-pasta saiti.',
    identityAway: 'E-identitātes pakalpojums pašlaik neatbild. Mēģiniet vēlāk vai ieejiet ar e-pasta saiti; ierakstītais nav zudis.',
    identityWrong:
      'E-identitātes pakalpojuma atbilde neiztur pārbaudi, tāpēc to nepieņemam. Mēģiniet vēlreiz vai ieejiet ar e-pasta saiti.',
    identityOfAnother: 'Šī e-identitāte jau ir saistīta ar citu kontu. Vispirms atsaistiet to tur.',
    actForYourOwn: 'Izvēlieties institūciju vai organizāciju, kurā Jums ir loma.',
    changedSubject: 'Mainīts, kā ieejat Kopradē',
    changedLetter: (what: string, page: string) =>
      `Labdien!\n\n${what}\n\nJa to darījāt Jūs, nekas nav jādara. Ja ne, ieejiet un pārbaudiet savu kontu, izejiet visur un tūlīt rakstiet sekretariātam:\n${page}\n`,
    passkeyAdded: 'Jūsu kontam Kopradē pievienota piekļuves atslēga.',
    passkeyRemoved: 'No Jūsu konta Kopradē noņemta piekļuves atslēga.',
    appAdded: 'Jūsu kontam Kopradē pievienota autentifikatora lietotne.',
    appRemoved: 'No Jūsu konta Kopradē noņemta autentifikatora lietotne.',
    recoveryCodesRenewed: 'Jūsu kontam Kopradē izveidoti jauni rezerves kodi; iepriekšējie vairs neder.',
    identityLinked: 'Ar Jūsu kontu Kopradē saistīta e-identitāte.',
    identityUnlinked: 'No Jūsu konta Kopradē atsaistīta e-identitāte.',
    secondStepReset:
      'Administrators ir atiestatījis Jūsu konta otro soli Kopradē: piekļuves atslēgas, autentifikatora lietotne un rezerves kodi vairs neder. Nākamreiz ieejot, pievienojiet tos no jauna.',
  },
  en: {
    lastSecondStep:
      'This is the only thing you can finish signing in with, and your role has to sign in in two steps. Add another passkey or an app first; nothing has been changed.',
    nameThePasskey: 'Give the passkey a name by which you will know it, such as “Office computer”; at most 60 characters.',
    passkeyRefused: 'The passkey could not be checked. Try again or sign in with a link by e-mail.',
    passkeyNeedsScript: 'A passkey needs JavaScript in the browser. Without it you can sign in with a link by e-mail.',
    passkeyIsKnown: 'This passkey has been added already.',
    tooManyPasskeys: 'These are passkeys enough. Remove one that you no longer use first.',
    codeIsWrong: 'The code is not right. Enter what the app shows now; each code works once.',
    appCannotBeRead:
      'The app’s secret can’t be read any more, since the key of this instance was changed. Use a recovery code, or ask an administrator to reset your second step.',
    startAppAnew: 'The code can’t be checked any more. Start adding the app anew.',
    identityUsedUp: 'This reply has been used already, is too old, or was begun in another browser. Start anew; nothing has been changed.',
    identityStopped: 'Signing in with your e-identity was stopped. You can try again or sign in with a link by e-mail.',
    identityAway: 'The e-identity service does not answer now. Try later or sign in with a link by e-mail; what you typed is not lost.',
    identityWrong: 'The e-identity service’s reply does not pass our checks and is not taken. Try again or sign in with a link by e-mail.',
    identityOfAnother: 'This e-identity is linked with another account already. Unlink it there first.',
    actForYourOwn: 'Choose an institution or organisation in which you hold a role.',
    changedSubject: 'How you sign in to Koprade has changed',
    changedLetter: (what: string, page: string) =>
      `Hello,\n\n${what}\n\nIf it was you, there is nothing to do. If not, sign in and check your account, sign out everywhere, and write to the secretariat at once:\n${page}\n`,
    passkeyAdded: 'A passkey has been added to your account in Koprade.',
    passkeyRemoved: 'A passkey has been removed from your account in Koprade.',
    appAdded: 'An authenticator app has been added to your account in Koprade.',
    appRemoved: 'The authenticator app has been removed from your account in Koprade.',
    recoveryCodesRenewed: 'New recovery codes have been made for your account in Koprade; earlier ones no longer work.',
    identityLinked: 'An e-identity has been linked with your account in Koprade.',
    identityUnlinked: 'An e-identity has been unlinked from your account in Koprade.',
    secondStepReset:
      'An administrator has reset the second step of your account in Koprade: passkeys, authenticator app and recovery codes no longer work. Set them up anew when you next sign in.',
  },
})

/** A change in how someone gets in, of which they are told by letter. */
export type WayChange =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'appAdded'
  | 'appRemoved'
  | 'recoveryCodesRenewed'
  | 'identityLinked'
  | 'identityUnlinked'
  | 'secondStepReset'
