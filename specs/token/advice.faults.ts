import { answers, operation } from '../../faults/change.ts'
import { asking } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

/** A server that follows the recommendations about tokens, which Magento does not follow. */
export const tokenRemedies = faults([
  {
    id: 'credentials-in-the-query-refused',
    does: 'a login with its credentials in the query string is rejected',
    breaks: ['TOKEN-33'],
    change: asking(({ url }) => (/\/token\?/.test(url) ? { url: url.replace(/\?.*/, '') } : undefined)),
  },
  {
    id: 'refusal-says-how-to-authenticate',
    does: 'a 401 response has a WWW-Authenticate header',
    breaks: ['ACCESS-27'],
    change: answers(
      (_, { status }) => status === 401,
      ({ headers }) => ({ headers: [...headers, ['WWW-Authenticate', 'Bearer'] as [string, string]] }),
    ),
  },
  {
    id: 'password-change-ends-tokens',
    does: 'a password change revokes the tokens issued before it',
    breaks: ['REVOKE-14'],
    change: operation('password.change', async (call, change, { services }) => {
      const answer = await change(call)
      if (call.user) services.revokeTokens(call.user)
      return answer
    }),
  },
])
