import { isDeepStrictEqual } from 'node:util'
import { expect } from '../../src/judge/expect.ts'
import { known, needed } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Undecided } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { signInFailed } from '../shared/messages.ts'
import { asAdministrator, permitted } from '../shared/permitted.ts'
import { addressesOf, expectNotFound } from '../shared/profile.ts'
import { administrationDelete } from './administration-delete.scenario.ts'

const whyGone = 'Deleting is what a customer may demand by law. What can still be read or used was not deleted.'

const { must, should } = asAdministrator(requirementsOf(administrationDelete))
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')

/** Returns the ids of the remaining addresses. @throws Undecided, blocked, if the first address was not deleted */
function leftIn(create: Exchange, deletion: Exchange, read: Exchange): number[] {
  known(read.at('/addresses'))
  const left = addressesOf(read).map(({ id }) => Number(id))
  const isIt = read.at('/id').value === known(create.at('/id'))
  if (deletion.json !== true || !isIt || left.includes(known<number>(create.at('/addresses/0/id'))))
    throw new Undecided('blocked', 'the address was not deleted', { by: deletion.name })
  return left
}

must(
  'ADMIN-32',
  'An administrator deletes an address, which is then no longer found',
  {
    why: 'Returning `true` for an address that was not deleted leaves data in the shop that its owner had removed.',
    unless: without('US'),
    source: [routes(280), verified('customers-of-an-administrator')],
  },
  ({ create, 'delete the address': answer, 'read the deleted address': read, 'delete the address again': again }) => {
    expect(answer).toAnswer(true)
    for (const gone of [read, again]) expectNotFound(gone, 'addressId', known<number>(create.at('/addresses/0/id')))
  },
)

must(
  'ADMIN-45',
  'After its default address is deleted, a customer names no default address',
  {
    why: 'Checkout asks for the address with this id and fails, or shows the next customer who gets the id.',
    unless: without('US'),
    source: [
      code('module-customer/Model/ResourceModel/Address.php', '2.4.7-p6'),
      code('module-customer/Model/ResourceModel/Address/DeleteRelation.php', '2.4.7-p6'),
      routes(280),
    ],
  },
  ({ create, 'delete the address': answer, 'read without the address': read }) => {
    const left = leftIn(create, answer, read)
    const wasDefault = create.at('/default_billing').value === String(create.at('/addresses/0/id').value)
    needed(create, wasDefault, 'with another default address than the one deleted')
    const fields = ['default_billing', 'default_shipping']
    // If an address replaces the deleted one, the response shows it.
    for (const index of left.keys())
      for (const field of fields) expect(read.at(`/addresses/${index}/${field}`)).toBeAbsent()
    for (const field of fields) expect(read.at(`/${field}`)).toBeAbsent()
  },
)

must(
  'ADMIN-51',
  'Deleting an address leaves the customer’s other addresses',
  {
    why: 'Support removes one outdated address. If others are deleted too, the customer has to enter them again.',
    unless: without('US'),
    source: [code('module-customer/Model/ResourceModel/Address/DeleteRelation.php', '2.4.7-p6'), routes(280)],
  },
  ({ create, 'delete the address': answer, 'read without the address': read }) => {
    const left = leftIn(create, answer, read)
    const deleted = create.at('/addresses/0/id').value
    const others = addressesOf(create).flatMap(({ id }) => (id === deleted ? [] : Number(id)))
    expect(read.at('/addresses')).toBe(`the addresses ${others.join(', ')}`, () => isDeepStrictEqual(left, others))
  },
)

must(
  'ADMIN-33',
  'An administrator deletes a customer',
  {
    why: 'Deleting is what a customer may demand by law, and what this suite itself cleans up with.',
    source: [recorded('admin/life#delete'), routes(230)],
  },
  ({ delete: answer }) => {
    expect(answer).toAnswer(true)
  },
)

must(
  'ADMIN-34',
  'A deleted customer can be neither read nor deleted again',
  { why: whyGone, source: [recorded('admin/life#read-gone'), recorded('admin/life#delete-gone')] },
  ({ create, 'read the deleted one': read, 'delete again': again }) => {
    for (const gone of [read, again]) expectNotFound(gone, 'customerId', known<number>(create.at('/id')))
  },
)

should(
  'ADMIN-52',
  'A search no longer finds a deleted customer',
  { why: whyGone, source: [recorded('admin/life#read-gone'), verified('search')] },
  ({ delete: deletion, 'search the deleted one': found }) => {
    permitted(deletion)
    expect(found).toSucceed()
    known(found.at('/items'))
    expect(found.at('/items')).toEqual([])
    expect(found.at('/total_count')).toEqual(0)
  },
)

must(
  'ADMIN-35',
  'A deleted customer no longer logs in',
  { why: whyGone, source: [recorded('admin/life#login-deleted'), verified('customers-of-an-administrator')] },
  ({ delete: deletion, 'login of the deleted one': answer }) => {
    permitted(deletion)
    expect(answer).toBeRefusedWith(401, { message: signInFailed })
  },
)

must(
  'ADMIN-36',
  'The e-mail of a deleted customer registers again, as another customer',
  {
    why: 'A customer who comes back must be able to, and must not find the old account’s data.',
    source: [recorded('admin/life#email-free-again'), code('module-customer/etc/webapi.xml:230', '2.4.7-p6')],
  },
  ({ create, delete: deletion, 'register again': answer }) => {
    permitted(deletion)
    expect(answer).toSucceed()
    expect(answer.at('/email')).toEqual(create.at('/email'))
    const earlier = known(create.at('/id'))
    expect(answer.at('/id')).toBe('another id', (id) => Number.isInteger(id) && id !== earlier)
  },
)

must(
  'ADMIN-46',
  'A token of a deleted customer does not open the account that registers with the same e-mail',
  {
    why: 'The mailbox may have a new owner. The holder of the old token would read the new owner’s data.',
    source: [recorded('admin/life#email-free-again'), verified('customers-of-an-administrator')],
  },
  ({ delete: deletion, 'register again': again, 'me with the token of the deleted one': me }) => {
    permitted(deletion)
    if (again.status !== 200) throw new Undecided('blocked', `"${again.name}" made no account`, { by: again.name })
    if (me.status === 200) expect(me.at('/id')).toBe('the id of nobody else', (id) => id !== again.at('/id').value)
  },
)
