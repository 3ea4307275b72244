import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread } from '../../src/judge/source.ts'
import { signInFailed } from '../shared/messages.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { administrationGuarded } from './administration-guarded.scenario.ts'

const { must } = requirementsOf(administrationGuarded)
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')
const manage = 'Magento_Customer::manage'

must(
  'ADMIN-01',
  'a customer’s token reads no address by its id, not even an own one',
  {
    why: 'Address ids are small numbers. Open by id for the own one, a check for all others is one mistake away from a copy of all addresses.',
    source: [routes(244), routes(259), recorded('bearer/reach#by-id')],
  },
  ({ 'read the address by id': address, 'read the default by id': standard }) => {
    expect(address).toBeUnauthorized(manage)
    expect(standard).toBeUnauthorized(manage)
  },
)

must(
  'ADMIN-02',
  'a customer’s token changes no account and deletes no address by id, not even an own one',
  {
    why: 'A customer who can write here changes groups, prices and other people’s data.',
    source: [routes(131), routes(280), recorded('bearer/reach#delete'), thread('magento/magento2#31806')],
  },
  ({ create, 'change the account by id': change, 'delete the address by id': deletion, me }) => {
    expect(change).toBeUnauthorized(manage)
    expect(deletion).toBeUnauthorized(manage)
    expectSameProfile(me, create)
  },
)

must(
  'ADMIN-03',
  'validating a customer and the list of attributes are closed to guests',
  {
    why: 'Validation tells which data the shop takes, and at length; the list of attributes names what it keeps of its customers.',
    source: [recorded('validate/fine#call'), routes(218), routes(67)],
  },
  ({ 'validate as a guest': validation, 'attributes as a guest': attributes }) => {
    expect(validation).toBeUnauthorized(manage)
    expect(attributes).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ADMIN-04',
  'an administrator who does not exist gets no token',
  {
    why: 'The administrator’s login opens all customers at once: a wrong name must get nothing, least of all a token.',
    source: [recorded('admin/token-wrong#call'), code('module-integration/etc/webapi.xml:10', '2.4.7-p6')],
  },
  ({ 'login as an unknown administrator': answer }) => {
    expect(answer).toBeRefusedWith(401, { message: signInFailed })
  },
)
