import { parseQuery } from '../pipeline/query.ts'
import { adminStore } from '../store.ts'
import type { Answer, Call, Shop } from '../types.ts'
import { accountPage, addressBook, newAddress } from './account.ts'
import { confirm } from './confirm.ts'
import type { Handler } from './handler.ts'
import { login, loginPost, logout, logoutSuccess } from './login.ts'
import { redirect, sessionEnded } from './markup.ts'
import { createPassword, forgotPassword, resetPasswordPost } from './password.ts'

/** The customer account pages by path in lower case, because Magento ignores the case of the last part. */
const handlers: Record<string, Handler> = {
  '/customer/account': accountPage,
  '/customer/account/index': accountPage,
  '/customer/account/login': login,
  '/customer/account/loginpost': loginPost,
  '/customer/account/logout': logout,
  '/customer/account/logoutsuccess': logoutSuccess,
  '/customer/account/forgotpassword': forgotPassword,
  '/customer/account/createpassword': createPassword,
  '/customer/account/resetpasswordpost': resetPasswordPost,
  '/customer/account/confirm': confirm,
  '/customer/address': addressBook,
  '/customer/address/index': addressBook,
  '/customer/address/new': newAddress,
}

/**
 * Answers requests for the storefront's customer account pages (docs/findings.md#the-storefront), without theme or
 * scripts.
 * @param path without a trailing slash
 * @returns undefined for other paths
 */
export function answerStorefront(shop: Shop, call: Call, path: string): Answer | Promise<Answer> | undefined {
  const handler = handlers[path.replace(/\/referer\/[^/]+$/, '').toLowerCase()]
  const handle = handler?.[call.method as 'GET' | 'POST']
  if (!handler) return undefined
  call.store = shop.store.stores[0] ?? adminStore
  if (shop.services.leaveEnded(call)) return sessionEnded(shop, call)
  if (!handle) return redirect(shop, call, '/')
  return handle(shop, call, parseQuery(call.body.toString()))
}
