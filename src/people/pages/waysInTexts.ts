import { defineTexts } from '../../platform/languages/texts.ts'

/** What the pages of signing in say beside the form for the link by e-mail. */
export const waysInTexts = defineTexts({
  lv: {
    otherWays: 'Citi veidi, kā ieiet',
    withPasskey: 'Ieiet ar piekļuves atslēgu',
    with: (service: string) => `Ieiet ar: ${service}`,
    passkeyTitle: 'Ieiet ar piekļuves atslēgu',
    passkeyLead: 'Nospiediet pogu; pārlūks palūgs pirkstu, seju vai PIN.',
    usePasskey: 'Lietot piekļuves atslēgu',
    byEmailInstead: 'Ieiet ar e-pasta saiti',

    goingTitle: (service: string) => `Dodamies uz: ${service}`,
    goingLead: 'Ja pārlūks pats neturpina, atveriet saiti.',
    goOnTo: (service: string) => `Turpināt: ${service}`,

    linkTitle: (service: string) => `Saistīt ar kontu: ${service}`,
    notLinkedLead: (service: string) =>
      `${service} Jūs pazīst, bet ar šo e-identitāti Kopradē vēl nav saistīts neviens konts. Ierakstiet sava konta e-pasta adresi: nosūtīsim saiti, un, atverot to šajā pašā pārlūkā, e-identitāti varēs saistīt.`,
    onlyInvited: 'Kontu piešķir sekretariāts. Ja Jums tā nav, rakstiet sekretariātam; lai lasītu, ieiet nevajag.',
    linkLead: (name: string, email: string) =>
      `Turpmāk ar šo e-identitāti varēs ieiet kontā: ${name}, ${email}. Glabājam tikai šifrētu nospiedumu, ne personas kodu, ne vārdu.`,
    linkNow: 'Saistīt',
    notNow: 'Tagad ne',
    nothingToLinkTitle: 'Nav, ko saistīt',
    nothingToLink: 'E-identitātes pārbaude ir novecojusi vai veikta citā pārlūkā. Sāciet no jauna.',

    secondStepTitle: 'Otrais solis',
    secondStepLead: 'Pirmais solis ir paveikts. Līdz otrajam varat darboties tikai kā dalībnieks.',
    code: 'Kods no lietotnes vai rezerves kods',
    codeHint: 'Seši cipari no autentifikatora lietotnes vai viens no rezerves kodiem.',
    checkCode: 'Pārbaudīt kodu',
    orPasskey: 'Piekļuves atslēga',
    lost: 'Ja nekā no tā nav pie rokas',
    lostText: 'Izmantojiet kādu no rezerves kodiem. Ja arī to nav, lūdziet administratoram atiestatīt otro soli.',
    setUpTitle: 'Pievienojiet otro soli',
    setUpLead:
      'Sekretariātā un administratoriem ieiešana notiek divos soļos: ar nozagtu pastkasti vien nepietiek. Izvēlieties, kas būs Jūsu otrais solis.',
    setUpApp: 'Autentifikatora lietotne tālrunī',
    setUpAppText: 'Ik reizi pēc e-pasta saites jāieraksta kods no lietotnes.',
    setUpPasskey: 'Piekļuves atslēga',
    setUpPasskeyText: 'Ar to turpmāk ieiesiet bez e-pasta, abos soļos reizē.',
    later: 'Vēlāk: darboties kā dalībnieks',

    resetTitle: 'Otrais solis',
    resetNote:
      'Ja cilvēks pazaudējis tālruni un rezerves kodus: viņa piekļuves atslēgas, lietotne un kodi tiks dzēsti, visas sesijas beigsies, un nākamreiz tie būs jāpievieno no jauna. Vispirms pārliecinieties, ka lūdz viņš pats. Tas nonāk publiskajā žurnālā bez vārda, un cilvēks saņem vēstuli.',
    reset: 'Atiestatīt otro soli',
  },
  en: {
    otherWays: 'Other ways to sign in',
    withPasskey: 'Sign in with a passkey',
    with: (service: string) => `Sign in with ${service}`,
    passkeyTitle: 'Sign in with a passkey',
    passkeyLead: 'Press the button; the browser asks for your finger, face or PIN.',
    usePasskey: 'Use a passkey',
    byEmailInstead: 'Sign in with a link by e-mail',

    goingTitle: (service: string) => `On to ${service}`,
    goingLead: 'If the browser does not go on by itself, open the link.',
    goOnTo: (service: string) => `Go on to ${service}`,

    linkTitle: (service: string) => `Link with the account: ${service}`,
    notLinkedLead: (service: string) =>
      `${service} knows you, but no account in Koprade is linked with this e-identity yet. Enter the e-mail address of your account: we send a link, and once you open it in this same browser the e-identity can be linked.`,
    onlyInvited: 'Accounts are given by the secretariat. If you have none, write to the secretariat; to read you need not sign in.',
    linkLead: (name: string, email: string) =>
      `From now on this e-identity signs in to the account of ${name}, ${email}. We keep only a keyed fingerprint, neither a personal code nor a name.`,
    linkNow: 'Link',
    notNow: 'Not now',
    nothingToLinkTitle: 'There is nothing to link',
    nothingToLink: 'The check of the e-identity is too old or was made in another browser. Start anew.',

    secondStepTitle: 'Second step',
    secondStepLead: 'The first step is done. Until the second you act as a participant only.',
    code: 'Code from the app, or a recovery code',
    codeHint: 'Six digits from the authenticator app, or one of the recovery codes.',
    checkCode: 'Check the code',
    orPasskey: 'Passkey',
    lost: 'If you have none of these at hand',
    lostText: 'Use one of the recovery codes. If you have none left, ask an administrator to reset your second step.',
    setUpTitle: 'Add a second step',
    setUpLead:
      'The secretariat and administrators sign in in two steps: a stolen mailbox alone must not be enough. Choose what your second step will be.',
    setUpApp: 'An authenticator app on your phone',
    setUpAppText: 'Each time after the link by e-mail you enter a code from the app.',
    setUpPasskey: 'A passkey',
    setUpPasskeyText: 'From then on you sign in with it, without e-mail, both steps at once.',
    later: 'Later: act as a participant',

    resetTitle: 'Second step',
    resetNote:
      'If the person has lost phone and recovery codes: their passkeys, app and codes are deleted, all sessions end, and they set them up anew next time. Make sure first that it is they who ask. The public record tells it without a name, and the person gets a letter.',
    reset: 'Reset the second step',
  },
})
