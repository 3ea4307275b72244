import { randomLetters } from '../../src/perform/account.ts'
import { Halted } from '../../src/perform/halt.ts'
import { scenario } from '../../src/perform/scenario.ts'
import { lackOf, linkWith } from '../shared/links.ts'
import { create, logIn } from '../shared/password-requests.ts'
import { loginFields, storefront } from './storefront.ts'

/** Confirms without an administrator: REST requires one for it, the storefront's link does not. */
export const storefrontConfirm = scenario(
  'storefront-confirm',
  {
    chapter: 'Storefront',
    asks: 'a new account is confirmed with the link in its mail, on a shop that requires confirmation',
    needs: ['storefront', 'mailbox'],
    rests: [{ rest: ['token after the link'], on: ['token after the wrong link'], was: 'refused' }],
  },
  async function* (stage) {
    const { ask, register, account, probe, secret, mail, visitor, form } = stage
    if (!probe('confirmation required', false))
      throw new Halted({ kind: 'inapplicable', why: 'the shop does not require confirmation of new accounts' })
    const customer = account()
    const { email } = customer
    yield* register('create', email, create(customer))
    const look = yield* mail('confirmation mail', email, 1)
    const link = linkWith('key', look.mails[0], stage)
    const key = link?.carried('key')
    if (!link || !key) throw new Halted(lackOf('key', look, stage))
    const guest = visitor()
    yield* guest.submit(
      'login before',
      form(yield* guest.visit('login page', storefront.login), 'loginForm'),
      loginFields(customer),
    )
    yield* guest.visit('account before', storefront.account)
    yield* visitor().visit('wrong link', link.url.href.replace(key, secret(randomLetters(32))))
    yield* ask('token after the wrong link', logIn(customer))
    yield* visitor().visit('link', link.url.href)
    yield* ask('token after the link', logIn(customer))
  },
)
