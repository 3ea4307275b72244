import type { Redactor } from '../../recording/redact.ts'
import { readToken } from '../../recording/token/json-web-token.ts'
import type { Client } from '../client/client.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import { TargetError } from '../target.ts'
import { readCustomers, saidBy } from './refusal.ts'

/**
 * Tests a given token on a read-only route. Such a token cannot be renewed.
 * @throws TargetError if the shop refuses it, with the likeliest reason according to the token
 */
export async function givenToken(token: string, client: Client, redactor: Redactor): Promise<string> {
  redactor.learnToken(token)
  const answer = await askUnrecorded(client, readCustomers(token))
  if (answer.status === 200) return token
  throw new TargetError(
    `the shop refuses the administrator’s token (${saidBy(answer, redactor)} on GET /V1/customers/search): ${reason(token)}`,
  )
}

function reason(token: string): string {
  const claims = readToken(token)?.claims
  if (!claims)
    return 'it may have expired, lack the resource Magento_Customer::customer, or be an integration’s: from 2.4.4 those are taken as plain tokens only with oauth/consumer/enable_integration_as_bearer; otherwise set the four MAGENTO_INTEGRATION_… values, which sign each request'
  const ended = typeof claims.exp === 'number' && claims.exp * 1000 <= Date.now()
  if (ended)
    return `it expired at ${new Date(Number(claims.exp) * 1000).toISOString()}. Make another, or set MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, with which the run makes its own`
  if (claims.utypid === 3) return 'it is a customer’s token'
  return 'its account may lack the resource Magento_Customer::customer, or it was revoked, or made by another shop'
}
