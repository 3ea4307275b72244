import { Refusal } from '../errors.ts'
import type { Handler } from './handler.ts'
import { account, error } from './login.ts'
import { redirect } from './markup.ts'

/** The link of a confirmation mail: confirms the account and logs in. */
export const confirm: Handler = {
  GET: (shop, call) => {
    try {
      const customer = shop.services.customerById(Number(call.query.id))
      shop.services.activate(customer, String(call.query.key ?? ''))
      shop.services.beginSession(call, customer)
      return redirect(shop, call, account, { type: 'success', text: 'Thank you for registering.' })
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure
      return redirect(shop, call, account, error(failure.message))
    }
  },
}
