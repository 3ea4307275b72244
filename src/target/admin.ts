import type { Client } from '../client/client.ts'
import { get, post } from '../client/request.ts'
import { readBody } from '../recording/body.ts'
import type { Redactor } from '../recording/redact.ts'
import { type Settings, UsageError } from './settings.ts'
import { TargetError } from './target.ts'

/**
 * The administrator's token, from the settings or by logging in, tried once on a route that only reads.
 * @returns undefined when no administrator is set
 * @throws UsageError for half an account, TargetError when the shop refuses it
 */
export async function adminTokenFrom(
  settings: Settings,
  client: Client,
  redactor: Redactor,
): Promise<string | undefined> {
  const token = settings.get('MAGENTO_ADMIN_TOKEN') ?? (await login(settings, client, redactor))
  if (token === undefined) return undefined
  redactor.learnToken(token)
  const { response } = await client.ask(
    get('/V1/customers/search?searchCriteria[pageSize]=1&fields=total_count', { token }),
  )
  if (response.status !== 200)
    throw new TargetError(
      `the shop refuses the administrator’s token (${response.status} on GET /V1/customers/search): it may have expired, lack the resource Magento_Customer::customer, or be an integration’s token (from 2.4.4 those need oauth/consumer/enable_integration_as_bearer)`,
    )
  return token
}

async function login(settings: Settings, client: Client, redactor: Redactor): Promise<string | undefined> {
  const username = settings.get('MAGENTO_ADMIN_USERNAME')
  const password = settings.get('MAGENTO_ADMIN_PASSWORD')
  if (username === undefined && password === undefined) return undefined
  if (username === undefined) throw new UsageError('MAGENTO_ADMIN_PASSWORD is set without MAGENTO_ADMIN_USERNAME')
  if (password === undefined) throw new UsageError('MAGENTO_ADMIN_USERNAME is set without MAGENTO_ADMIN_PASSWORD')
  redactor.learn(password)
  const { response } = await client.ask(post('/V1/integration/admin/token', { username, password }))
  const token = readBody(response.body).json?.value
  if (response.status === 200 && typeof token === 'string') return token
  const hint =
    response.status === 400
      ? ': two-factor login needs a token made elsewhere, in MAGENTO_ADMIN_TOKEN'
      : ': check the name and the password'
  throw new TargetError(`the shop refuses the administrator "${username}" (${response.status})${hint}`)
}
