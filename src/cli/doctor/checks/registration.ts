import { said } from '../../../perform/refusal-words.ts'
import type { Exchange } from '../../../recording/exchange.ts'
import { frontOf, refusalTexts } from '../../../recording/front.ts'
import { post } from '../../../target/client/request.ts'
import { askIfAnswered } from '../../../target/client/unrecorded.ts'
import { type Check, good, note } from '../check.ts'

/** A request without a body registers nobody. Magento checks the permission first, then the fields. */
const bare = post('/V1/customers', {})

/** Checks that the route for guest registration is accessible. Only a run shows whether a registration is accepted. */
export const registration: Check = {
  name: 'registration',
  after: 'magento',
  async look({ guard, found }) {
    const answer = await askIfAnswered(guard.client, bare)
    if (!answer) return note('no answer to a registration without a body', 'whether guests may register is not known')
    const front = frontOf(answer.data.response)
    if (front) {
      const { sentence, next } = refusalTexts('POST', answer.status, front)
      return note(sentence, next)
    }
    if (isOpen(answer)) return good('open to guests: one without a body is refused for what it lacks')
    return note(
      `a guest’s registration without a body is refused as such (${said(answer)})`,
      found.adminToken
        ? 'where guests may not register, the run’s accounts are made by the administrator, and what is promised of guests is untestable'
        : 'where guests may not register, no run works without an administrator: set MAGENTO_ADMIN_…, or open POST /V1/customers',
    )
  },
}

/** True if a missing field is named (in any language), or for the internal error of releases before 2.4. */
const isOpen = (answer: Exchange) => answer.at('/parameters/fieldName').exists || answer.status >= 500
