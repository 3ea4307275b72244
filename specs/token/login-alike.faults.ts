import { answers } from '../../faults/change.ts'
import { withHeader } from '../../faults/changes/answers.ts'
import { faults } from '../../faults/fault.ts'
import type { Answer, Call, Shop } from '../../reference/index.ts'
import { named } from './login-changes.faults.ts'

/** Whether a login of an existing account failed. */
const failedOfAccount = (call: Call, { status }: Answer, shop: Shop) =>
  call.route?.operation === 'token.create' && status === 401 && named(call, shop) !== undefined

export const loginAlikeFaults = faults([
  {
    id: 'account-told-in-a-header',
    does: 'a failed login of an existing account has a header that one of an unknown e-mail lacks',
    breaks: ['TOKEN-40'],
    change: answers(
      failedOfAccount,
      withHeader('X-Failures', () => 'counted'),
    ),
  },
  {
    id: 'account-told-by-a-blank',
    does: 'the body of a failed login of an existing account ends with a line break, that of an unknown e-mail does not',
    breaks: ['TOKEN-40'],
    change: answers(failedOfAccount, ({ value }) => ({ body: `${JSON.stringify(value)}\n` })),
  },
])
