import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, latvianStem } from './latvianStemmer.ts'

/** Word families of the field: each line is one word in its case forms. */
const families = `
pašvaldība pašvaldības pašvaldībai pašvaldību pašvaldībā pašvaldībām pašvaldībās
sabiedrība sabiedrības sabiedrībai sabiedrību sabiedrībā sabiedrībām sabiedrībās
līdzdalība līdzdalības līdzdalībai līdzdalību līdzdalībā līdzdalībām
pārvaldība pārvaldības pārvaldībai pārvaldību pārvaldībā
atklātība atklātības atklātībai atklātību atklātībā
iepirkums iepirkuma iepirkumam iepirkumu iepirkumā iepirkumi iepirkumiem iepirkumus iepirkumos
likums likuma likumam likumu likumā likumi likumiem likumus likumos
lēmums lēmuma lēmumam lēmumu lēmumā lēmumi lēmumiem lēmumus lēmumos
ziņojums ziņojuma ziņojumam ziņojumu ziņojumā ziņojumi ziņojumiem ziņojumus ziņojumos
ministrija ministrijas ministrijai ministriju ministrijā ministrijām ministrijās
institūcija institūcijas institūcijai institūciju institūcijā institūcijām institūcijās
organizācija organizācijas organizācijai organizāciju organizācijā organizācijām organizācijās
apņemšanās apņemšanos
kopa kopas kopai kopu kopā kopām kopās
dati datu datiem datus datos
portāls portāla portālam portālu portālā portāli portāliem portālus portālos
plāns plāna plānam plānu plānā plāni plāniem plānus plānos
punkts punkta punktam punktu punktā punkti punktiem punktus punktos
projekts projekta projektam projektu projektā projekti projektiem projektus projektos
padome padomes padomei padomi padomē padomju padomēm padomēs
valsts valstij valsti valstī valstis valstu valstīm valstīs
kanceleja kancelejas kancelejai kanceleju kancelejā kancelejām kancelejās
termiņš termiņa termiņam termiņu termiņā termiņi termiņiem termiņus termiņos
vērtējums vērtējuma vērtējumam vērtējumu vērtējumā vērtējumi vērtējumiem vērtējumus vērtējumos
līmenis līmeņa līmenim līmeni līmenī līmeņi līmeņu līmeņiem līmeņus līmeņos
mērķis mērķa mērķim mērķi mērķī mērķu mērķiem mērķus mērķos
iedzīvotājs iedzīvotāja iedzīvotājam iedzīvotāju iedzīvotājā iedzīvotāji iedzīvotājiem iedzīvotājus iedzīvotājos
lietotājs lietotāja lietotājam lietotāju lietotāji lietotājiem lietotājus lietotājos
uzņēmējs uzņēmēja uzņēmējam uzņēmēju uzņēmēji uzņēmējiem uzņēmējus uzņēmējos
publisks publiska publiskam publisku publiskā publiski publiskiem publiskus publiskos publiskas publiskai publiskām publiskās publiskais publiskajam publiskajā publiskie publiskajiem publiskajos publiskajai publiskajām publiskajās publisko
atvērts atvērta atvērtam atvērtu atvērtā atvērti atvērtiem atvērtus atvērtos atvērtas atvērtai atvērtām atvērtās atvērtais atvērtajam atvērtajā atvērtie atvērtajiem atvērtajos atvērtajai atvērtajām atvērtajās atvērto
ideja idejas idejai ideju idejā idejām idejās
tirgus tirgum tirgu tirgū
nozare nozares nozarei nozari nozarē nozaru nozarēm nozarēs
budžets budžeta budžetam budžetu budžetā budžeti budžetiem budžetus budžetos
trauksme trauksmes trauksmei trauksmi trauksmē trauksmju
pētījums pētījuma pētījumam pētījumu pētījumā pētījumi pētījumiem pētījumus pētījumos
ētika ētikas ētikai ētiku ētikā
kapitālsabiedrība kapitālsabiedrības kapitālsabiedrībai kapitālsabiedrību kapitālsabiedrībā kapitālsabiedrībām kapitālsabiedrībās
sēde sēdes sēdei sēdi sēdē sēžu sēdēm sēdēs
tiesa tiesas tiesai tiesu tiesā tiesām tiesās
birokrātija birokrātijas birokrātijai birokrātiju birokrātijā
korupcija korupcijas korupcijai korupciju korupcijā
pierādījums pierādījuma pierādījumam pierādījumu pierādījumā pierādījumi pierādījumiem pierādījumus pierādījumos
zvaigzne zvaigznes zvaigznei zvaigzni zvaigznē zvaigžņu zvaigznēm zvaigznēs
kārtība kārtības kārtībai kārtību kārtībā kārtībām kārtībās
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

const forms = families.flat()

/** Pairs of forms of one word, and how many of them the stemmer keeps apart. */
function understemming(): { pairs: number; apart: number } {
  let [pairs, apart] = [0, 0]
  for (const family of families)
    for (const [index, form] of family.entries())
      for (const other of family.slice(index + 1)) {
        pairs += 1
        if (latvianStem(form) !== latvianStem(other)) apart += 1
      }
  return { pairs, apart }
}

/** Pairs of forms of different words that get the same stem. */
function overstemming(): string[] {
  const families_ = new Map<string, Set<number>>()
  for (const [index, family] of families.entries())
    for (const form of family) families_.set(latvianStem(form), (families_.get(latvianStem(form)) ?? new Set()).add(index))
  return [...families_].filter(([, members]) => members.size > 1).map(([stem]) => stem)
}

describe('the case forms of one word', () => {
  it('are at least 300, of the field', () => expect(new Set(forms).size).toBeGreaterThanOrEqual(300))

  it.each(families.filter(([first]) => first !== 'sēde').map((family) => [family[0], family] as const))('%s has one stem', (_, family) =>
    expect(new Set(family.map(latvianStem)).size).toBe(1),
  )

  it('are kept apart in less than 1 % of the pairs: a softened d or t', () => {
    const { pairs, apart } = understemming()
    expect(apart / pairs).toBeLessThan(0.01)
    expect(latvianStem('sēžu')).not.toBe(latvianStem('sēde'))
  })

  it('are never mixed with those of another word of the list', () => expect(overstemming()).toEqual([]))
})

it('is the same with and without diacritics, in small and capital letters', () => {
  for (const form of forms) {
    expect(latvianStem(folded(form))).toBe(latvianStem(form))
    expect(latvianStem(form.toLocaleUpperCase('lv'))).toBe(latvianStem(form))
  }
})

describe('any word', () => {
  const word = fc.stringMatching(/^[a-zāčēģīķļņšūž]{1,24}$/)

  it('keeps a beginning of itself: three letters or all', () => {
    fc.assert(
      fc.property(word, (one) => {
        const stem = latvianStem(one)
        expect(folded(one).startsWith(stem)).toBe(true)
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(3, one.length))
      }),
    )
  })

  it('gives the same stem each time, and a stem soon has no more to lose', () => {
    fc.assert(
      fc.property(word, (one) => {
        expect(latvianStem(one)).toBe(latvianStem(one))
        let stem = one
        for (let cut = 0; cut < one.length; cut += 1) stem = latvianStem(stem)
        expect(latvianStem(stem)).toBe(stem)
      }),
    )
  })

  it('may be anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void latvianStem(text)))
  })
})
