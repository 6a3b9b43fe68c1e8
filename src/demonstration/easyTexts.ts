import { easyTextsOf, objectOf, publishEasyText } from '../cycle/inform/index.ts'
import { type Actor, visitor } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { type Language, languages } from '../platform/languages/languages.ts'

const secretary: Actor = { ...visitor, roles: [{ role: 'secretariat', organisationId: null }] }

type Written = { title: string; body: string }

/** Written for the demonstration from what the plan itself says, and not tried out with readers. */
const written: readonly ({ plan: string; number?: number } & Record<Language, Written>)[] = [
  {
    plan: 'lv-3',
    lv: {
      title: 'Trešais atvērtās pārvaldības plāns',
      body: `Atvērta pārvaldība nozīmē:
- valsts stāsta, ko tā dara,
- cilvēki var palīdzēt lemt,
- valsts atbild par saviem darbiem.

Valdība uzrakstīja plānu.
Valdība plānu apstiprināja 2017. gada 7. novembrī.
Plāns ir par laiku no 2017. gada vidus līdz 2019. gada vidum.

Plānā ir 12 solījumi.
Solījumus sauc par apņemšanām.
Solījumus pilda valsts iestādes.
Bieži palīdz arī organizācijas.

Iestādes stāsta, kas ir izdarīts.
Organizācijas saka, ko tās par to domā.
Visu to var izlasīt šajā vietnē.`,
    },
    en: {
      title: 'The third plan for open government',
      body: `Open government means:
- the state tells what it does,
- people can help decide,
- the state answers for what it does.

The government wrote a plan.
The government approved the plan on 7 November 2017.
The plan is for the time from the middle of 2017 to the middle of 2019.

There are 12 promises in the plan.
The promises are called commitments.
State institutions keep the promises.
Organisations often help.

Institutions tell what has been done.
Organisations say what they think of it.
You can read all of this on this site.`,
    },
  },
  {
    plan: 'lv-3',
    number: 1,
    lv: {
      title: 'Cilvēki palīdz lemt',
      body: `Valsts un pašvaldības lemj par daudzām lietām.
Likums saka: cilvēki drīkst palīdzēt lemt.
Tas ne visur notiek vienādi labi.
Iestādes un organizācijas dažreiz nezina, kā to darīt.

Ko valsts sola:
- atbalstīt organizācijas, kas aizstāv cilvēku intereses,
- rādīt labus piemērus,
- mācīt valsts un pašvaldību darbiniekus,
- dot padomu cilvēkiem visā Latvijā.

Galvenā iestāde ir Valsts kanceleja.
Ar to kopā strādā Sabiedrības integrācijas fonds un Kultūras ministrija.
Darbs bija jāpadara līdz 2019. gada vidum.`,
    },
    en: {
      title: 'People help decide',
      body: `The state and local governments decide about many things.
The law says: people may help decide.
This does not work equally well everywhere.
Institutions and organisations sometimes do not know how to do it.

What the state promises:
- to support organisations that speak up for people,
- to show good examples,
- to train people who work for the state and for local governments,
- to give advice to people all over Latvia.

The main institution is the State Chancellery.
The Society Integration Foundation and the Ministry of Culture work with it.
The work had to be done by the middle of 2019.`,
    },
  },
  {
    plan: 'lv-3',
    number: 5,
    lv: {
      title: 'Kam valsts tērē naudu',
      body: `Katru gadu valsts plāno, kam tērēt naudu.
Šo naudas plānu sauc par valsts budžetu.
Budžetā ir gari teksti un daudz tabulu.
To ir grūti saprast.

Ko valsts sola:
- katru gadu parādīt budžetu attēlos, kurus var pētīt internetā,
- parādīt, kam nauda iet un cik tās ir,
- parādīt, kas par šo naudu tiks izdarīts.

Galvenā iestāde ir Finanšu ministrija.`,
    },
    en: {
      title: 'What the state spends money on',
      body: `Every year the state plans what to spend money on.
This money plan is called the state budget.
The budget has long texts and many tables.
It is hard to understand.

What the state promises:
- to show the budget every year in pictures that you can explore on the internet,
- to show where the money goes and how much it is,
- to show what will be done with this money.

The main institution is the Ministry of Finance.`,
    },
  },
]

/** Publishes easy texts on a plan and two commitments, marked as made for the demonstration. Where any is there, all stay as they are. */
export async function writeEasyTexts(house: House): Promise<void> {
  const objects = written.map(objectOf)
  if ((await easyTextsOf(house.db, objects, house.clock.today())).size) return
  for (const { plan, number, ...texts } of written)
    for (const language of languages) {
      const thing = number === undefined ? { plan } : { plan, number }
      await publishEasyText(house, secretary, thing, { ...texts[language], language, version: 0 })
    }
}
