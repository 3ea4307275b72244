import { BlockList, isIP } from 'node:net'
import { UsageError } from './settings.ts'

/** Addresses that are nobody's shop on the open net: loopback, private and link-local ones. */
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

/** Top-level names that never lead into the open net (RFC 2606, 6761, 6762; ICANN reserves `internal`). */
const nearNames = ['localhost', 'test', 'local', 'internal', 'example', 'invalid']

/** What a part of a name says that it is no shop for customers; `mcstaging` is how Adobe's cloud names it. */
const word =
  /^(staging|mcstaging|stage|stg|test|testing|dev|develop|development|uat|qa|sandbox|local|preview|integration)\d*$/

/** Of those, the words that a domain itself is named by only when it is one: local-bakery.com is a shop. */
const wordOfDomain = /^(staging|stg|uat)\d*$/

/** Behind these, two-letter domains are registered as under a country: shop.co.uk. */
const secondLevel = /^(ac|co|com|edu|gov|net|org)$/

/** Whether the host is this machine. @param hostname as `URL.hostname` gives it */
export function isLoopback(hostname: string): boolean {
  const name = plain(hostname)
  return isIP(name) ? isIn(loopback, name) : name === 'localhost' || name.endsWith('.localhost')
}

/**
 * Whether a host may be asked without being named in MAGENTO_ALLOW_HOST: a near address, or a name that says in
 * whole words, digits behind them allowed, that it is no shop for customers.
 * @param hostname as `URL.hostname` gives it
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
 * Refuses a host that may be somebody's live shop, before anything is sent to it.
 * @param url what is to be asked
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
