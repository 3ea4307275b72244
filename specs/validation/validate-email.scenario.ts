import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateEmail = scenario(
  'validate-email',
  {
    chapter: 'Validation',
    asks: 'visitors register with invalid and unusual e-mails',
  },
  async function* ({ register, account }) {
    const create = <const Name extends string>(name: Name, change: (email: string) => string) => {
      const visitor = account()
      const email = change(visitor.email)
      return register(name, email, post('/V1/customers', minimalCustomer({ ...visitor, email })))
    }
    yield* create('without @', (email) => email.replace('@', '.'))
    yield* create('with two @', (email) => `a@${email}`)
    yield* create('with a blank within', (email) => email.replace('-', ' '))
    yield* create('with a blank behind', (email) => `${email} `)
    yield* create('in the local network', (email) => `${email.split('@')[0]}@localhost`)
    yield* create('too long', (email) => `${'x'.repeat(250)}${email}`)
    yield* create('with a letter beyond ASCII', (email) => `jö${email}`)
    yield* create('unusual', (email) => `O'Neil+News.${email}`)
  },
  async function* ({ register, account }) {
    const visitor = account()
    const email = visitor.email.replace('@', '.')
    yield* register('without @', email, post('/V1/customers', minimalCustomer({ ...visitor, email })))
  },
)
