import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { passwordOf, policyOf } from './policy.ts'

const longest = 256

export const passwordPolicy = scenario(
  'password-policy',
  {
    chapter: 'Password policy',
    asks: 'visitors register with passwords at and beyond the limits of what the shop accepts',
    records: [
      'one too short',
      'empty',
      'true',
      'one class too few',
      'enough after all',
      'just enough',
      'blank before',
      'blank behind',
      'short, with a blank behind',
      'of one class, with blanks around',
      'blank within',
      'accented letter',
      'short in characters, long in bytes',
      'one too long',
      'same as the e-mail',
      'same as the e-mail in other case',
      'longest',
      'login with the longest',
      'login with all but the last character',
    ],
  },
  async (stage) => {
    const { ask, register, login, account, secret } = stage
    const { length, classes } = policyOf(stage)
    const create = (name: Parameters<typeof register>[0], password: unknown, email = account().email) => {
      const visitor = { ...minimalCustomer({ ...account(), email }), password }
      if (typeof password === 'string') secret(password)
      return register(name, email, post('/V1/customers', visitor))
    }
    // Long enough for any policy, and of as few classes as it allows: the character in question must count as special.
    const long = Math.max(length, 30)
    const decided = (special: string) => `aB${classes > 3 ? '7' : ''}${special}${randomLetters(long)}`

    await create('one too short', passwordOf(length - 1, 4))
    await create('empty', '')
    await create('true', true)
    const { email: careless } = account()
    await create('one class too few', passwordOf(long, Math.max(1, classes - 1)), careless)
    await create('enough after all', passwordOf(long, 4), careless)
    await create('just enough', passwordOf(Math.max(length, classes), classes))
    await create('blank before', ` ${passwordOf(long, 4)}`)
    await create('blank behind', `${passwordOf(long, 4)} `)
    await create('short, with a blank behind', `${passwordOf(length - 2, 4)} `)
    await create('of one class, with blanks around', ` ${randomLetters(long)} `)
    await create('blank within', decided(' '))
    await create('accented letter', decided('é'))
    await create('short in characters, long in bytes', `aB7${'é'.repeat(length)}`.slice(0, length - 1))
    await create('one too long', passwordOf(longest + 1, 4))

    const own = `A1${account().email}`
    await create('same as the e-mail', own, own)
    const mixed = `A1${account().email}`
    await create('same as the e-mail in other case', `a${mixed.slice(1).toUpperCase()}`, mixed)

    const customer = { email: account().email, password: secret(passwordOf(longest, 4)) }
    await create('longest', customer.password, customer.email)
    await login('login with the longest', customer)
    const cut = { username: customer.email, password: secret(customer.password.slice(0, -1)) }
    await ask('login with all but the last character', post('/V1/integration/customer/token', cut))
  },
)
