import type { Services, Shop } from '../types.ts'
import { accessServices } from './access.ts'
import { addressServices } from './addresses.ts'
import { addressTextServices } from './addressTexts.ts'
import { authenticationServices } from './authentication.ts'
import { confirmationServices } from './confirmation.ts'
import { customerServices } from './customers.ts'
import { emailServices } from './emails.ts'
import { errorServices } from './errors.ts'
import { integrationServices } from './integrations.ts'
import { lockServices } from './lock.ts'
import { mailServices } from './mails.ts'
import { nameServices } from './names.ts'
import { passwordServices } from './passwords.ts'
import { resetServices } from './resets.ts'
import { secondFactorServices } from './secondFactor.ts'
import { sessionServices } from './sessions.ts'
import { storefrontServices } from './storefront.ts'
import { storeServices } from './stores.ts'
import { throttleServices } from './throttle.ts'
import { tokenServices } from './tokens.ts'
import { viewServices } from './views.ts'

/** Creates all services of a shop. */
export function createServices(shop: Shop): Services {
  return {
    ...accessServices(shop),
    ...addressServices(shop),
    ...addressTextServices(shop),
    ...authenticationServices(shop),
    ...confirmationServices(shop),
    ...customerServices(shop),
    ...emailServices(shop),
    ...errorServices(shop),
    ...integrationServices(shop),
    ...lockServices(shop),
    ...mailServices(shop),
    ...nameServices(shop),
    ...passwordServices(shop),
    ...resetServices(shop),
    ...secondFactorServices(shop),
    ...sessionServices(shop),
    ...storefrontServices(shop),
    ...storeServices(shop),
    ...throttleServices(shop),
    ...tokenServices(shop),
    ...viewServices(shop),
  }
}
