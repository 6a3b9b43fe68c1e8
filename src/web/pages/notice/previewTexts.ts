import { defineTexts } from '../../../platform/languages/texts.ts'

/** What the preview of a notice says around it. */
export const previewTexts = defineTexts({
  lv: {
    title: 'Priekšskatījums',
    lead: 'Zemāk ir tieši tas, ko redzēs visi. Pēc publicēšanas to vairs nevar dzēst: tikai labot vai atsaukt ar pamatojumu.',
    scheduled: (date: string) =>
      `Tiks publicēts automātiski ${date}. Līdz tam to redz tikai sekretariāts. Zemāk ir tieši tas, ko redzēs visi.`,
    publish: 'Publicēt tagad',
    publishCorrection: 'Publicēt labojumu tagad',
    unschedule: 'Atcelt ieplānošanu',
    edit: 'Labot melnrakstu',
    later: 'Publicēt vēlāk, izvēlētā dienā',
    day: 'Diena, kurā publicēt',
    dayHint: 'Tas kļūs redzams, kad pienāks šī diena. Arī žurnāla ieraksts top tikai tad.',
    schedule: 'Ieplānot',
  },
  en: {
    title: 'Preview',
    lead: 'Below is exactly what everyone will see. Once published it can’t be deleted: only corrected or withdrawn with a reason.',
    scheduled: (date: string) =>
      `It will be published automatically ${date}. Until then only the secretariat sees it. Below is exactly what everyone will see.`,
    publish: 'Publish now',
    publishCorrection: 'Publish the correction now',
    unschedule: 'Take the schedule back',
    edit: 'Edit the draft',
    later: 'Publish later, on a chosen day',
    day: 'Day on which to publish',
    dayHint: 'It becomes visible when that day comes. The entry in the record is made only then.',
    schedule: 'Schedule',
  },
})
