import type { Shop } from '../../src/judge/requirement.ts'
import { inapplicable, Undecided, Unmet, untestable } from '../../src/judge/unmet.ts'
import { missing } from '../../src/perform/given.ts'
import { Halted } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Mail, MailObservation } from '../../src/recording/mail.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { type Carried, carriedBy } from '../../src/target/mailbox/carried.ts'
import { noWelcomeLink } from './circumstances.ts'

/** A host that requests claim to come by, and that no mail's link may lead to. */
export const forgedHost = 'forged.example'

/** A link of a mail, and what it carries: as a stock shop's do, or by the pattern of the shop's own links. */
export interface Link {
  readonly url: URL
  carried(name: Carried): string | undefined
}

type Asked = Pick<Stage, 'probe'> | Shop

/** Source of the pattern of the shop's own links; empty for a stock shop. */
const patternOf = ({ probe }: Asked): string => probe('reset link', '')

/** Tokens and keys of every release. What a line's end has cut off one, or glued to it, has another length. */
const whole = /^[A-Za-z0-9]{32}$/

/** The first link of a mail that carries this, one that carries it whole before all others. */
export function linkWith(name: Carried, mail: Mail | undefined, shop: Asked): Link | undefined {
  const pattern = patternOf(shop)
  const links = (mail?.links ?? [])
    .filter((link) => carriedBy(link, name, pattern))
    .map((link) => ({ url: new URL(link), carried: (other: Carried) => carriedBy(link, other, pattern) }))
  return links.find(({ carried }) => whole.test(carried(name) ?? '')) ?? links[0]
}

/**
 * The link of a mail that carries this.
 * @param index which of the mails, the oldest first; negative from the newest
 * @throws Unmet when there is none, which shows the mail
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
 * As `expectedLink`, for what only goes on with the link.
 * @throws Undecided, blocked by the mails, when there is none or when the shop failed to build the mail
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

/** @throws Undecided where every link of the mail leads through the counter of clicks that the first mail's did */
function untestableWhereCounted(mail: Mail | undefined, shop: Shop): void {
  const host = shop.probe('counted links', '')
  const links = mail?.links ?? []
  if (host && links.length > 0 && links.every((link) => new URL(link).host === host))
    untestable(
      `the links of the shop’s mails lead through ${host}, and do not show the token`,
      'set MAGENTO_MAIL_FOLLOW=on',
    )
}

/** As `expectedLink`, but blocked where the shop failed to build the mail: another requirement fails for that. */
export function linkIfBuilt(look: MailObservation, index: number, name: Carried, shop: Shop): Link {
  const mail = look.mails.at(index)
  return mail && failedToBuild(mail) ? neededLink(look, index, name, shop) : expectedLink(look, index, name, shop)
}

/** What a shop puts in place of a mail whose styles it could not compile. */
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

/** @throws Undecided where the shop's links are its own: what a stock shop's look like says nothing about them */
export function onlyStockLinks(shop: Shop): void {
  if (patternOf(shop)) inapplicable('MAGENTO_RESET_LINK says that the shop’s links are its own')
}

/** @throws Unmet unless the link leads to this page of the account's with exactly these parameters */
export function expectPage({ url }: Link, page: string, names: readonly string[]): void {
  const actual = `${url.pathname.replace(/\/$/, '')} with ${[...url.searchParams.keys()].sort().join(', ')}`
  const expected = `/customer/account/${page} with ${[...names].sort().join(', ')}`
  if (!actual.endsWith(expected)) throw new Unmet(`a link to …${expected}`, actual, undefined, 'mail')
}

/** @throws Unmet unless what the link carries is this value, or matches */
export function expectParameter(link: Link, name: Carried, value: string | number | RegExp): void {
  const actual = link.carried(name)
  const fits = value instanceof RegExp ? value.test(actual ?? '') : actual === String(value)
  const came = actual === undefined ? `no ${name}` : `${name}=${actual}`
  if (!fits) throw new Unmet(`a link with ${name}=${value}`, came, undefined, 'mail')
}

/** The reset tokens that the mails' links carry, oldest first. */
export function resetTokens({ mails }: MailObservation, shop: Asked): string[] {
  return mails.flatMap((mail) => linkWith('token', mail, shop)?.carried('token') ?? [])
}

/** How many mails a new account with a password has got once it can log in. */
export const welcomeMails = ({ probe }: Asked): number => (probe('confirmation required', false) ? 2 : 1)

/** The token of the newest link. @throws Halted when no mail has one */
export function newestToken(observed: MailObservation, stage: Pick<Stage, 'probe'>): string {
  const token = resetTokens(observed, stage).at(-1)
  if (token) return token
  throw new Halted(lackOf('token', observed, stage))
}

/** As `newestToken`, for a scenario that goes on without it. @param index of the link, negative from the newest */
export const tokenIn = (observed: MailObservation, stage: Pick<Stage, 'probe'>, index = -1): string =>
  resetTokens(observed, stage).at(index) ?? missing(lackOf('token', observed, stage))

/** The newest mail's link that carries a token. @throws Halted when no mail has one */
export function newestLink(observed: MailObservation, stage: Pick<Stage, 'probe'>): string {
  const links = observed.mails.flatMap((mail) => linkWith('token', mail, stage)?.url.href ?? [])
  const link = links.at(-1)
  if (link) return link
  throw new Halted(lackOf('token', observed, stage))
}

/** The key of the first mail's link, for a scenario that goes on without it. */
export const keyIn = (observed: MailObservation, stage: Pick<Stage, 'probe'>): string =>
  linkWith('key', observed.mails[0], stage)?.carried('key') ?? missing(lackOf('key', observed, stage))

/** Why what needs a link of these mails cannot be asked. */
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

/** Why the mails to a new account may carry no token, though nothing is wrong with the shop. */
function whyNoToken({ probe }: Asked): { readonly why: string; readonly setting: string } | undefined {
  const { why, setting } = noWelcomeLink
  if (!probe<boolean>('welcome link', true)) return { why, setting }
  return probe('confirmation required', false) ? confirmedWithoutToken : undefined
}

const confirmedWithoutToken = {
  why: 'the shop requires confirmation, and no mail to a confirmed account has a link with a reset token',
  setting: 'switch customer/create_account/confirm off on the staging shop',
}

/**
 * For what only goes on with so many tokens: without one, the question was asked with a token that nobody issued.
 * @throws Undecided when the mails carry fewer that differ: untestable where the shop may be so, or blocked by them
 */
export function neededTokens(look: MailObservation, count: number, shop: Shop): void {
  const found = new Set(resetTokens(look, shop)).size
  if (found >= count) return
  const reason = whyNoToken(shop)
  if (reason) untestable(reason.why, reason.setting)
  throw new Undecided('blocked', `the mails to ${look.to} carry ${found} of ${count} tokens`, { by: look.name })
}
