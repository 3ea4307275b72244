import { lacks, parseRelease } from '../../../release/index.ts'
import type { Redactor } from '../../recording/redact.ts'
import { checkSent } from '../access-settings.ts'
import { losesAuthorization, lostAuthorization } from '../authorization.ts'
import type { Client } from '../client/client.ts'
import type { Token } from '../client/request.ts'
import { askUnrecorded } from '../client/unrecorded.ts'
import { type SettingName, type Settings, UsageError } from '../settings.ts'
import { TargetError } from '../target.ts'
import { type Integration, integrate } from './integration.ts'
import { type Login, logIn } from './login.ts'
import { lacksPermission, readCustomers, saidBy } from './refusal.ts'
import { renewable } from './renewable.ts'
import { factorOf } from './second-factor.ts'
import { givenToken } from './token.ts'

/** The credentials for administrator access. */
export type AdminWay =
  | { readonly by: 'token'; readonly token: string }
  | { readonly by: 'integration'; readonly integration: Integration }
  | { readonly by: 'login'; readonly login: Login }

/**
 * Reads the credentials from the settings; of several, the first in the order token, integration, login. Sends nothing.
 * @throws UsageError for an incomplete login or integration, or a token that cannot be sent
 */
export function adminWay(settings: Settings, redactor: Redactor): AdminWay | undefined {
  checkSent(settings, 'MAGENTO_ADMIN_TOKEN')
  const token = settings.get('MAGENTO_ADMIN_TOKEN')
  const integration = integrationOf(settings)
  const login = loginOf(settings, redactor)
  if (token !== undefined) return { by: 'token', token }
  if (integration) return { by: 'integration', integration }
  return login && { by: 'login', login }
}

/**
 * Opens the access and tests it on a read-only route.
 * @param release the assumed release of the shop
 * @param say prints a message if the access is lost during the run
 * @throws TargetError if the shop refuses the access
 */
export async function openAdmin(
  way: AdminWay,
  client: Client,
  redactor: Redactor,
  release: string,
  say: (text: string) => void,
): Promise<Token> {
  try {
    return await acquired(way, client, redactor, release, say)
  } catch (error) {
    if (!(error instanceof TargetError) || !(await losesAuthorization(client))) throw error
    throw new TargetError(`${lostAuthorization.sentence}\n${lostAuthorization.next}`)
  }
}

async function acquired(
  way: AdminWay,
  client: Client,
  redactor: Redactor,
  release: string,
  say: (text: string) => void,
): Promise<Token> {
  if (way.by === 'token') return givenToken(way.token, client, redactor)
  if (way.by === 'integration') {
    // Magento removed HMAC-SHA1 in 2.4.4 (magento/magento2#35510). For older shops it is tried second, as middleware
    // may require it.
    const old = lacks('sha1-signature-is-refused').includes(parseRelease(release))
    return integrate(way.integration, old ? ['HMAC-SHA256', 'HMAC-SHA1'] : ['HMAC-SHA256'], client, redactor)
  }
  const acquire = () => logIn(way.login, client, redactor)
  const token = await acquire()
  const answer = await askUnrecorded(client, readCustomers(token))
  if (answer.status !== 200)
    throw new TargetError(
      `the administrator "${way.login.username}" could log in, but may not read customers (${saidBy(answer, redactor)}): ${
        lacksPermission(answer)
          ? 'give its role the resource Magento_Customer::customer'
          : 'the shop is set up otherwise'
      }`,
    )
  const works = async (known: string) => (await askUnrecorded(client, readCustomers(known))).status !== 401
  return renewable(token, { acquire, works, say })
}

function loginOf(settings: Settings, redactor: Redactor): Login | undefined {
  const username = settings.get('MAGENTO_ADMIN_USERNAME')
  const password = settings.get('MAGENTO_ADMIN_PASSWORD')
  const secret = settings.get('MAGENTO_ADMIN_OTP_SECRET')
  const factor = secret === undefined ? undefined : factorOf(secret, redactor)
  if (username === undefined && password === undefined) {
    if (factor) throw new UsageError('MAGENTO_ADMIN_OTP_SECRET is set without MAGENTO_ADMIN_USERNAME and …_PASSWORD')
    return undefined
  }
  if (username === undefined) throw new UsageError('MAGENTO_ADMIN_PASSWORD is set without MAGENTO_ADMIN_USERNAME')
  if (password === undefined) throw new UsageError('MAGENTO_ADMIN_USERNAME is set without MAGENTO_ADMIN_PASSWORD')
  redactor.learn(password)
  return { username, password, factor }
}

const integrationSettings = {
  consumerKey: 'MAGENTO_INTEGRATION_CONSUMER_KEY',
  consumerSecret: 'MAGENTO_INTEGRATION_CONSUMER_SECRET',
  accessToken: 'MAGENTO_INTEGRATION_ACCESS_TOKEN',
  accessTokenSecret: 'MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET',
} as const satisfies Record<keyof Integration, SettingName>

function integrationOf(settings: Settings): Integration | undefined {
  const names = Object.values(integrationSettings)
  const missing = names.filter((name) => settings.get(name) === undefined)
  if (missing.length === names.length) return undefined
  if (missing.length)
    throw new UsageError(`an integration is set without ${missing.join(', ')}: all four values are needed`)
  return Object.fromEntries(
    Object.entries(integrationSettings).map(([key, name]) => [key, settings.get(name)]),
  ) as unknown as Integration
}
