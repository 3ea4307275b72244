import { inPath, put } from '../client/request.ts'
import type { Target } from '../target/target.ts'
import { findCustomer, isOf } from './find-customer.ts'
import { Halted } from './halt.ts'

/**
 * Confirms an account where the shop requires it before a login, with the administrator's power: a fact about the
 * shop must not look like fifteen failures.
 * @throws Halted when the shop requires it and the run cannot do it
 */
export async function confirm(target: Target, email: string): Promise<void> {
  if (target.probes['confirmation required']?.value !== true) return
  const token = target.adminToken
  if (!token) throw new Halted(cannot)
  const found = await findCustomer(target, token, email)
  const key = found.at('/items/0/confirmation').value
  if (!isOf(found, '/items/0', email) || typeof key !== 'string') return
  target.redactor.learn(key)
  await target.client.ask(put(`/V1/customers/${inPath(email)}/activate`, { confirmationKey: key }, { token }))
}

const cannot = {
  kind: 'untestable',
  power: 'admin',
  why: 'the shop requires confirmation of new accounts, and the run cannot confirm them',
  setting:
    'give the run administrative power (MAGENTO_ADMIN_…, MAGENTO_INTEGRATION_…), or switch customer/create_account/confirm off on the staging shop',
} as const
