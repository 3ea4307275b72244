import { adminWay, openAdmin } from '../admin/open.ts'
import { createClient } from '../client/client.ts'
import type { Ask } from '../client/request.ts'
import { waitingClock } from '../clock/wait.ts'
import { openMailbox } from '../mailbox/open.ts'
import { Redactor } from '../recording/redact.ts'
import { certificates } from './certificates.ts'
import { openEmbedded } from './embedded.ts'
import { checkHost } from './hosts.ts'
import { identify } from './identify.ts'
import {
  baseUrlSetting,
  basicAuthSetting,
  headersSetting,
  numberSetting,
  releaseSetting,
  textSetting,
} from './parse.ts'
import { probe } from './probe.ts'
import { proxyFor } from './proxy.ts'
import { findWay } from './reach.ts'
import { probeRecaptcha, recaptchaHeader } from './recaptcha.ts'
import type { Settings } from './settings.ts'
import type { Target } from './target.ts'

/**
 * Makes the target ready to be asked: reads every setting, reaches the shop, finds out what it is and which powers
 * the run has. Creates nothing on it.
 * @param say tells the person who runs the suite what was corrected, or lost on the way
 * @throws UsageError for a setting that makes no sense, TargetError for a target that cannot be asked
 */
export async function openTarget(settings: Settings, say = (text: string) => console.error(text)): Promise<Target> {
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
  const headers = headersSetting(settings)
  const redactor = new Redactor()
  for (const value of Object.values(headers)) redactor.learn(value)
  const recaptcha = settings.get('MAGENTO_RECAPTCHA')
  if (recaptcha !== undefined) redactor.learn(recaptcha)
  const tls = certificates(settings)
  const way = adminWay(settings, redactor)

  if (!baseUrl) return openEmbedded({ release: stated, store, emailDomain, concurrency, timeout, lockout, redactor })

  checkHost(baseUrl, settings.get('MAGENTO_ALLOW_HOST'), 'MAGENTO_BASE_URL')
  const credentials = basicAuthSetting(settings)
  learnCredentials(credentials, redactor)
  const found = await findWay(baseUrl, {
    open: (url, carried, askedBefore) => {
      const proxy = proxyFor(url)
      learnCredentials(proxy && `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`, redactor)
      const connection = { ...(tls ? { tls } : {}), ...(proxy ? { proxy } : {}) }
      const everyHeader = (request: Ask) => ({ ...recaptchaHeader(request, recaptcha), ...carried() })
      return createClient({ baseUrl: url, store, headers: everyHeader, connection, concurrency, timeout, askedBefore })
    },
    headers,
    credentials,
    redactor,
    say,
  })
  const { client } = found
  try {
    const mailbox = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor)
    const { magentoVersion, release } = await identify(client, found.baseUrl, store, stated)
    const adminToken = way && (await openAdmin(way, client, redactor, release.name, say))
    const probes = { ...(await probe(client)), ...(await probeRecaptcha(client)) }
    return {
      baseUrl: found.baseUrl,
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
      probes,
      guarded: found.door.opens !== 'nothing in front',
      close: async () => client.close(),
    }
  } catch (error) {
    client.close()
    throw error
  }
}

/** A user name and a password are secret together, as they are sent, and the password alone. */
function learnCredentials(credentials: string | undefined, redactor: Redactor): void {
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(credentials ?? '') ?? []
  if (credentials === undefined || password === '') return
  redactor.learn(credentials)
  redactor.learn(password)
}
