import { get, inPath, put } from '../target/client/request.ts'
import { carriedBy } from '../target/mailbox/carried.ts'
import type { Mailbox } from '../target/mailbox/mailbox.ts'
import { pathBelow } from '../target/storefront/path.ts'
import type { Storefront } from '../target/target.ts'
import { findCustomer, isOf } from './find-customer.ts'
import { Halted } from './halt.ts'
import type { Run } from './run.ts'
import { waitForMails } from './wait-for-mails.ts'
import { waitingFor } from './waiting-for.ts'

/**
 * Confirms an account if the shop requires it before a login: with administrator access, or by the link in the mail.
 * Without this, a setting of the shop would look like many failures.
 * @throws Halted if the shop requires it and the run cannot do it
 */
export async function confirm(run: Run, email: string): Promise<void> {
  const { target } = run
  if (target.probes['confirmation required']?.value !== true) return
  const { adminToken: token, mailbox, storefront } = target
  if (!token && mailbox && storefront) return followLink(run, email, mailbox, storefront)
  if (!token) throw new Halted(cannot)
  const found = await findCustomer(target, token, email)
  const key = found.at('/items/0/confirmation').value
  if (!isOf(found, '/items/0', email) || typeof key !== 'string') return
  target.redactor.learn(key)
  await target.client.ask(put(`/V1/customers/${inPath(email)}/activate`, { confirmationKey: key }, { token }))
}

/** Confirms by the link in the mail. An account without a password gets no mail with a key. @throws Halted */
async function followLink(run: Run, email: string, mailbox: Mailbox, storefront: Storefront): Promise<void> {
  const look = { scenario: '', name: 'confirmation', to: email, expected: 1 }
  const { mails } = (await waitForMails(waitingFor(run, mailbox), look)).live
  const pattern = String(run.target.probes['reset link']?.value ?? '')
  const link = mails.flatMap(({ links }) => links).find((one) => carriedBy(one, 'key', pattern))
  if (!link) throw new Halted(cannot)
  run.target.redactor.learn(carriedBy(link, 'key', pattern) as string)
  await storefront.client.ask(
    get(pathBelow(storefront.baseUrl, link), { from: 'base', page: true, headers: { accept: '*/*' } }),
  )
}

const cannot = {
  kind: 'untestable',
  power: 'admin',
  why: 'the shop requires confirmation of new accounts, and the run cannot confirm them',
  setting:
    'give the run administrative access (MAGENTO_ADMIN_…, MAGENTO_INTEGRATION_…), or a mailbox and the storefront (MAGENTO_MAILBOX_URL, MAGENTO_STOREFRONT=on), or switch customer/create_account/confirm off on the staging shop',
} as const
