import type { Exchange } from '../../recording/exchange.ts'
import type { Redactor } from '../../recording/redact.ts'
import type { Client } from '../client/client.ts'
import { post } from '../client/request.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import { TargetError } from '../target.ts'
import { saidBy } from './refusal.ts'
import { type Factor, logInWithCode } from './second-factor.ts'

export interface Login {
  readonly username: string
  readonly password: string
  /** Set if the account has a second factor. */
  readonly factor: Factor | undefined
}

/**
 * Logs the administrator in with a single attempt, because six failures lock the account. With a second factor there
 * may be one more, with the next code.
 * @throws TargetError if the shop refuses, with what to do
 */
export async function logIn(login: Login, client: Client, redactor: Redactor): Promise<string> {
  const { username, password, factor } = login
  const answer =
    (factor && (await logInWithCode({ username, password, factor }, client, redactor))) ??
    (await askUnrecorded(client, post('/V1/integration/admin/token', { username, password })))
  if (answer.status !== 200 || typeof answer.json !== 'string')
    throw new TargetError(refusal(username, answer, redactor))
  redactor.learnToken(answer.json)
  return answer.json
}

function refusal(username: string, answer: Exchange, redactor: Redactor): string {
  return `the shop refuses the administrator "${username}" (${saidBy(answer, redactor)}): ${advice(answer)}`
}

function advice(answer: Exchange): string {
  const providers = Object.keys(Object(answer.at('/parameters/active_providers').value)).length
    ? Object.values(Object(answer.at('/parameters/active_providers').value)).map(nameOf)
    : undefined
  if (providers?.includes('google'))
    return 'it demands a second factor. Set MAGENTO_ADMIN_OTP_SECRET to the secret of the account’s Google Authenticator, or use an integration (the four MAGENTO_INTEGRATION_… values)'
  if (providers)
    return `it demands a second factor of another kind (${providers.join(', ')}) than Google Authenticator, which is the only one that the suite knows. Use an integration (the four MAGENTO_INTEGRATION_… values)`
  if (/2fa|two-factor/i.test(String(answer.at('/message').value)))
    return 'it demands a second factor, and the account has none yet. Log in once in the browser and set Google Authenticator up, then set MAGENTO_ADMIN_OTP_SECRET; or use an integration (the four MAGENTO_INTEGRATION_… values)'
  if (answer.status === 401)
    return 'the name or the password is wrong, or the account is locked. The run tries no more, so that it locks nobody'
  if (answer.body.json === undefined)
    return 'something in front of the shop answered instead, for example because it allows administrators from certain IP addresses only. Let this machine reach /rest/V1/integration/admin/token, or set MAGENTO_ADMIN_TOKEN'
  return 'it gave no token'
}

/** A provider is a code, or an object with a code. */
const nameOf = (provider: unknown) => String(Object(provider).code ?? provider)
