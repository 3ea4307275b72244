import { operation } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'
import { settings } from './confirm-changes.faults.ts'

const release = '2.4.9'
const route = 'confirmation.activateAsGuest'

export const confirmAsGuestFaults = faults([
  {
    id: 'guest-confirms-with-any-key',
    does: 'a guest can confirm an account with any key',
    release,
    settings,
    breaks: ['CONFIRM-24'],
    change: operation(route, (call, inner, shop) => {
      const customer = shop.services.customerByEmail(String(call.arguments.email), 1)
      return inner({ ...call, arguments: { ...call.arguments, confirmationKey: customer.confirmation ?? '' } })
    }),
  },
  {
    id: 'guest-cannot-confirm',
    does: 'a guest cannot confirm an account with the right key',
    release,
    settings,
    breaks: ['CONFIRM-25'],
    change: operation(route, () => {
      throw new Refusal(400, 'The confirmation token is invalid. Verify the token and try again.')
    }),
  },
  {
    id: 'masked-error-with-details',
    does: 'an internal error reported as 400 has parameters',
    release,
    breaks: ['ERROR-08'],
    change: operation(route, () => {
      throw new Refusal(
        400,
        'Internal Error. Details are available in Magento log file. Report ID: webapi-5f0c1d2e3b4a5',
        { class: 'CustomerRepository' },
      )
    }),
  },
])

/** A server that follows the recommendations about activating, which Magento does not follow. */
export const confirmAsGuestRemedies = faults([
  {
    id: 'activation-reveals-nothing',
    does: 'activating with a wrong key is refused alike, whether the account exists or not',
    release,
    breaks: ['CONFIRM-26'],
    change: operation(route, async (call, inner) => {
      try {
        return await inner(call)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new Refusal(400, 'The confirmation token is invalid. Verify the token and try again.')
      }
    }),
  },
])
