import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { searchByEmail } from '../../src/perform/find-customer.ts'
import { idAt } from '../../src/perform/given.ts'
import { Halted, idFrom, textFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { tokenIn } from '../shared/links.ts'
import { otherCase } from '../shared/other-case.ts'
import { create, createWithoutPassword, logIn, resetPassword } from '../shared/password-requests.ts'
import { activate } from './confirm.scenario.ts'

export const confirmRequired = scenario(
  'confirm-required',
  {
    chapter: 'Confirm the account',
    asks: 'a new account is confirmed, on a shop that requires confirmation',
    needs: ['admin'],
    rests: [
      { rest: ['resend', 'activate'], on: ['login after the wrong key'], was: 'refused' },
      { rest: ['resend'], on: ['wrong key'], was: 'refused' },

      { rest: ['login after the wrong key', 'key in other case', 'activate'], on: ['wrong key'], was: 'refused' },
      { rest: ['key in other case'], on: ['login after the wrong key'], was: 'refused' },
      { rest: ['resend', 'activate'], on: ['key in other case'], was: 'refused' },
      { rest: ['login after', 'status after', 'activate again'], on: ['activate'], was: 'accepted' },
      { rest: ['login with the password set'], on: ['set the password'], was: 'accepted' },
    ],
  },
  async function* (stage) {
    const { ask, register, account, admin, probe, secret, mail, has, nextSecond } = stage
    const customer = account()
    const plain = account()
    const { email } = customer
    const token = admin()
    const created = yield* register('create', email, create(customer))
    const id = idFrom(created)
    const status = yield* ask('status', get(`/V1/customers/${id}/confirm`, { token }))
    if (status.json !== 'account_confirmation_required' && !probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const key = textFrom(
      yield* ask('search', get(searchByEmail(email), { token })),
      '/items/0/confirmation',
      'a confirmation key',
    )
    // Mails may arrive in another order, and mailboxes order them by the second. So the scenario waits for each mail.
    const inOrder = async function* (name: 'first mail' | 'mail sent again', expected: number) {
      if (!has('mailbox')) return
      yield* mail(name, email, expected)
      await nextSecond()
    }
    yield* inOrder('first mail', 1)
    yield* ask('login before', logIn(customer))
    yield* ask('wrong key', activate(email, secret(randomLetters(32)), token))
    yield* ask('login after the wrong key', logIn(customer))
    yield* ask('key in other case', activate(email, secret(otherCase(key, 'search')), token))
    const websiteId = idAt(created, '/website_id')
    yield* ask('resend', post('/V1/customers/confirm', { email, websiteId }, { token }))
    yield* inOrder('mail sent again', 2)
    yield* ask('activate', activate(email, key, token))
    yield* ask('login after', logIn(customer))
    yield* ask('status after', get(`/V1/customers/${id}/confirm`, { token }))
    yield* ask('activate again', activate(email, key, token))
    yield* mail('mails', email, 3)

    yield* register('create without password', plain.email, createWithoutPassword(plain))
    const look = yield* mail('mails to the one without password', plain.email, 1)
    const password = secret(strongPassword())
    const link = tokenIn(look, stage)
    yield* ask('set the password', resetPassword(plain.email, link, password))
    yield* ask('login with the password set', logIn({ email: plain.email, password }))
  },
)
