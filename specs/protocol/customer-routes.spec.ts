import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { customerRoutes } from './customer-routes.scenario.ts'
import { deletePermission } from './customer-routes.ts'

const { must } = requirementsOf(customerRoutes)

const filter = code('framework/Webapi/Rest/Response/FieldsFilter.php:41', '2.4.7-p6')

must(
  'ROUTE-21',
  '`?fields=id,email` returns these two fields and no others',
  {
    why: 'Mobile clients request two fields to save data. With all fields they are slow; with fewer they crash.',
    source: [filter, recorded('protocol/fields-filter#call')],
  },
  ({ 'create, two fields': create }) => {
    expect(create).toSucceed()
    expect(create.at('')).toBe('exactly the fields id and email', (value) => keys(value) === 'email,id')
    expect(create.at('/email')).toEqual(create.sent('/customer/email'))
  },
)

must(
  'ROUTE-22',
  '`?fields=` selects inside lists and objects: `addresses[city,region[region]]`',
  {
    why: 'Clients that need only the city would otherwise load, log and cache whole address books.',
    source: [filter, recorded('protocol/fields-filter-nested#call')],
  },
  ({ me, 'me, some fields': some }) => {
    const whole = known<{ email: string; addresses?: Address[] }>(me.at(''))
    if (!whole.addresses?.length) inapplicable('the shop accepted no address in the United States')
    const addresses = whole.addresses.map(({ city, region }) => ({ region: { region: region.region }, city }))
    expect(some).toAnswer({ email: whole.email, addresses })
  },
)

must(
  'ROUTE-23',
  'A customer cannot delete the account over the API; a rejected attempt changes nothing',
  {
    why: 'A stolen token would be enough to delete the account. Clients that offer deletion have to go through support.',
    source: [
      code('module-customer/etc/webapi.xml:230', '2.4.7-p6'),
      verified('methods'),
      thread('magento/magento2#36921'),
    ],
  },
  ({ me, 'delete me': deleted, 'me after deleting': after }, shop) => {
    expect(deleted).toBeUnauthorized(deletePermission(shop))
    expect(after).toAnswerLike(me, 200)
  },
)

interface Address {
  readonly city: string
  readonly region: { readonly region: string | null }
}

function keys(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.keys(value).sort().join() : ''
}
