import type { Exchange } from '../recording/exchange.ts'
import type { SetupFinding } from '../recording/recording.ts'
import { losesAuthorization, lostAuthorization } from '../target/authorization.ts'
import { get } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { type Barrier, lostToken, otherPages, refusedAccount } from './barrier.ts'
import type { Fitting } from './fitting.ts'
import { untestableBy } from './halt.ts'
import { isInOwnWords } from './refusal-words.ts'
import type { Run } from './run.ts'
import { loginRefused, pagesFinding } from './setup-findings.ts'

/** Findings and the resulting barriers. */
interface Told {
  readonly setup: readonly SetupFinding[]
  readonly barriers: readonly Barrier[]
}

/**
 * Checks whether the shop treats a new token like a missing one, or rejects its account.
 * @returns the finding and its barrier; undefined if the token works
 */
export async function refusedToken({ target }: Run, login: Exchange): Promise<Told | undefined> {
  const token = login.json
  if (typeof token !== 'string' || token === '') return undefined
  target.redactor.learnToken(token)
  const me = await askUnrecorded(target.client, get('/V1/customers/me', { token }))
  if (![400, 401, 403].includes(me.status)) return undefined
  if (me.status !== 401 || !(await losesAuthorization(target.client))) {
    if (!isInOwnWords(me, await askUnrecorded(target.client, get('/V1/customers/me')))) return undefined
    const { finding, halt } = loginRefused(me, 'tokenRefused')
    return { setup: [finding], barriers: [refusedAccount(me, halt)] }
  }
  const { sentence, next } = lostAuthorization
  return {
    setup: [{ cause: 'authorization-header', effect: 'limits', sentence, next }],
    barriers: [lostToken(untestableBy('authorization', sentence, next))],
  }
}

/**
 * Checks whether the pages at the base URL belong to a website without the run's accounts. If websites share accounts
 * (customer/account_share/scope), every page knows them.
 * @returns the finding and its barrier; undefined if the pages can be used
 */
export async function pagesOfOthers(
  { target }: Run,
  fitting: Fitting | undefined,
  loginOnDefault: () => Promise<Exchange>,
): Promise<Told | undefined> {
  const { storefront, baseUrl } = target
  if (!fitting?.place || storefront?.baseUrl !== baseUrl || (await loginOnDefault()).status === 200) return undefined
  const { finding, halt } = pagesFinding(fitting.place.website_id)
  return { setup: [finding], barriers: [otherPages(halt)] }
}
