import type { Shop } from '../src/judge/requirement.ts'
import { Unmet } from '../src/judge/unmet.ts'
import { Halted } from '../src/perform/halt.ts'
import type { Stage } from '../src/perform/stage.ts'
import type { Mail, MailObservation } from '../src/recording/mail.ts'

/** A host that requests claim to come by, and that no mail's link may lead to. */
export const forgedHost = 'forged.example'

/** The first link of a mail that carries this query parameter. */
export function linkWith(parameter: string, mail: Mail | undefined): URL | undefined {
  return mail?.links
    .filter((link) => URL.canParse(link))
    .map((link) => new URL(link))
    .find(({ searchParams }) => searchParams.get(parameter))
}

/**
 * The link of a mail that carries this query parameter.
 * @param index which of the mails, the oldest first; negative from the newest
 * @throws Unmet when there is none
 */
export function expectedLink({ mails, to }: MailObservation, index: number, parameter: string): URL {
  const mail = mails.at(index)
  const link = linkWith(parameter, mail)
  if (link) return link
  const links = mail ? `a mail with ${mail.links.join(', ') || 'no link'}` : `${mails.length} mail(s)`
  throw new Unmet(`a mail to ${to} with a link that carries "${parameter}"`, links)
}

/** @throws Unmet unless the link leads to this page of the account's with exactly these parameters */
export function expectPage(link: URL, page: string, names: readonly string[]): void {
  const actual = `${link.pathname.replace(/\/$/, '')} with ${[...link.searchParams.keys()].sort().join(', ')}`
  const expected = `/customer/account/${page} with ${[...names].sort().join(', ')}`
  if (!actual.endsWith(expected)) throw new Unmet(`a link to …${expected}`, actual)
}

/** @throws Unmet unless the parameter of the link is this value, or matches */
export function expectParameter(link: URL, name: string, value: string | number | RegExp): void {
  const actual = link.searchParams.get(name) ?? undefined
  const fits = value instanceof RegExp ? value.test(actual ?? '') : actual === String(value)
  if (!fits) throw new Unmet(`a link with ${name}=${value}`, actual === undefined ? `no ${name}` : `${name}=${actual}`)
}

/** The reset tokens that the mails' links carry, oldest first. */
export function resetTokens({ mails }: MailObservation): string[] {
  return mails.flatMap((mail) => linkWith('token', mail)?.searchParams.get('token') ?? [])
}

/** How many mails a new account with a password has got once it can log in. */
export const welcomeMails = ({ probe }: Pick<Stage, 'probe'> | Shop): number =>
  probe('confirmation required', false) ? 2 : 1

/** The token of the newest link. @throws Halted when no mail has one */
export function newestToken(observed: MailObservation, { probe }: Pick<Stage, 'probe'>): string {
  const token = resetTokens(observed).at(-1)
  if (token) return token
  if (probe('confirmation required', false))
    throw new Halted({
      kind: 'untestable',
      power: 'mailbox',
      why: 'the shop requires confirmation, and no mail to the confirmed account carries a reset token',
      setting: 'switch customer/create_account/confirm off on the staging shop',
    })
  const { name, mails } = observed
  const why = `"${name}" found ${mails.length} mail(s), none with a link that carries a token`
  throw new Halted({ kind: 'blocked', by: name, why })
}
