import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateNames = scenario(
  'validate-names',
  {
    chapter: 'Validation',
    asks: 'visitors register with common and uncommon names, and with code in names',
  },
  async function* ({ register, account }) {
    const create = <const Name extends string>(name: Name, names: Record<string, string>) => {
      const visitor = account()
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, names)))
    }
    yield* create('common', { firstname: 'Жанна-Lou', lastname: "O'Neil, Jr. 2" })
    yield* create('code in every name', {
      firstname: '{{var this.getEmail()}}',
      lastname: 'Doe{',
      middlename: 'x<y',
    })
    yield* create('typographic apostrophe', { lastname: 'O’Neil' })
    yield* create('ampersand', { lastname: 'Smith & Sons' })
    yield* create('quotation marks', { firstname: 'Jane "Jay"' })
    // Without letters, since the character lists of releases refuse it only next to letters.
    yield* create('emoji', { firstname: '😀' })
    yield* create('at and over the limit', { firstname: 'x'.repeat(255), lastname: 'x'.repeat(256) })
  },
)
