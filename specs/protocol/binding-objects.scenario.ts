import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { documentedAddress, minimalCustomer } from '../shared/payload.ts'

const customers = '/V1/customers'

export const bindingObjects = scenario(
  'binding-objects',
  {
    chapter: 'Binding parameters',
    asks: 'requests contain unknown fields, and values of wrong types at every depth',
    rests: [
      {
        rest: ['create after all'],
        on: [
          'unknown field',
          'unknown field of an address',
          'unknown extension attribute',
          'list for a text',
          'text for a list',
          'attribute without a code',
        ],
        was: 'refused',
      },
    ],
  },
  async function* ({ register, account }) {
    const refused = account()
    const create = (changes: Record<string, unknown>) => post(customers, minimalCustomer(refused, changes))
    const { email } = refused
    yield* register('unknown field', email, create({ surprise: 1 }))
    const strange = [documentedAddress({ surprise: 1 })]
    yield* register('unknown field of an address', email, create({ addresses: strange }))
    yield* register('unknown extension attribute', email, create({ extension_attributes: { surprise: 1 } }))
    yield* register('list for a text', email, create({ lastname: ['Doe'] }))
    const oneLine = [documentedAddress({ street: '123 Oak Ave' })]
    yield* register('text for a list', email, create({ addresses: oneLine }))
    yield* register('attribute without a code', email, create({ custom_attributes: [{ value: '1' }] }))
    const attributes = [{ attribute_code: 'surprise', value: '1' }]
    yield* register('create after all', email, create({ custom_attributes: attributes }))

    // Without a password, because with one some releases fail for the missing e-mail.
    yield* register('text for an object', account().email, post(customers, { customer: 'x' }))
    const scripted = account()
    const taxvat = '<script>alert(1)</script>'
    yield* register('script', scripted.email, post(customers, minimalCustomer(scripted, { taxvat })))
    const odd = account()
    const changes = {
      lastname: 5,
      disable_auto_group_change: '1',
      addresses: [documentedAddress({ defaultShipping: 'yes', defaultBilling: 'false' })],
    }
    yield* register('odd but acceptable', odd.email, post(customers, minimalCustomer(odd, changes)))
    const many = account()
    // A value that is not an object counts as an empty object, and an address without a country is dropped.
    const addresses = Array.from({ length: 21 }, () => 'x')
    yield* register('twenty-one addresses', many.email, post(customers, minimalCustomer(many, { addresses })))
  },
)
