import { sendCallClose, showCallClose } from '../cycle/ideas/pages/calls/callClose.tsx'
import { sendCallForm, sendNewCall, showCallForm, showNewCall } from '../cycle/ideas/pages/calls/callForm.tsx'
import { showCallsEdit } from '../cycle/ideas/pages/calls/callsEdit.tsx'
import { callPage } from '../web/pages/call.tsx'
import { sendCallPreview, showCallPreview } from '../web/pages/callPreview.tsx'
import { ideaAwaitedPage } from '../web/pages/ideaAwaited.tsx'
import { sendEnterForm, showEnterForm } from '../web/pages/ideaEnter.tsx'
import { sendImport, sendNewImport, showImport, showNewImport } from '../web/pages/ideaImport.tsx'
import { sendIdeaForm, showIdeaForm } from '../web/pages/ideaNew.tsx'
import { sendIdeaPreview, showIdeaPreview } from '../web/pages/ideaPreview.tsx'
import { ideaReceiptPage } from '../web/pages/ideaReceipt.tsx'
import { get, kept, post, type Route } from './route.ts'

/** What answers at the addresses of calls and of sending something to them. */
export const callRoutes: readonly Route[] = [
  kept('call', callPage),
  get('ideaNew', showIdeaForm),
  post('ideaNew', sendIdeaForm),
  get('ideaPreview', showIdeaPreview),
  post('ideaPreview', sendIdeaPreview),
  get('ideaAwaited', ideaAwaitedPage),
  get('ideaReceipt', ideaReceiptPage),
  get('callsEdit', showCallsEdit),
  get('callNew', showNewCall),
  post('callNew', sendNewCall),
  get('callEdit', showCallForm),
  post('callEdit', sendCallForm),
  get('callPreview', showCallPreview),
  post('callPreview', sendCallPreview),
  get('callClose', showCallClose),
  post('callClose', sendCallClose),
  get('ideaEnter', showEnterForm),
  post('ideaEnter', sendEnterForm),
  get('importNew', showNewImport),
  post('importNew', sendNewImport),
  get('ideaImport', showImport),
  post('ideaImport', sendImport),
]
