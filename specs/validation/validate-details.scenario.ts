import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateDetails = scenario(
  'validate-details',
  {
    chapter: 'Validation',
    asks: 'visitors register with invalid dates of birth, an unknown gender and a script in the tax number',
  },
  async function* ({ register, account }) {
    const create = <const Name extends string>(name: Name, details: Record<string, unknown>) => {
      const visitor = account()
      return register(name, visitor.email, post('/V1/customers', minimalCustomer(visitor, details)))
    }
    yield* create('date that is none', { dob: '31/12/1990' })
    yield* create('date to come', { dob: '2999-01-01' })
    yield* create('gender that is none', { gender: 99 })
    yield* create('script', { taxvat: '<script>alert(1)</script>' })
  },
)
