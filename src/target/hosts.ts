import { BlockList, isIP } from 'node:net'
import { UsageError } from './settings.ts'

/** Address ranges without public shops: loopback, private and link-local. */
const near = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4')
near.addAddress('0.0.0.0', 'ipv4')
near.addAddress('::', 'ipv6')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Top-level names that are not in the public DNS (RFC 2606, 6761, 6762; ICANN reserves `internal`). */
const nearNames = ['localhost', 'test', 'local', 'internal', 'example', 'invalid']

/** Words in a host name that mark a test system; `mcstaging` is used by Adobe Commerce Cloud. */
const word =
  /^(staging|mcstaging|stage|stg|test|testing|dev|develop|development|uat|qa|sandbox|local|preview|integration)\d*$/

/**
 * Those of the words that mark a test system in the registered domain too. Others do not: local-bakery.com is a shop.
 */
const wordOfDomain = /^(staging|stg|uat)\d*$/

/** Second-level labels below which domains are registered under a country: shop.co.uk. */
const secondLevel = /^(ac|co|com|edu|gov|net|org)$/

/** True for this machine. @param hostname as in `URL.hostname` */
export function isLoopback(hostname: string): boolean {
  const name = plain(hostname)
  return isIP(name) ? isIn(loopback, name) : name === 'localhost' || name.endsWith('.localhost')
}

/**
 * True if a host may be tested without MAGENTO_ALLOW_HOST: a local address, or a name with a word for a test system,
 * optionally followed by digits.
 * @param hostname as in `URL.hostname`
 */
export function isAskedFreely(hostname: string): boolean {
  const name = plain(hostname)
  if (isIP(name)) return isIn(near, name)
  const labels = name.split('.')
  if (nearNames.includes(labels.at(-1) as string)) return true
  if (labels.length === 1) return name.split('-').some((part) => word.test(part))
  const suffix = labels.length > 2 && secondLevel.test(labels.at(-2) as string) && labels.at(-1)?.length === 2 ? 2 : 1
  const domain = labels.length - suffix - 1
  return labels
    .slice(0, domain + 1)
    .some((label, index) => label.split(/[-_]/).some((part) => (index === domain ? wordOfDomain : word).test(part)))
}

/**
 * Refuses a host that may be a live shop, before anything is sent to it.
 * @param url the URL to request
 * @param allowed MAGENTO_ALLOW_HOST: names, separated by commas
 * @param given the setting, option or operand that the URL comes from
 * @throws UsageError
 */
export function checkHost(url: string, allowed: string | undefined, given: string): void {
  const { hostname } = new URL(url)
  const names = (allowed ?? '').split(',').map((name) => plain(name.trim()))
  if (isAskedFreely(hostname) || names.includes(plain(hostname))) return
  throw new UsageError(
    `${given} leads to ${hostname}, which may be a live shop: the suite registers customers there and makes logins fail.\n` +
      `If it is meant, set MAGENTO_ALLOW_HOST=${hostname}${allowed ? ` (it is "${allowed}", which is not exactly this name)` : ''}. ` +
      'Local addresses, and names with a word such as staging, test or dev, are asked without that.',
  )
}

const plain = (hostname: string) =>
  hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
