import { randomLetters, strongPassword } from '../../src/perform/account.ts'
import { searchByEmail } from '../../src/perform/find-customer.ts'
import { Halted, idFrom, textFrom } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { get, post } from '../../src/target/client/request.ts'
import { resetTokens } from '../shared/links.ts'
import { create, createWithoutPassword, logIn, resetPassword } from '../shared/password-requests.ts'
import { activate } from './confirm.scenario.ts'

export const confirmRequired = scenario(
  'confirm-required',
  {
    chapter: 'Confirm the account',
    asks: 'a new account is confirmed on a shop that asks for it',
    needs: ['admin'],
    records: [
      'create',
      'status',
      'search',
      'login before',
      'wrong key',
      'login after the wrong key',
      'resend',
      'activate',
      'login after',
      'status after',
      'activate again',
      'create without password',
      'set the password',
      'login with the password set',
    ],
    mails: ['first mail', 'mail sent again', 'mails', 'mails to the one without password'],
  },
  async (stage) => {
    const { ask, register, account, admin, probe, secret, mail, has, nextSecond } = stage
    const customer = account()
    const plain = account()
    const { email } = customer
    const token = admin()
    const created = await register('create', email, create(customer))
    const id = idFrom(created)
    const status = await ask('status', get(`/V1/customers/${id}/confirm`, { token }))
    if (status.json !== 'account_confirmation_required' && !probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const key = textFrom(
      await ask('search', get(searchByEmail(email), { token })),
      '/items/0/confirmation',
      'a confirmation key',
    )
    // A mail may overtake another, and mailboxes tell their order by the second: so each is waited for.
    const inOrder = async (name: 'first mail' | 'mail sent again', expected: number) => {
      if (!has('mailbox')) return
      await mail(name, email, expected)
      await nextSecond()
    }
    await inOrder('first mail', 1)
    await ask('login before', logIn(customer))
    await ask('wrong key', activate(email, secret(randomLetters(32)), token))
    await ask('login after the wrong key', logIn(customer))
    const websiteId = created.at('/website_id').value
    await ask('resend', post('/V1/customers/confirm', { email, websiteId }, { token }))
    await inOrder('mail sent again', 2)
    await ask('activate', activate(email, key, token))
    await ask('login after', logIn(customer))
    await ask('status after', get(`/V1/customers/${id}/confirm`, { token }))
    await ask('activate again', activate(email, key, token))
    await mail('mails', email, 3)

    await register('create without password', plain.email, createWithoutPassword(plain))
    const look = await mail('mails to the one without password', plain.email, 1)
    const password = secret(strongPassword())
    const link = resetTokens(look, stage).at(-1) ?? secret(randomLetters(32))
    await ask('set the password', resetPassword(plain.email, link, password))
    await ask('login with the password set', logIn({ email: plain.email, password }))
  },
)
