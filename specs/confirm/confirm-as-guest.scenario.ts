import { has, parseRelease } from '../../release/index.ts'
import { randomLetters } from '../../src/perform/account.ts'
import { searchByEmail } from '../../src/perform/find-customer.ts'
import { Halted, textFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get } from '../../src/target/client/request.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { activateWithKey } from './confirm.scenario.ts'

export const confirmAsGuest = scenario(
  'confirm-as-guest',
  {
    chapter: 'Confirm the account',
    asks: 'a guest confirms a new account with its key, on a shop that requires confirmation',
    needs: ['admin'],
    rests: [
      { rest: ['right key'], on: ['login after the wrong key'], was: 'refused' },

      { rest: ['login after the wrong key', 'right key'], on: ['wrong key'], was: 'refused' },
      { rest: ['login after'], on: ['right key'], was: 'accepted' },
    ],
  },
  async function* ({ ask, register, account, admin, probe, secret, release }) {
    if (!has('guest-activates-with-key').includes(parseRelease(release)))
      throw new Halted({ kind: 'inapplicable', why: 'POST /V1/customers/activate came with 2.4.9' })
    const customer = account()
    const { email } = customer
    const created = yield* register('create', email, create(customer))
    const found = yield* ask('search', get(searchByEmail(email), { token: admin() }))
    if (created.status === 200 && !found.at('/items/0/confirmation').exists && !probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const key = textFrom(found, '/items/0/confirmation', 'a confirmation key')
    yield* ask('wrong key', activateWithKey(email, secret(randomLetters(32))))
    yield* ask('login after the wrong key', logIn(customer))
    yield* ask('right key', activateWithKey(email, key))
    yield* ask('login after', logIn(customer))
  },
)
