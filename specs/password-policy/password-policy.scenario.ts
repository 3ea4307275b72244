import { randomLetters } from '../../src/perform/account.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { post } from '../../src/target/client/request.ts'
import { minimalCustomer } from '../shared/payload.ts'
import { realPassword } from '../shared/real-data.ts'
import { passwordOf, policyOf } from './policy.ts'

const longest = 256

export const passwordPolicy = scenario(
  'password-policy',
  {
    chapter: 'Password policy',
    asks: 'visitors register with passwords at and beyond the limits of the shop’s policy',
    rests: [
      { rest: ['enough after all'], on: ['one class too few'], was: 'refused' },
      { rest: ['login with the longest', 'login with all but the last character'], on: ['longest'], was: 'accepted' },
      { rest: ['login without the accent'], on: ['with signs'], was: 'accepted' },
    ],
  },
  async function* (stage) {
    const { ask, register, login, account, secret } = stage
    const { length, classes } = policyOf(stage)
    const create = <const Name extends string>(name: Name, password: unknown, email = account().email) => {
      const visitor = { ...minimalCustomer({ ...account(), email }), password }
      if (typeof password === 'string') secret(password)
      return register(name, email, post('/V1/customers', visitor))
    }
    // Long enough for any policy, with as few classes as possible, so that the tested character must count as special.
    const long = Math.max(length, 30)
    const decided = (special: string) => `aB${classes > 3 ? '7' : ''}${special}${randomLetters(long)}`

    yield* create('one too short', passwordOf(length - 1, 4))
    yield* create('empty', '')
    yield* create('true', true)
    const { email: careless } = account()
    yield* create('one class too few', passwordOf(long, Math.max(1, classes - 1)), careless)
    yield* create('enough after all', passwordOf(long, 4), careless)
    yield* create('just enough', passwordOf(Math.max(length, classes), classes))
    yield* create('blank before', ` ${passwordOf(long, 4)}`)
    yield* create('blank behind', `${passwordOf(long, 4)} `)
    yield* create('short, with a blank behind', `${passwordOf(length - 2, 4)} `)
    yield* create('of one class, with blanks around', ` ${randomLetters(long)} `)
    yield* create('blank within', decided(' '))
    yield* create('accented letter', decided('é'))
    yield* create('short in characters, long in bytes', `aB7${'é'.repeat(length)}`.slice(0, length - 1))
    yield* create('one too long', passwordOf(longest + 1, 4))

    const own = `A1${account().email}`
    yield* create('same as the e-mail', own, own)
    const mixed = `A1${account().email}`
    yield* create('same as the e-mail in other case', `a${mixed.slice(1).toUpperCase()}`, mixed)

    const customer = { email: account().email, password: secret(passwordOf(longest, 4)) }
    yield* create('longest', customer.password, customer.email)
    yield* login('login with the longest', customer)
    const cut = { username: customer.email, password: secret(customer.password.slice(0, -1)) }
    yield* ask('login with all but the last character', post('/V1/integration/customer/token', cut))
    const person = { email: account().email, password: secret(realPassword()) }
    yield* create('with signs', person.password, person.email)
    yield* login('login with signs', person)
    const plain = { username: person.email, password: secret(person.password.replace('é', 'e')) }
    yield* ask('login without the accent', post('/V1/integration/customer/token', plain))
  },
)
