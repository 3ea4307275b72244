import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { describe } from '../../src/recording/show.ts'
import { loginLock } from '../lockout/login-lock.scenario.ts'
import { signInFailed } from '../shared/messages.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must } = requirementsOf(customerToken)
const refused = { message: signInFailed }
const service = code('module-integration/Model/CustomerTokenService.php:98', '2.4.7-p6')

must(
  'TOKEN-34',
  'An e-mail written as a pattern does not match an account: the login is rejected',
  {
    why: 'With patterns, a single guess tries a password on many accounts and bypasses the limit of failed logins for each name.',
    source: [service, recorded('token/malformed-sql#call')],
  },
  ({ 'e-mail as a pattern': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-35',
  'A password of `true` is rejected as wrong',
  {
    why: 'In a loose comparison `true` equals every password: an e-mail would be sufficient to log in.',
    source: [service, verified('passwords')],
  },
  ({ 'password of true': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-36',
  'A wrong password sent as XML is rejected with the same error as in JSON',
  {
    why: 'If only JSON requests are checked, attackers guess passwords through XML.',
    source: [service, recorded('token/forms#xml')],
  },
  ({ 'wrong password in XML': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

requirementsOf(loginLock).must(
  'LOCK-12',
  'A locked name stays locked for another user agent, from another address and in XML',
  {
    why: 'A limit that another address, user agent or format bypasses does not stop an attacker with a script.',
    source: [
      code('module-integration/Model/Oauth/Token/RequestThrottler.php:68', '2.4.7-p6'),
      verified('names-that-are-locked'),
    ],
    next: 'failed logins are counted by name: see oauth/authentication_lock/max_failures_count',
  },
  ({ 'closed name by another way': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

requirementsOf(loginLock).must(
  'LOCK-14',
  'A locked name stays locked in the URL without a store code and with the code `all`',
  {
    why: 'A shop answers below several paths. If each has its own count, an attacker guesses on below the next one.',
    source: [
      code('module-integration/Model/Oauth/Token/RequestThrottler.php:68', '2.4.7-p6'),
      verified('names-that-are-locked'),
      verified('urls-and-store-codes'),
    ],
    next: 'failed logins are counted by name: look for a module or a cache that counts them by URL or store view',
  },
  ({ 'closed name without a store code': plain, 'closed name through all': all }) => {
    for (const answer of [plain, all])
      if (answer.status === 200) throw new Unmet('a refusal', describe(answer), answer, 'status')
  },
)
