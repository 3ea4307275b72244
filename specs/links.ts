import { Halted } from '../src/perform/halt.ts'
import type { Stage } from '../src/perform/stage.ts'
import type { Mail, MailObservation } from '../src/recording/mail.ts'

/** The first link of a mail that carries this query parameter. */
export function linkWith(parameter: string, mail: Mail | undefined): URL | undefined {
  return mail?.links
    .filter((link) => URL.canParse(link))
    .map((link) => new URL(link))
    .find(({ searchParams }) => searchParams.get(parameter))
}

/** The reset tokens that the mails' links carry, oldest first. */
export function resetTokens({ mails }: MailObservation): string[] {
  return mails.flatMap((mail) => linkWith('token', mail)?.searchParams.get('token') ?? [])
}

/** How many mails a new account with a password has got once it can log in. */
export const welcomeMails = ({ probe }: Pick<Stage, 'probe'>): number => (probe('confirmation required', false) ? 2 : 1)

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
