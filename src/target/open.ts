import { Redactor } from '../recording/redact.ts'
import { openAccess } from './access.ts'
import { accessSettings } from './access-settings.ts'
import { adminWay, openAdmin } from './admin/open.ts'
import { bankTarget } from './bank/deposit.ts'
import { checkSettings } from './check-settings.ts'
import type { Client } from './client/client.ts'
import { configureBy } from './configure.ts'
import { customerFieldsSetting } from './customer-fields.ts'
import { openEmbedded } from './embedded.ts'
import { guardingSettings } from './guard-settings.ts'
import { identify } from './identify.ts'
import { lifetimeFrom } from './lifetime.ts'
import { mailSettings } from './mail-settings.ts'
import type { Mailbox } from './mailbox/mailbox.ts'
import { openMailbox } from './mailbox/open.ts'
import { openBank } from './open-bank.ts'
import { clockSetting, commandTimeout, openClock } from './open-clock.ts'
import { openStorefront, storefrontSettings } from './open-storefront.ts'
import {
  baseUrlSetting,
  emailDomainSetting,
  lockoutSetting,
  numberSetting,
  releaseSetting,
  storeSetting,
} from './parse.ts'
import { probe } from './probe.ts'
import { probeRecaptcha } from './recaptcha.ts'
import { type Settings, UnknownStore } from './settings.ts'
import { selectorsProbe } from './storefront/selectors.ts'
import type { Target } from './target.ts'

/**
 * Prepares the target for a run. Without MAGENTO_STORE_CODE, a shop that has no store view `default` is asked through
 * its own default one.
 * @param say prints what was corrected, or lost during the run
 * @throws UsageError for an invalid setting, TargetError if the target cannot be tested
 */
export async function openTarget(settings: Settings, say = (text: string) => console.error(text)): Promise<Target> {
  try {
    return await openWith(settings, say)
  } catch (error) {
    const code = error instanceof UnknownStore ? error.byDefault : undefined
    if (code === undefined || settings.get('MAGENTO_STORE_CODE') !== undefined) throw error
    say(`The shop has no store view "default": the run asks its default one, "${code}" (MAGENTO_STORE_CODE).`)
    return openWith({ ...settings, get: (name) => (name === 'MAGENTO_STORE_CODE' ? code : settings.get(name)) }, say)
  }
}

/**
 * Prepares the target for a run: reads all settings, connects to the shop, and determines its release and the access
 * that the run has. Creates nothing on it.
 * @param say prints what was corrected, or lost during the run
 * @throws UsageError for an invalid setting, TargetError if the target cannot be tested
 */
async function openWith(settings: Settings, say: (text: string) => void): Promise<Target> {
  checkSettings(settings)
  const baseUrl = baseUrlSetting(settings)
  const stated = releaseSetting(settings)
  const store = storeSetting(settings)
  const emailDomain = emailDomainSetting(settings)
  const concurrency = numberSetting(settings, 'MAGENTO_CONCURRENCY')
  const timeout = numberSetting(settings, 'MAGENTO_TIMEOUT') * 1000
  const lockout = lockoutSetting(settings)
  const { resetLink, follow } = mailSettings(settings)
  const guarding = guardingSettings(settings, lockout, say)
  const clockKind = clockSetting(settings)
  const longestCommand = commandTimeout(settings)
  const redactor = new Redactor()
  const tell = (text: string) => say(redactor.apply(text))
  const access = accessSettings(settings, redactor)
  const pages = storefrontSettings(settings)
  const customerFields = customerFieldsSetting(settings)
  const way = adminWay(settings, redactor)

  if (!baseUrl)
    return openEmbedded({
      storefront: pages,
      release: stated,
      store,
      emailDomain,
      concurrency,
      timeout,
      lockout,
      guarding,
      redactor,
    })

  const command = settings.get('MAGENTO_CONFIG_COMMAND')
  const redact = (text: string) => redactor.apply(text)
  const given = settings.nameOf('MAGENTO_BASE_URL')
  const reach = (url: string, from: string) =>
    openAccess(url, from, access, { store, concurrency, timeout }, redactor, tell)
  let client: Client | undefined
  let mailbox: Mailbox | undefined
  try {
    const found = await reach(baseUrl, given)
    const guard = guarding(found.client)
    client = guard.client
    const bank = openBank(settings, bankTarget(found.baseUrl, store), redactor, tell)
    mailbox = await openMailbox(settings.get('MAGENTO_MAILBOX_URL'), redactor, { follow, pattern: resetLink })
    const { magentoVersion, release } = await identify(guard.client, found.baseUrl, store, stated, given)
    const second = async (url: string) => guard.also((await reach(url, settings.nameOf('MAGENTO_CLOCK'))).client)
    const storefront =
      pages &&
      (await openStorefront(pages, found, guard, access, redactor, (url, shown) =>
        openAccess(
          url,
          settings.nameOf('MAGENTO_STOREFRONT_URL'),
          shown,
          { store, concurrency, timeout },
          redactor,
          tell,
          true,
        ),
      ))
    const clock = await openClock(clockKind, settings, guard.client, redact, second)
    // Not through the guard: a token is renewed while the requests that wait for it occupy all its slots.
    const adminToken = way && (await openAdmin(way, found.client, redactor, release.name, tell))
    const probed = { ...(await probe(guard.client)), ...(await probeRecaptcha(guard.client)) }
    const ownSelectors = settings.get('MAGENTO_STOREFRONT_SELECTORS')
    const ownLink = resetLink ? { 'reset link': { value: resetLink, from: 'MAGENTO_RESET_LINK' } } : {}
    return {
      baseUrl: found.baseUrl,
      embedded: false,
      store,
      client: guard.client,
      guard,
      redactor,
      emailDomain,
      customerFields,
      clock,
      mailbox,
      bank,
      storefront,
      configure: command ? configureBy(command, longestCommand, redact) : undefined,
      adminToken,
      lockout,
      magentoVersion,
      release,
      probes: {
        ...probed,
        ...lifetimeFrom(settings, release.name, probed),
        ...ownLink,
        ...(pages && ownSelectors
          ? { [selectorsProbe]: { value: JSON.stringify(pages.selectors), from: 'MAGENTO_STOREFRONT_SELECTORS' } }
          : {}),
      },
      guarded: found.door.opens !== 'nothing in front',
      close: async () => {
        found.client.close()
        clock.ahead?.client.close()
        storefront?.client.close()
        await mailbox?.close()
      },
    }
  } catch (error) {
    client?.close()
    await mailbox?.close()
    // The message quotes a response of the shop, which may repeat secrets that were sent.
    throw redactor.applyToError(error)
  }
}
