import { sendConclusion, showConclusion } from '../cycle/events/pages/conclusionPage.tsx'
import { sendDoor, showDoor } from '../cycle/events/pages/doorPage.tsx'
import { eventPage } from '../cycle/events/pages/event.tsx'
import { sendEventCancel, showEventCancel } from '../cycle/events/pages/eventCancel.tsx'
import { eventCalendar, eventPhotograph } from '../cycle/events/pages/eventFiles.ts'
import { sendEventForm, sendNewEvent, showEventForm, showNewEvent } from '../cycle/events/pages/eventForm.tsx'
import { sendEventPreview, showEventPreview } from '../cycle/events/pages/eventPreview.tsx'
import { eventsPage } from '../cycle/events/pages/events.tsx'
import { showEventsEdit } from '../cycle/events/pages/eventsEdit.tsx'
import { sendLeave, showLeave } from '../cycle/events/pages/leavePage.tsx'
import { sendMinutesForm, showMinutesForm } from '../cycle/events/pages/minutesForm.tsx'
import {
  sendNewPhotograph,
  sendPhotographWithdrawal,
  showNewPhotograph,
  showPhotographWithdrawal,
} from '../cycle/events/pages/photographForm.tsx'
import { sendRegistration, showRegistration } from '../cycle/events/pages/registrationForm.tsx'
import { get, kept, post, type Route } from './route.ts'

/** Events: what everyone sees, and what the secretariat does. */
export const eventRoutes: readonly Route[] = [
  kept('events', eventsPage),
  get('eventCalendar', eventCalendar),
  get('eventRegister', showRegistration),
  post('eventRegister', sendRegistration),
  get('eventLeave', showLeave),
  post('eventLeave', sendLeave),
  get('eventPhotograph', eventPhotograph),
  get('event', eventPage),
  get('eventsEdit', showEventsEdit),
  get('eventNew', showNewEvent),
  post('eventNew', sendNewEvent),
  get('eventEdit', showEventForm),
  post('eventEdit', sendEventForm),
  get('eventPreview', showEventPreview),
  post('eventPreview', sendEventPreview),
  get('eventCancel', showEventCancel),
  post('eventCancel', sendEventCancel),
  get('eventDoor', showDoor),
  post('eventDoor', sendDoor),
  get('eventMinutesEdit', showMinutesForm),
  post('eventMinutesEdit', sendMinutesForm),
  get('eventConclusion', showConclusion),
  post('eventConclusion', sendConclusion),
  get('eventPhotographNew', showNewPhotograph),
  post('eventPhotographNew', sendNewPhotograph),
  get('eventPhotographWithdraw', showPhotographWithdrawal),
  post('eventPhotographWithdraw', sendPhotographWithdrawal),
]
