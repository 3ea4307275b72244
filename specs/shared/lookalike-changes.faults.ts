import { operation } from '../../faults/change.ts'
import { jsonOf } from '../../faults/changes/requests.ts'
import type { Call, Change, Customer, Shop } from '../../reference/index.ts'

/** What stands in the body under a name, before it is bound. */
export const sent = ({ body }: Call, name: string): unknown =>
  (jsonOf({ body }) as Record<string, unknown> | undefined)?.[name]

/** Takes something from the account after an operation has gone well. */
export const losing = (name: string, whose: (call: Call, shop: Shop) => Customer | undefined): Change =>
  operation(name, (call, inner, shop) => {
    const answer = inner(call)
    const customer = whose(call, shop)
    if (customer) Object.assign(customer, { addresses: [], default_billing: undefined, default_shipping: undefined })
    return answer
  })
