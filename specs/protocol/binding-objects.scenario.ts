import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

const customers = '/V1/customers'

export const bindingObjects = scenario(
  'binding-objects',
  {
    chapter: 'Binding parameters',
    asks: 'customers come with fields that there are not, and with values of wrong types at every depth',
    records: [
      'unknown field',
      'unknown field of an address',
      'unknown extension attribute',
      'list for a text',
      'text for a list',
      'attribute without a code',
      'create after all',
      'text for an object',
      'script',
      'odd but acceptable',
      'twenty-one addresses',
    ],
  },
  async ({ register, account }) => {
    const refused = account()
    const create = (changes: Record<string, unknown>) => post(customers, minimalCustomer(refused, changes))
    const { email } = refused
    await register('unknown field', email, create({ surprise: 1 }))
    const strange = [documentedAddress({ surprise: 1 })]
    await register('unknown field of an address', email, create({ addresses: strange }))
    await register('unknown extension attribute', email, create({ extension_attributes: { surprise: 1 } }))
    await register('list for a text', email, create({ lastname: ['Doe'] }))
    const oneLine = [documentedAddress({ street: '123 Oak Ave' })]
    await register('text for a list', email, create({ addresses: oneLine }))
    await register('attribute without a code', email, create({ custom_attributes: [{ value: '1' }] }))
    const attributes = [{ attribute_code: 'surprise', value: '1' }]
    await register('create after all', email, create({ custom_attributes: attributes }))

    // Without a password: with one, some releases fail on the missing e-mail.
    await register('text for an object', account().email, post(customers, { customer: 'x' }))
    const scripted = account()
    const taxvat = '<script>alert(1)</script>'
    await register('script', scripted.email, post(customers, minimalCustomer(scripted, { taxvat })))
    const odd = account()
    const changes = {
      lastname: 5,
      disable_auto_group_change: '1',
      addresses: [documentedAddress({ defaultShipping: 'yes', defaultBilling: 'false' })],
    }
    await register('odd but acceptable', odd.email, post(customers, minimalCustomer(odd, changes)))
    const many = account()
    // What is no object counts as an empty one, and an address without a country is dropped.
    const addresses = Array.from({ length: 21 }, () => 'x')
    await register('twenty-one addresses', many.email, post(customers, minimalCustomer(many, { addresses })))
  },
)
