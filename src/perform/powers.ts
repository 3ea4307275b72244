import type { Halt, Power } from '../recording/recording.ts'
import type { Target } from '../target/target.ts'

/** What would give each power, for people. */
const powerSettings: Record<Power, string> = {
  admin:
    'set MAGENTO_ADMIN_TOKEN, or MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, or the four MAGENTO_INTEGRATION_… values',
  mailbox: 'set MAGENTO_MAILBOX_URL to where the shop’s mails arrive, and MAGENTO_EMAIL_DOMAIN to a domain it sends to',
  clock: 'let time pass with MAGENTO_CLOCK, or make the token’s lifetime shorter than MAGENTO_MAX_WAIT',
  storefront: 'set MAGENTO_STOREFRONT=on (and MAGENTO_STOREFRONT_URL where it is not the base URL)',
  settings:
    'set MAGENTO_CONFIG_COMMAND to a command that changes a setting of the shop, where nobody else uses it meanwhile',
}

/** The powers that a run on a target has. */
export function powersOf(target: Target): Power[] {
  const powers: Power[] = []
  if (target.adminToken) powers.push('admin')
  if (target.mailbox) powers.push('mailbox')
  if (target.clock.longest > 0) powers.push('clock')
  if (target.storefront) powers.push('storefront')
  if (target.configure) powers.push('settings')
  return powers
}

/** What a run cannot do without a power. */
const lacking: Record<Power, string> = {
  admin: 'the run has no admin',
  mailbox: 'the run has no mailbox',
  clock: 'the run has no clock',
  storefront: 'the run has no storefront',
  settings: 'the run may not change the shop’s settings',
}

/** The verdict of what a missing power keeps from being asked. */
export function untestable(power: Power): Extract<Halt, { kind: 'untestable' }> {
  return { kind: 'untestable', power, why: lacking[power], setting: powerSettings[power] }
}
