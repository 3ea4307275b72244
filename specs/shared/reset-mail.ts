import { has, parseRelease, type Release } from '../../release/index.ts'
import type { Shop } from '../../src/judge/requirement.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Asked, Looked, Step } from '../../src/recording/asked.ts'
import type { MailObservation } from '../../src/recording/mail.ts'
import { requestReset } from './password-requests.ts'

/**
 * From these releases only one reset request in ten minutes is accepted per client, and another scenario uses that one.
 */
const limited = has('resets-are-limited')

type Asking = Pick<Stage, 'probe'> | Pick<Shop, 'probe'>

/** True if reset mails are requested to replace the welcome mail's link. */
export const asksForLinks = ({ probe }: Asking, release: Release): boolean =>
  !probe<boolean>('welcome link', true) && probe('counted links', '') === '' && !limited.includes(release)

/**
 * Returns the mails to a new account, with a link to set its password. If the welcome mail has none, a reset mail is
 * requested. From 2.4.8, where such requests are limited, none is, and steps that need the link are untestable.
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
