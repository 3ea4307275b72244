import type { Access, Halt } from '../recording/recording.ts'
import { claimedLifetime, configuredLifetime } from '../recording/token/lifetime.ts'
import type { Target } from '../target/target.ts'

/** How to get each kind of access. */
const accessSettings: Record<Access, string> = {
  admin:
    'set MAGENTO_ADMIN_TOKEN, or MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, or the four MAGENTO_INTEGRATION_… values',
  mailbox: 'set MAGENTO_MAILBOX_URL to where the shop’s mails arrive, and MAGENTO_EMAIL_DOMAIN to a domain it sends to',
  clock: 'let time pass with MAGENTO_CLOCK, or make the token’s lifetime shorter than MAGENTO_MAX_WAIT',
  storefront: 'set MAGENTO_STOREFRONT=on (and MAGENTO_STOREFRONT_URL where it is not the base URL)',
  settings:
    'set MAGENTO_CONFIG_COMMAND to a command that changes a setting of the shop, where nobody else uses it meanwhile',
}

/** Returns the access that a run has on a target. */
export function accessOf(target: Target): Access[] {
  const has: Access[] = []
  if (target.adminToken) has.push('admin')
  if (target.mailbox) has.push('mailbox')
  if (target.clock.longest > 0) has.push('clock')
  if (target.storefront) has.push('storefront')
  if (target.configure) has.push('settings')
  return has
}

/**
 * Returns the access that a run can use. A maximum wait that is too short for a token to expire gives no `clock`
 * access.
 * @param probes all known facts about the shop
 */
export function usedAccessOf(target: Target, probes: Target['probes']): Access[] {
  const { shared, ahead, longest } = target.clock
  const lifetimes = [claimedLifetime, configuredLifetime].map((name) =>
    Number(probes[name]?.value ?? Number.POSITIVE_INFINITY),
  )
  const passes = shared || ahead !== undefined || Math.min(...lifetimes) <= longest
  return accessOf(target).filter((access) => access !== 'clock' || passes)
}

/** The reason for missing access. */
const lacking: Record<Access, string> = {
  admin: 'the run has no administrator access',
  mailbox: 'the run cannot read the shop’s mails',
  clock: 'the run cannot move the shop’s clock',
  storefront: 'the run may not use the storefront',
  settings: 'the run may not change the shop’s settings',
}

/** Returns the halt for requests that need missing access. */
export function untestable(access: Access): Extract<Halt, { kind: 'untestable' }> {
  return { kind: 'untestable', power: access, why: lacking[access], setting: accessSettings[access] }
}
