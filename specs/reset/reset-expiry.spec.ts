import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { tokenExpired } from '../shared/messages.ts'
import { resetExpiry } from './reset-expiry.scenario.ts'

const { must, should } = requirementsOf(resetExpiry)

const source = [verified('reset-tokens'), code('module-customer/Model/AccountManagement.php:1436', '2.4.7-p6')]
const next = 'check whether customer/password/reset_link_expiration_period is 2 on this shop'

should(
  'RESET-43',
  'A reset link is valid for two hours unless the shop configures another period',
  {
    why: 'Delivery takes time, and so does the reader. With a shorter period, many links expire before they are opened.',
    source: [...source, recorded('reset/whole#validate')],
    next,
  },
  ({ 'link before its end': link }) => {
    expect(link).toAnswer(true)
  },
)

must(
  'RESET-44',
  'A reset link older than two hours is rejected as expired',
  {
    why: 'Mails stay in mailboxes, backups and forwarded threads for years. A link that stays valid opens the account to any later reader. A page that checks the link first needs this response.',
    source: [...source, recorded('reset/link-expired#validate')],
    next,
  },
  ({ 'link after its end': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenExpired })
  },
)

must(
  'RESET-45',
  'An expired reset link sets no password, and the old password still logs in',
  {
    why: 'Mails stay in mailboxes, backups and forwarded threads for years. A link that stays valid opens the account to any later reader.',
    source: [...source, recorded('reset/link-expired#reset')],
    next,
  },
  ({ 'reset after its end': reset, 'password of the late reset': late, 'old password': old }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenExpired })
    expect(late).toBeRefusedWith(401)
    expectToken(old)
  },
)
