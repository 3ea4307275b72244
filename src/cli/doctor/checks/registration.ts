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
    if (!answer)
      return note('no response to a registration without a body', 'it is unknown whether guests may register')
    const front = frontOf(answer.data.response)
    if (front) {
      const { sentence, next } = refusalTexts('POST', answer.status, front)
      return note(sentence, next)
    }
    if (isOpen(answer))
      return good('open to guests: a registration without a body is refused because of its missing fields')
    return note(
      `a registration by a guest is refused before its fields are checked (${said(answer)})`,
      found.adminToken
        ? 'if guests may not register, the run creates its accounts as the administrator, and requirements about guests are untestable'
        : 'if guests may not register, a run needs an administrator: set MAGENTO_ADMIN_…, or allow POST /V1/customers for guests',
    )
  },
}

/** True if a missing field is named (in any language), or for the internal error of releases before 2.4. */
const isOpen = (answer: Exchange) => answer.at('/parameters/fieldName').exists || answer.status >= 500
