import { bankTarget } from '../bank/deposit.ts'
import { createClient } from '../client/client.ts'
import { openMailbox } from '../mailbox/open.ts'
import { Redactor } from '../recording/redact.ts'
import { adminTokenFrom } from './admin.ts'
import { configureBy } from './configure.ts'
import { openEmbedded } from './embedded.ts'
import { identify } from './identify.ts'
import { lifetimeFrom } from './lifetime.ts'
import { openBank } from './open-bank.ts'
import { clockSetting, commandTimeout, openClock } from './open-clock.ts'
import { baseUrlSetting, headersSetting, numberSetting, releaseSetting, textSetting } from './parse.ts'
import { probe } from './probe.ts'
import type { Settings } from './settings.ts'
import type { Target } from './target.ts'

/**
 * Makes the target ready to be asked: reads every setting, reaches the shop, finds out what it is and which powers
 * the run has. Creates nothing on it.
 * @throws UsageError for a setting that makes no sense, TargetError for a target that cannot be asked
 */
export async function openTarget(settings: Settings): Promise<Target> {
  const baseUrl = baseUrlSetting(settings)
  const stated = releaseSetting(settings)
  const store = textSetting(
    settings,
    'MAGENTO_STORE_CODE',
    'default',
    /^[A-Za-z]\w*$/,
    'a store code: letters, digits and _',
  )
  const domain = /^[\w-]+(\.[\w-]+)+$/
  const emailDomain = textSetting(
    settings,
    'MAGENTO_EMAIL_DOMAIN',
    'example.com',
    domain,
    'a domain such as example.com',
  )
  const concurrency = numberSetting(settings, 'MAGENTO_CONCURRENCY', 4)
  const timeout = numberSetting(settings, 'MAGENTO_TIMEOUT', 30) * 1000
  const lockout = textSetting(settings, 'MAGENTO_LOCKOUT', baseUrl ? 'off' : 'on', /^(on|off)$/, 'on or off') === 'on'
  clockSetting(settings)
  commandTimeout(settings)
  const headers = headersSetting(settings)
  const redactor = new Redactor()
  for (const value of Object.values(headers)) redactor.learn(value)

  if (!baseUrl) return openEmbedded({ release: stated, store, emailDomain, concurrency, timeout, lockout, redactor })

  const options = { baseUrl, store, headers, concurrency, timeout }
  const client = createClient(options)
  const bank = openBank(settings, bankTarget(baseUrl, store), redactor)
  const command = settings.get('MAGENTO_CONFIG_COMMAND')
  try {
    const mailbox = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor)
    const { magentoVersion, release } = await identify(client, baseUrl, store, stated)
    const adminToken = await adminTokenFrom(settings, client, redactor)
    const clock = await openClock(settings, client, options, redactor)
    const probed = await probe(client)
    return {
      baseUrl,
      embedded: false,
      store,
      client,
      redactor,
      emailDomain,
      clock,
      mailbox,
      bank,
      configure: command ? configureBy(command, commandTimeout(settings), (text) => redactor.apply(text)) : undefined,
      adminToken,
      lockout,
      magentoVersion,
      release,
      probes: { ...probed, ...lifetimeFrom(settings, release.name, probed) },
      close: async () => {
        client.close()
        clock.ahead?.client.close()
      },
    }
  } catch (error) {
    client.close()
    throw error
  }
}
