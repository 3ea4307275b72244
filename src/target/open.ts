import { createClient } from '../client/client.ts'
import { waitingClock } from '../clock/wait.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import { openMailbox } from '../mailbox/open.ts'
import { Redactor } from '../recording/redact.ts'
import { adminTokenFrom } from './admin.ts'
import { openEmbedded } from './embedded.ts'
import { identify } from './identify.ts'
import { mailSettings } from './mail-settings.ts'
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
  const maxWait = numberSetting(settings, 'MAGENTO_MAX_WAIT', 90, 0)
  const lockout = textSetting(settings, 'MAGENTO_LOCKOUT', baseUrl ? 'off' : 'on', /^(on|off)$/, 'on or off') === 'on'
  textSetting(settings, 'MAGENTO_CLOCK', 'wait', /^wait$/, 'wait')
  const { resetLink, follow } = mailSettings(settings)
  const headers = headersSetting(settings)
  const redactor = new Redactor()
  for (const value of Object.values(headers)) redactor.learn(value)

  if (!baseUrl) return openEmbedded({ release: stated, store, emailDomain, concurrency, timeout, lockout, redactor })

  const client = createClient({ baseUrl, store, headers, concurrency, timeout })
  let mailbox: Mailbox | undefined
  try {
    mailbox = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor, { follow, pattern: resetLink })
    const { magentoVersion, release } = await identify(client, baseUrl, store, stated)
    const adminToken = await adminTokenFrom(settings, client, redactor)
    const probes = await probe(client)
    const ownLink = resetLink ? { 'reset link': { value: resetLink, from: 'MAGENTO_RESET_LINK' } } : {}
    return {
      baseUrl,
      embedded: false,
      store,
      client,
      redactor,
      emailDomain,
      clock: waitingClock(maxWait),
      mailbox,
      adminToken,
      lockout,
      magentoVersion,
      release,
      probes: { ...probes, ...ownLink },
      close: async () => {
        client.close()
        await mailbox?.close()
      },
    }
  } catch (error) {
    client.close()
    await mailbox?.close()
    throw error
  }
}
