import { randomLetters } from '../../src/perform/account.ts'
import { blocked, Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { linkWith } from '../shared/links.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { loginFields, storefront } from './storefront.ts'

/** Confirming without an administrator: REST wants one for it, the storefront's link does not. */
export const storefrontConfirm = scenario(
  'storefront-confirm',
  {
    chapter: 'Verify this step',
    asks: 'a new account is confirmed by the link of its mail, on a shop that asks for it',
    needs: ['storefront', 'mailbox'],
    records: [
      'create',
      'login page',
      'login before',
      'account before',
      'wrong link',
      'token after the wrong link',
      'link',
      'token after the link',
    ],
    mails: ['confirmation mail'],
  },
  async (stage) => {
    const { ask, register, account, probe, secret, mail, visitor, form } = stage
    if (!probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const customer = account()
    const { email } = customer
    const created = await register('create', email, create(customer))
    const look = await mail('confirmation mail', email, 1)
    const link = linkWith('key', look.mails[0], stage)
    const key = link?.carried('key')
    if (!link || !key) throw blocked(created, 'a mail with a key')
    const guest = visitor()
    await guest.submit(
      'login before',
      form(await guest.visit('login page', storefront.login), 'loginForm'),
      loginFields(customer),
    )
    await guest.visit('account before', storefront.account)
    await visitor().visit('wrong link', link.url.href.replace(key, secret(randomLetters(32))))
    await ask('token after the wrong link', logIn(customer))
    await visitor().visit('link', link.url.href)
    await ask('token after the link', logIn(customer))
  },
)
