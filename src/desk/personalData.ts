import { type DataMap, withPersonalData } from '../platform/dataMap.ts'
import { taskAssignment } from './tables.ts'

/** Who was handed which task. */
export const deskData: DataMap = [
  withPersonalData(taskAssignment, [
    {
      columns: ['task', 'organisationId', 'personId', 'assignedOn'],
      what: {
        lv: 'Kuram kolēģim institūcijā vai organizācijā nodots kurš darbs un kad.',
        en: 'Which task was handed to which colleague in an institution or organisation, and when.',
      },
      why: {
        lv: 'Lai institūcijas cilvēki zinātu, kurš no viņiem ko dara.',
        en: 'So that those who act for an institution know which of them does what.',
      },
      basis: 'public task',
      seenBy: {
        lv: 'Tie, kas pārstāv to pašu institūciju vai organizāciju, un sekretariāts.',
        en: 'Those who act for the same institution or organisation, and the secretariat.',
      },
      kept: {
        until: {
          lv: 'Līdz darbu nodod citam vai paņem atpakaļ, vai lietotājs vairs nepārstāv šo institūciju vai organizāciju.',
          en: 'Until the task is handed to someone else or taken back, or the user no longer acts for the institution or organisation.',
        },
      },
    },
  ]),
]
