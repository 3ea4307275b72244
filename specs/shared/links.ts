import type { Shop } from '../../src/judge/requirement.ts'
import { inapplicable, Undecided, Unmet, untestable } from '../../src/judge/unmet.ts'
import { missing } from '../../src/perform/given.ts'
import { Halted } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Mail, MailObservation } from '../../src/recording/mail.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { type Carried, carriedBy } from '../../src/target/mailbox/carried.ts'
import { noWelcomeLink } from './circumstances.ts'

/** A forged host name in requests, which no link in a mail may contain. */
export const forgedHost = 'forged.example'

/** A link in a mail with its values, extracted as in a stock shop or by the shop's own pattern. */
export interface Link {
  readonly url: URL
  carried(name: Carried): string | undefined
}

type Asked = Pick<Stage, 'probe'> | Shop

/** Returns the pattern of the shop's own links; empty for a stock shop. */
const patternOf = ({ probe }: Asked): string => probe('reset link', '')

/**
 * The form of tokens and keys in all releases. One that was truncated or extended at a line break has another length.
 */
const whole = /^[A-Za-z0-9]{32}$/

/** Returns the first link of a mail with this value, preferring one with a complete value. */
export function linkWith(name: Carried, mail: Mail | undefined, shop: Asked): Link | undefined {
  const pattern = patternOf(shop)
  const links = (mail?.links ?? [])
    .filter((link) => carriedBy(link, name, pattern))
    .map((link) => ({ url: new URL(link), carried: (other: Carried) => carriedBy(link, other, pattern) }))
  return links.find(({ carried }) => whole.test(carried(name) ?? '')) ?? links[0]
}

/**
 * Returns the link of a mail with this value.
 * @param index of the mail, oldest first; negative from the newest
 * @throws Unmet with the mail's content if there is none
 */
export function expectedLink(look: MailObservation, index: number, name: Carried, shop: Shop): Link {
  const mail = look.mails.at(index)
  const link = linkWith(name, mail, shop)
  if (link) return link
  untestableWhereCounted(mail, shop)
  throw new Unmet(
    `a mail to ${look.to} with a link that carries "${name}"`,
    mail ? shown(mail) : noneOf(look),
    undefined,
    'mail',
  )
}

/**
 * Like `expectedLink`, for requirements that only use the link.
 * @throws Undecided, blocked by the mails, if there is none or the shop failed to build the mail
 */
export function neededLink(look: MailObservation, index: number, name: Carried, shop: Shop): Link {
  const mail = look.mails.at(index)
  const link = linkWith(name, mail, shop)
  if (link) return link
  untestableWhereCounted(mail, shop)
  throw new Undecided('blocked', `no link that carries "${name}": ${mail ? shown(mail) : noneOf(look)}`, {
    by: look.name,
  })
}

/** @throws Undecided if all links of the mail go through the click tracking found in the first mail */
function untestableWhereCounted(mail: Mail | undefined, shop: Shop): void {
  const host = shop.probe('counted links', '')
  const links = mail?.links ?? []
  if (host && links.length > 0 && links.every((link) => new URL(link).host === host))
    untestable(
      `the links of the shop’s mails lead through ${host}, and do not show the token`,
      'set MAGENTO_MAIL_FOLLOW=on',
    )
}

/** Like `expectedLink`, but blocked if the shop failed to build the mail, for which another requirement fails. */
export function linkIfBuilt(look: MailObservation, index: number, name: Carried, shop: Shop): Link {
  const mail = look.mails.at(index)
  return mail && failedToBuild(mail) ? neededLink(look, index, name, shop) : expectedLink(look, index, name, shop)
}

/** True for the text that Magento sends if it could not compile the styles of a mail. */
const failedToBuild = ({ text }: Mail): boolean =>
  /an error has occurred while generating this content/i.test((text ?? '').replaceAll('’', "'"))

const stylesAdvice =
  'the shop failed to build the content: publish the mail styles (css/email.css, css/email-inline.css) by a static content deploy, or run in production mode'

const mostLinks = 5

function shown(mail: Mail): string {
  const { subject, links, text } = mail
  if (failedToBuild(mail)) return `the mail “${subject}”, which reads: “${text}”; ${stylesAdvice}`
  const more = links.length > mostLinks ? `, and ${links.length - mostLinks} more` : ''
  const found = links.length ? `the link(s) ${links.slice(0, mostLinks).join(', ')}${more}` : 'no link'
  return `the mail “${subject}” with ${found}${text ? `, which reads: “${text}”` : ''}`
}

function noneOf({ mails, meanwhile }: MailObservation): string {
  return `${mails.length} mail(s)${meanwhile ? `; ${meanwhile}` : ''}`
}

/** @throws Undecided if the shop has its own links, which stock links say nothing about */
export function onlyStockLinks(shop: Shop): void {
  if (patternOf(shop))
    inapplicable('the shop’s mails have links of its own form (MAGENTO_RESET_LINK, or as in the first mail)')
}

