import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateDetails = scenario(
  'validate-details',
  {
    chapter: 'Validation',
    asks: 'visitors register with dates of birth, a gender and a tax number that cannot be',
    records: ['date that is none', 'date to come', 'gender that is none', 'script'],
  },
  async ({ register, account }) => {
    const create = (name: Parameters<typeof register>[0], details: Record<string, unknown>) => {
      const visitor = account()
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, details)))
    }
    await create('date that is none', { dob: '31/12/1990' })
    await create('date to come', { dob: '2999-01-01' })
    await create('gender that is none', { gender: 99 })
    await create('script', { taxvat: '<script>alert(1)</script>' })
  },
)
