import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { keyIn } from '../shared/links.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { activate } from './confirm.scenario.ts'

/** Over REST only an administrator can use the key: an unconfirmed customer cannot log in. */
export const confirmByMail = scenario(
  'confirm-by-mail',
  {
    chapter: 'Confirm the account',
    asks: 'a new account is confirmed with the key in its mail, on a shop that requires confirmation',
    needs: ['admin', 'mailbox'],
    rests: [{ rest: ['login after'], on: ['activate'], was: 'accepted' }],
  },
  async function* (stage) {
    const { ask, register, account, admin, probe, mail } = stage
    if (!probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const customer = account()
    const { email } = customer
    yield* register('create', email, create(customer))
    const look = yield* mail('confirmation mail', email, 1)
    const key = keyIn(look, stage)
    yield* ask('login before', logIn(customer))
    yield* ask('activate', activate(email, key, admin()))
    yield* ask('login after', logIn(customer))
  },
)
