import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { signInFailed } from '../shared/messages.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { administrationGuarded } from './administration-guarded.scenario.ts'

const { must } = requirementsOf(administrationGuarded)
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')
const manage = 'Magento_Customer::manage'

must(
  'ADMIN-01',
  'A customer’s token cannot read any address by its id, including the customer’s own',
  {
    why: 'Address ids are small numbers. If customers can read their own by id, one mistake in a check exposes all addresses.',
    unless: without('US'),
    source: [routes(244), routes(259), recorded('bearer/reach#by-id')],
  },
  ({ 'read the address by id': address, 'read the default by id': standard }) => {
    expect(address).toBeUnauthorized(manage)
    expect(standard).toBeUnauthorized(manage)
  },
)

must(
  'ADMIN-02',
  'A customer’s token cannot change accounts or delete addresses by id, including the customer’s own',
  {
    why: 'A customer with access to these endpoints changes groups, prices and other people’s data.',
    unless: without('US'),
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
  'A guest cannot validate a customer or read the list of attributes',
  {
    why: 'Validation reveals which data the shop accepts, and the list of attributes reveals what it stores about customers.',
    source: [recorded('validate/fine#call'), routes(218), routes(67)],
  },
  ({ 'validate as a guest': validation, 'attributes as a guest': attributes }) => {
    expect(validation).toBeUnauthorized(manage)
    expect(attributes).toBeUnauthorized('Magento_Customer::customer')
  },
)

must(
  'ADMIN-04',
  'An unknown administrator gets no token',
  {
    why: 'An administrator’s token gives access to all customers. An unknown name must never get one.',
    source: [recorded('admin/token-wrong#call'), code('module-integration/etc/webapi.xml:10', '2.4.7-p6')],
  },
  ({ 'login as an unknown administrator': answer }) => {
    expect(answer).toBeRefusedWith(401, { message: signInFailed })
  },
)