/** @throws Unmet unless the link leads to this account page with exactly these parameters */
export function expectPage({ url }: Link, page: string, names: readonly string[]): void {
  const actual = `${url.pathname.replace(/\/$/, '')} with ${[...url.searchParams.keys()].sort().join(', ')}`
  const expected = `/customer/account/${page} with ${[...names].sort().join(', ')}`
  if (!actual.endsWith(expected)) throw new Unmet(`a link to …${expected}`, actual, undefined, 'mail')
}

/** @throws Unmet unless the value in the link equals, or matches */
export function expectParameter(link: Link, name: Carried, value: string | number | RegExp): void {
  const actual = link.carried(name)
  const fits = value instanceof RegExp ? value.test(actual ?? '') : actual === String(value)
  const came = actual === undefined ? `no ${name}` : `${name}=${actual}`
  if (!fits) throw new Unmet(`a link with ${name}=${value}`, came, undefined, 'mail')
}

/** Returns the reset tokens in the links of the mails, oldest first. */
export function resetTokens({ mails }: MailObservation, shop: Asked): string[] {
  return mails.flatMap((mail) => linkWith('token', mail, shop)?.carried('token') ?? [])
}

/** Returns how many mails a new account with a password has received once it can log in. */
export const welcomeMails = ({ probe }: Asked): number => {
  if (!probe<boolean>('welcome mail', true)) return 0
  return probe('confirmation required', false) ? 2 : 1
}

/** How many mails a new account without a password has received. */
export const passwordMails = ({ probe }: Asked): number =>
  probe<boolean>('welcome mail', true) || probe<boolean>('password link', true) ? 1 : 0

/** Returns the token in the newest link. @throws Halted if no mail has one */
export function newestToken(observed: MailObservation, stage: Pick<Stage, 'probe'>): string {
  const token = resetTokens(observed, stage).at(-1)
  if (token) return token
  throw new Halted(lackOf('token', observed, stage))
}

/** Like `newestToken`, for a scenario that continues without it. @param index of the link, negative from the newest */
export const tokenIn = (observed: MailObservation, stage: Pick<Stage, 'probe'>, index = -1): string =>
  resetTokens(observed, stage).at(index) ?? missing(lackOf('token', observed, stage))

/** Returns the newest link with a token. @throws Halted if no mail has one */
export function newestLink(observed: MailObservation, stage: Pick<Stage, 'probe'>): string {
  const links = observed.mails.flatMap((mail) => linkWith('token', mail, stage)?.url.href ?? [])
  const link = links.at(-1)
  if (link) return link
  throw new Halted(lackOf('token', observed, stage))
}

/** Returns the key in the first mail's link, for a scenario that continues without it. */
export const keyIn = (observed: MailObservation, stage: Pick<Stage, 'probe'>): string =>
  linkWith('key', observed.mails[0], stage)?.carried('key') ?? missing(lackOf('key', observed, stage))

/** Returns why steps that need a link of these mails cannot be performed. */
export function lackOf(
  carried: Carried,
  { name, mails, meanwhile }: MailObservation,
  stage: Pick<Stage, 'probe'>,
): Halt {
  const reason = carried === 'token' ? whyNoToken(stage) : undefined
  if (reason) return { kind: 'untestable', power: 'mailbox', ...reason }
  const newest = mails.at(-1)
  const found = newest
    ? `none with a link that carries a ${carried}; the newest is ${shown(newest)}`
    : (meanwhile ?? '')
  return { kind: 'blocked', by: name, why: `"${name}" found ${mails.length} mail(s)${found && `, ${found}`}` }
}

/** Returns why the mails to a new account may have no token although the shop is correct; undefined if they must. */
export function whyNoToken({ probe }: Asked): { readonly why: string; readonly setting: string } | undefined {
  const { why, setting } = noWelcomeLink
  if (!probe<boolean>('welcome link', true)) return { why, setting }
  return probe('confirmation required', false) ? confirmedWithoutToken : undefined
}

const confirmedWithoutToken = {
  why: 'the shop requires confirmation, and no mail to a confirmed account has a link with a reset token',
  setting: 'switch customer/create_account/confirm off on the staging shop',
}

/**
 * For requirements that need this many tokens; with fewer, the request had a token that nobody issued.
 * @throws Undecided if the mails have fewer different ones: untestable if the shop may be configured so, else blocked
 * by the mails
 */
export function neededTokens(look: MailObservation, count: number, shop: Shop): void {
  const found = new Set(resetTokens(look, shop)).size
  if (found >= count) return
  const reason = whyNoToken(shop)
  if (reason) untestable(reason.why, reason.setting)
  throw new Undecided('blocked', `the mails to ${look.to} carry ${found} of ${count} tokens`, { by: look.name })
}
