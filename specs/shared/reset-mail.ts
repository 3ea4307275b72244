import { has, parseRelease, type Release } from '../../release/index.ts'
import type { Shop } from '../../src/judge/requirement.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Asked, Looked, Step } from '../../src/recording/asked.ts'
import type { MailObservation } from '../../src/recording/mail.ts'
import { requestReset } from './password-requests.ts'

/** One request in ten minutes is served from one address, and that one is another scenario's. */
const limited = has('resets-are-limited')

type Asking = Pick<Stage, 'probe'> | Pick<Shop, 'probe'>

/** Whether reset mails are asked for in place of the welcome mail's link. */
export const asksForLinks = ({ probe }: Asking, release: Release): boolean =>
  !probe<boolean>('welcome link', true) && probe('counted links', '') === '' && !limited.includes(release)

/**
 * The mails to a new account, with a link that sets its password: where the shop's welcome mail has none, a reset mail
 * is asked for. From 2.4.8 on, where shops limit such requests, none is, and what needs the link is untestable.
 * @param name what the steps are called by
 * @param welcomed the mails that have come
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
