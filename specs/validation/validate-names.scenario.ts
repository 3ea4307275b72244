import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateNames = scenario(
  'validate-names',
  {
    chapter: 'Validation',
    asks: 'visitors register with common and uncommon names, and with names that are code',
    records: [
      'common',
      'code in every name',
      'typographic apostrophe',
      'ampersand',
      'quotation marks',
      'at and over the limit',
    ],
  },
  async ({ register, account }) => {
    const create = (name: Parameters<typeof register>[0], names: Record<string, string>) => {
      const visitor = account()
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, names)))
    }
    await create('common', { firstname: 'Жанна-Lou', lastname: "O'Neil, Jr. 2" })
    await create('code in every name', {
      firstname: '{{var this.getEmail()}}',
      lastname: 'Doe{',
      middlename: 'x<y',
    })
    await create('typographic apostrophe', { lastname: 'O’Neil' })
    await create('ampersand', { lastname: 'Smith & Sons' })
    await create('quotation marks', { firstname: 'Jane "Jay"' })
    await create('at and over the limit', { firstname: 'x'.repeat(255), lastname: 'x'.repeat(256) })
  },
)
