import { defineTexts } from '../../../platform/languages/texts.ts'

/** What the preview of an event says around it. */
export const previewTexts = defineTexts({
  lv: {
    title: 'Priekšskatījums',
    lead: 'Zemāk ir tas, ko redzēs visi. Izziņotu pasākumu vairs nevar dzēst: tikai mainīt vai atcelt ar pamatojumu.',
    leadChange: 'Zemāk ir tas, ko redzēs visi. Par maiņu ar vēstuli uzzinās visi, kas pieteikušies.',
    publish: 'Izziņot',
    publishChange: 'Izziņot maiņu',
    edit: 'Labot melnrakstu',
  },
  en: {
    title: 'Preview',
    lead: 'Below is what everyone will see. An announced event can’t be deleted: only changed or cancelled with a reason.',
    leadChange: 'Below is what everyone will see. Everyone who has registered is told of the change by letter.',
    publish: 'Announce',
    publishChange: 'Announce the change',
    edit: 'Edit the draft',
  },
})
