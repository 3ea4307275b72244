import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'

export const validateEmail = scenario(
  'validate-email',
  {
    chapter: 'Validation',
    asks: 'visitors register with e-mails that are none, and with unusual ones',
    records: [
      'without @',
      'with two @',
      'with a blank within',
      'with a blank behind',
      'in the local network',
      'too long',
      'with a letter beyond ASCII',
      'unusual',
    ],
  },
  async ({ register, account }) => {
    const create = (name: Parameters<typeof register>[0], change: (email: string) => string) => {
      const visitor = account()
      const email = change(visitor.email)
      return register(name, email, post('/V1/customers', minimalCustomer({ ...visitor, email })))
    }
    await create('without @', (email) => email.replace('@', '.'))
    await create('with two @', (email) => `a@${email}`)
    await create('with a blank within', (email) => email.replace('-', ' '))
    await create('with a blank behind', (email) => `${email} `)
    await create('in the local network', (email) => `${email.split('@')[0]}@localhost`)
    await create('too long', (email) => `${'x'.repeat(250)}${email}`)
    await create('with a letter beyond ASCII', (email) => `jö${email}`)
    await create('unusual', (email) => `O'Neil+News.${email}`)
  },
  async ({ register, account }) => {
    const visitor = account()
    const email = visitor.email.replace('@', '.')
    await register('without @', email, post('/V1/customers', minimalCustomer({ ...visitor, email })))
  },
)
