import { setTimeout as sleep } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import type { Client } from '../client/client.ts'
import { post } from '../client/request.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import { skewIn } from '../clock/skew.ts'
import { UsageError } from '../settings.ts'
import { TargetError } from '../target.ts'
import { inWords, saidBy } from './refusal.ts'

/** Computes one-time codes as Google Authenticator does: six digits, one code per 30 seconds. */
export interface Factor {
  /** @param at milliseconds since 1970 */
  code(at: number): string
  /** Waits for the next code. @param at milliseconds since 1970 */
  next(at: number): Promise<unknown>
}

const window = 30_000
/** Milliseconds to wait after a code's window has begun, since clocks differ slightly. */
const margin = 1000

/** Returns the milliseconds until the next code. @param at milliseconds since 1970 */
export const untilNextCode = (at: number): number => window - (at % window) + margin

/** @param text the base32 secret, with or without blanks @throws UsageError that does not quote it */
export function factorOf(text: string, redactor: Redactor): Factor {
  const secret = text.replace(/[\s-]|=+$/g, '').toUpperCase()
  redactor.learn(text)
  redactor.learn(secret)
  if (!/^[A-Z2-7]{16,}$/.test(secret))
    throw new UsageError(
      'MAGENTO_ADMIN_OTP_SECRET is not a secret in base32: it has letters and the digits 2 to 7, as shown where Google Authenticator is set up',
    )
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return {
    code: (at) => totp.generate({ timestamp: at }),
    next: (at) => sleep(untilNextCode(at)),
  }
}

/**
 * Logs in with name, password and code. A refused code may have just been used, or the clocks may differ: one further
 * attempt uses the next code by the shop's clock.
 * @returns the last response; undefined if the shop has no such route, because two-factor login is off
 * @throws TargetError if the account cannot log in this way, or the second code is refused too
 */
export async function logInWithCode(
  login: { readonly username: string; readonly password: string; readonly factor: Factor },
  client: Client,
  redactor: Redactor,
): Promise<Exchange | undefined> {
  const { username, password, factor } = login
  const attempt = (at: number) => {
    const otp = factor.code(at)
    redactor.learn(otp)
    return askUnrecorded(client, post('/V1/tfa/provider/google/authenticate', { username, password, otp }))
  }
  let answer = await attempt(Date.now())
  const skew = skewIn(answer)
  if (isWrongCode(answer)) {
    const shopNow = () => Date.now() + (skew ?? 0) * 1000
    await factor.next(shopNow())
    answer = await attempt(shopNow())
    if (isWrongCode(answer)) throw new TargetError(refusal(username, saidBy(answer, redactor), wrongSecret(skew)))
  }
  if (answer.status === 404) return undefined
  const known = problems.find(([text]) => answer.status !== 200 && text.test(String(answer.at('/message').value)))
  if (known) throw new TargetError(refusal(username, saidBy(answer, redactor), known[1]))
  return answer
}

const isWrongCode = (answer: Exchange) =>
  answer.status !== 200 && /invalid code/i.test(String(answer.at('/message').value))

const wrongSecret = (skew: number | undefined) =>
  `neither the code of now nor the next one, made for the shop’s own clock, is right; ${inWords(skew)}. MAGENTO_ADMIN_OTP_SECRET is probably not this account’s`

const problems: [RegExp, string][] = [
  [
    /not allowed/i,
    'Google Authenticator is not among the second factors that the shop allows (twofactorauth/general/force_providers)',
  ],
  [/not configured/i, 'the account has not set Google Authenticator up yet: log in once in the browser and do so'],
]

const refusal = (username: string, said: string, why: string) =>
  `the shop refuses the administrator "${username}" (${said}): ${why}`
