import { operation } from '../../faults/change.ts'
import { type Call, Refusal, type Shop } from '../../reference/index.ts'

export const signInFailed =
  'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.'

export const refused = (status: number, message = signInFailed) => new Refusal(status, message)

export interface Credentials {
  username: string
  password: string
}

/** The customer with the user name of a login. */
export const named = (call: Call, shop: Shop) => shop.services.findCustomer(String(call.arguments.username ?? ''), 1)

/** Receives the credentials before the shop checks them, and may change them. */
export const credentials = (look: (given: Credentials) => Credentials | undefined) =>
  operation('token.create', (call, login) => {
    const given = call.arguments as unknown as Credentials
    call.arguments = { ...call.arguments, ...look(given) }
    return login(call)
  })
