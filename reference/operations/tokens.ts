import { missing, type Problem, refusalOf, required } from '../errors.ts'
import { signInFailed } from '../services/authentication.ts'
import type { Admin, User } from '../store.ts'
import type { Call, Operation, Shop } from '../types.ts'

interface Credentials {
  username: string
  password: string
}

export function tokenOperations(shop: Shop): Record<string, Operation> {
  return {
    'token.create': (call) => {
      const credentials = checked(call)
      const { username } = credentials
      if (shop.services.isThrottled(username, 'customer')) throw signInFailed()
      const customer = shop.services.findCustomer(username, shop.services.currentWebsite(call.store))
      try {
        if (!customer) throw signInFailed()
        shop.services.authenticate(customer, credentials.password)
      } catch (error) {
        shop.services.countFailedLogin(username, 'customer')
        throw error
      }
      shop.services.resetFailedLogins(username, 'customer')
      if (shop.rules.loginClearsLock) shop.services.unlock(customer)
      if (shop.rules.lastLoginRecorded) customer.lastLoginAt = shop.clock.now()
      call.dropped.push('persistent_shopping_cart', 'form_key')
      return shop.services.issueToken({ type: 'customer', id: customer.id })
    },

    'token.createAdmin': (call) => {
      const admin = adminOf(shop, call)
      if (shop.services.needsSecondFactor()) throw shop.services.wantsSecondFactor(admin)
      return shop.services.issueToken({ type: 'admin', id: admin.id })
    },

    'token.createAdminWithCode': (call) => {
      if (!shop.services.needsSecondFactor()) throw missing('Request does not match any route.')
      const admin = adminOf(shop, call)
      shop.services.checkCode(admin, String(call.arguments.otp))
      return shop.services.issueToken({ type: 'admin', id: admin.id })
    },

    'token.revoke': (call) => {
      shop.services.revokeTokens(call.user as User)
      return true
    },
  }
}

/** @throws Refusal 401 with the same message for any reason */
function adminOf(shop: Shop, call: Call): Admin {
  const { username, password } = checked(call)
  const admin = shop.store.admins.find((known) => known.username === username)
  const throttled = shop.services.isThrottled(username, 'admin')
  if (throttled || !admin || admin.password !== password) {
    if (!throttled) shop.services.countFailedLogin(username, 'admin')
    if (shop.rules.adminFailureDropsFormKey) call.dropped.push('form_key')
    throw signInFailed()
  }
  shop.services.resetFailedLogins(username, 'admin')
  return admin
}

/** Empty values count as missing. */
function checked(call: Call): Credentials {
  const credentials = call.arguments as unknown as Credentials
  const problems: Problem[] = (['username', 'password'] as const)
    .filter((field) => credentials[field] === '')
    .map(required)
  if (problems.length) throw refusalOf(problems)
  return credentials
}
