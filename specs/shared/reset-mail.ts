import { has, parseRelease, type Release } from '../../release/index.ts'
import type { Shop } from '../../src/judge/requirement.ts'
import type { Account } from '../../src/perform/account.ts'
import { missing } from '../../src/perform/given.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Asked, Looked, Step } from '../../src/recording/asked.ts'
import type { MailObservation } from '../../src/recording/mail.ts'
import type { Halt } from '../../src/recording/recording.ts'
import { isObject } from '../../src/shared/json/object.ts'
import type { Ask } from '../../src/target/client/request.ts'
import { welcomeMails, whyNoToken } from './links.ts'
import { requestReset } from './password-requests.ts'

/**
 * From these releases only one reset request in ten minutes is accepted per client, and another scenario uses that one.
 */
const limited = has('resets-are-limited')

type Asking = Pick<Stage, 'probe'> | Pick<Shop, 'probe'>

/** True if no mail to a new account with a password has a link to set another one. */
const lacksLinks = (asking: Asking): boolean =>
  asking.probe('counted links', '') === '' && whyNoToken(asking) !== undefined

/** True if reset mails are requested to replace the welcome mail's link. */
export const asksForLinks = (asking: Asking, release: Release): boolean =>
  lacksLinks(asking) && !limited.includes(release)

/**
 * Returns the mails to a new account, with a link to set its password. If the welcome mail has none, a reset mail is
 * requested. From 2.4.8, where such requests are limited, none is.
 * @param name prefix of the step names
 * @param welcomed the mails received so far
 */
export async function* withLink<const Name extends string>(
  stage: Pick<Stage, 'ask' | 'mail' | 'probe' | 'release'>,
  name: Name,
  email: string,
  welcomed: MailObservation,
): Step<Asked<`${Name}: reset in place of a link`> | Looked<`${Name}: mail in place of a link`>, MailObservation> {
  if (!asksForLinks(stage, parseRelease(stage.release))) return welcomed
  const asked = yield* stage.ask(`${name}: reset in place of a link`, requestReset(email))
  if (asked.json !== true) return welcomed
  return yield* stage.mail(`${name}: mail in place of a link`, email, welcomed.mails.length + 1)
}

/** True if accounts are created without a password, because only the mail to such an account has a link. */
export const withoutPasswords = (asking: Asking, release: Release): boolean =>
  lacksLinks(asking) && limited.includes(release) && asking.probe<boolean>('password link', true)

/** How many mails an account of `forLink` has received once it can log in. */
export const firstMails = (stage: Pick<Stage, 'probe' | 'release'>): number =>
  withoutPasswords(stage, parseRelease(stage.release)) ? 1 : welcomeMails(stage)

/** Returns a registration of an account whose first mail has a link: without a password, if needed. */
export function forLink(stage: Pick<Stage, 'probe' | 'release'>, registration: Ask): Ask {
  if (!withoutPasswords(stage, parseRelease(stage.release)) || !isObject(registration.json)) return registration
  const { password: _, ...json } = registration.json
  return { ...registration, json }
}

/**
 * Logs in to an account of `forLink`. One without a password is only confirmed: steps that need its password or a token
 * are untestable.
 */
export async function* loginForLink<const Name extends string>(
  stage: Pick<Stage, 'login' | 'probe' | 'release' | 'without' | 'confirmed'>,
  name: Name,
  account: Account,
): Step<Asked<Name>, { readonly token: string; readonly password: string; readonly lack?: Halt }> {
  const reason = withoutPasswords(stage, parseRelease(stage.release)) && whyNoToken(stage)
  if (!reason) return { token: yield* stage.login(name, account), password: account.password }
  const halt = { kind: 'untestable', power: 'mailbox', ...reason } as const
  stage.without(halt, name)
  await stage.confirmed(account.email)
  return { token: missing(halt), password: missing(halt), lack: halt }
}
