import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { expectDefaultAddress } from '../shared/profile.ts'
import { defaultAddresses } from './default-addresses.scenario.ts'

const whyDefaults =
  'Checkout fills in this address. The other one, or one that is not marked, bills or ships to the wrong place.'

const { must } = requirementsOf(defaultAddresses)

must(
  'DEFAULT-01',
  'A customer reads their own default billing address, marked as default',
  {
    why: whyDefaults,
    unless: without('US'),
    source: [recorded('bearer/reach#billing'), code('module-customer/etc/webapi.xml:250', '2.4.7-p6')],
  },
  ({ create, billing }) => expectDefaultAddress(billing, create, 'default_billing'),
)

must(
  'DEFAULT-02',
  'A customer reads their own default shipping address, marked as default',
  {
    why: whyDefaults,
    unless: without('US'),
    source: [recorded('bearer/reach#shipping'), code('module-customer/etc/webapi.xml:265', '2.4.7-p6')],
  },
  ({ create, shipping }) => expectDefaultAddress(shipping, create, 'default_shipping'),
)

must(
  'DEFAULT-03',
  'Without a default address, the response is an empty list',
  {
    why: 'The response is neither null nor 404. A client that does not handle an empty list crashes for every new customer.',
    source: [recorded('bearer/no-address#billing'), recorded('bearer/no-address#shipping')],
  },
  ({ 'no billing': billing, 'no shipping': shipping }) => {
    expect(billing).toAnswer([])
    expect(shipping).toAnswer([])
  },
)

must(
  'DEFAULT-04',
  'A guest cannot read default addresses',
  {
    why: 'A customer’s address is private. Only the customer and the shop may read it.',
    profile: 'shape',
    source: [code('module-customer/etc/webapi.xml:250', '2.4.7-p6'), verified('customers-of-an-administrator')],
  },
  ({ 'billing as a guest': billing, 'shipping as a guest': shipping }) => {
    for (const answer of [billing, shipping]) expect(answer).toBeUnauthorized()
  },
)
