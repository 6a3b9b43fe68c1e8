import { sendFollowConfirm, showFollowConfirm } from '../follow/pages/followConfirm.tsx'
import { sendFollow, showFollow } from '../follow/pages/followPage.tsx'
import { sendSubscriptions, showSubscriptions } from '../follow/pages/subscriptionsPage.tsx'
import { sendUnsubscribe, showUnsubscribe } from '../follow/pages/unsubscribePage.tsx'
import { forgetEverywhere } from '../mine/index.ts'
import { sendMineData, showMineData } from '../mine/pages/mineData.tsx'
import { sendMine, showMine } from '../mine/pages/minePage.tsx'
import { sendAccount, showAccount } from '../people/pages/account.tsx'
import { sendActConfirm, showActConfirm } from '../people/pages/actConfirm.tsx'
import { sendActingFor, showActingFor } from '../people/pages/actingFor.tsx'
import { sendAuthenticatorApp, showAuthenticatorApp } from '../people/pages/authenticatorApp.tsx'
import { demonstrationSignIn } from '../people/pages/demonstrationSignIn.ts'
import { sendErase, showErase, showErased } from '../people/pages/erase.tsx'
import { identityReturn, sendIdentityStart } from '../people/pages/identity.tsx'
import { sendIdentityLink, showIdentityLink } from '../people/pages/identityLink.tsx'
import { sendPasskey, showPasskey } from '../people/pages/passkeyEdit.tsx'
import { sendNewPasskey, showNewPasskey } from '../people/pages/passkeyNew.tsx'
import { sendRecoveryCodes, showRecoveryCodes } from '../people/pages/recoveryCodes.tsx'
import { sendSecondStep, showSecondStep } from '../people/pages/secondStep.tsx'
import { sendSignIn, showSignIn } from '../people/pages/signIn.tsx'
import { sendSignInConfirm, showSignInConfirm } from '../people/pages/signInConfirm.tsx'
import { sendSignInPasskey, showSignInPasskey } from '../people/pages/signInPasskey.tsx'
import { sendSignOut } from '../people/pages/signOut.ts'
import { keptFormPage } from '../web/pages/keptForm.tsx'
import { dataMap } from '../web/pages/privacy/dataMap.ts'
import { confirmableActs } from './confirmableActs.ts'
import { get, post, type Route } from './route.ts'

/** Ways in, one’s own account and page, and what is followed by e-mail. */
export const peopleRoutes: readonly Route[] = [
  get('followConfirm', showFollowConfirm),
  post('followConfirm', sendFollowConfirm),
  get('subscriptions', showSubscriptions),
  post('subscriptions', sendSubscriptions),
  get('unsubscribe', showUnsubscribe),
  post('unsubscribe', sendUnsubscribe),
  get('follow', showFollow),
  post('follow', sendFollow),
  get('signIn', showSignIn),
  post('signIn', sendSignIn),
  get('signInConfirm', showSignInConfirm),
  post('signInConfirm', sendSignInConfirm),
  get('actConfirm', showActConfirm(confirmableActs)),
  post('actConfirm', sendActConfirm(confirmableActs)),
  get('signInPasskey', showSignInPasskey),
  post('signInPasskey', sendSignInPasskey),
  get('secondStep', showSecondStep),
  post('secondStep', sendSecondStep),
  post('identityStart', sendIdentityStart),
  get('identityReturn', identityReturn),
  get('identityLink', showIdentityLink),
  post('identityLink', sendIdentityLink),
  post('signOut', sendSignOut),
  get('keptForm', keptFormPage),
  get('account', showAccount),
  post('account', sendAccount),
  get('passkeyNew', showNewPasskey),
  post('passkeyNew', sendNewPasskey),
  get('passkeyEdit', showPasskey),
  post('passkeyEdit', sendPasskey),
  get('authenticatorApp', showAuthenticatorApp),
  post('authenticatorApp', sendAuthenticatorApp),
  get('recoveryCodes', showRecoveryCodes),
  post('recoveryCodes', sendRecoveryCodes),
  get('actingFor', showActingFor),
  post('actingFor', sendActingFor),
  get('mine', showMine),
  post('mine', sendMine),
  get('mineData', showMineData(dataMap)),
  post('mineData', sendMineData(dataMap)),
  get('mineErase', showErase),
  post('mineErase', sendErase(forgetEverywhere)),
  get('mineErased', showErased),
  get('demonstrationSignIn', demonstrationSignIn),
]
