import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { sendOverSmtp } from '../../reference/smtp.ts'
import { diffFormats } from '../../src/report/diff/formats.ts'
import { formats } from '../../src/report/formats.ts'
import { definitions, type SettingName } from '../../src/target/settings.ts'
import { contract, newFolder } from '../support/command.ts'
import { startMaildev } from '../support/maildev.ts'
import { patiently } from '../support/patience.ts'
import { always, breaking, complaining, echoes, echoing } from './echoes.ts'
import { type Echo, listenBefore } from './listening.ts'
import { administrator, mailReader, type Planted, planted, type Servers } from './planted.ts'
import { leaks, outputsOf } from './search.ts'

let servers: Servers
beforeAll(async () => {
  const maildev = await startMaildev(mailReader)
  const shop = await startReference({
    changes: [
      ({ store, settings }) => {
        Object.assign(store.admins[0] as object, administrator)
        settings.set('customer/password/password_reset_protection_type', '0')
      },
    ],
  })
  sendOverSmtp(shop.outbox, maildev.smtpUrl)
  servers = { shop, maildev, integration: shop.shop.services.addIntegration(), folder: newFolder() }
})
afterAll(async () => {
  await servers.shop.close()
  await servers.maildev.close()
})

const rows = Object.entries(planted) as [SettingName, Planted][]
const together = rows.filter(([, row]) => !row.insteadOf && !row.with)
const alone = rows.filter(([, { insteadOf }]) => insteadOf)

function settingsOf(chosen: readonly [SettingName, Planted][]): Record<string, string> {
  return Object.assign(
    {},
    ...chosen.map(([name, { value, beside }]) => ({ [name]: value(servers), ...beside?.(servers) })),
  )
}

/** Returns all settings that can be combined, or those that go with one that needs a separate run. */
function settingsWith(own?: [SettingName, Planted]): Record<string, string> {
  const settings = settingsOf(own ? [...together, own] : together)
  for (const name of own?.[1].insteadOf ?? []) delete settings[name]
  return settings
}

/** Runs the command, and returns the places where a secret can be read. */
async function run(settings: Record<string, string>, echo: Echo = () => false, args: readonly string[] = []) {
  const front = await listenBefore(servers.shop.url, echo)
  const folder = newFolder()
  try {
    const ended = await contract(['--out', folder, ...args], {
      MAGENTO_BASE_URL: front.url,
      MAGENTO_RELEASE: servers.shop.release,
      MAGENTO_MAIL_TIMEOUT: patiently(5),
      MAGENTO_TIMEOUT: patiently(10),
      MAGENTO_LOCKOUT: 'on',
      MAGENTO_STOREFRONT: 'on',
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: join(folder, 'step-summary.md'),
      ...settings,
    })
    // A suite that crashed would have no outputs to search.
    expect(ended.stderr).not.toMatch(/\n\s+at /)
    const trusted = [...front.secrets].filter((secret) => !/@/.test(secret))
    // The bank is a file next to the reports.
    const bank = settings.MAGENTO_TOKEN_BANK
    const outputs = { ...outputsOf(folder, ended), ...(bank ? { bank: readFileSync(bank, 'utf8') } : {}) }
    const found = leaks(outputs, [...trusted, ...inMails(), ...rows.flatMap(([, row]) => row.secrets(servers))])
    return { ended, trusted, searched: Object.keys(outputs), found }
  } finally {
    front.close()
  }
}

/** All outputs of a run, which are searched. */
const everyFile = ['stdout', 'step-summary.md', ...Object.values(formats).flatMap(({ file }) => file ?? [])]

/** Returns the tokens and keys in all links of mails. */
function inMails(): string[] {
  const mails = JSON.stringify(servers.shop.outbox.mails)
  return [...mails.matchAll(/(?:token|key)=([A-Za-z0-9]{16,})/g)].map(([, secret]) => secret as string)
}

test('every secret setting is planted', () => {
  const secret = Object.entries(definitions).flatMap(([name, definition]) => ('secret' in definition ? [name] : []))
  expect(rows.map(([name]) => name).sort()).toEqual(secret.sort())
})

describe('if everything succeeds, no secret is visible', () => {
  test('with all settings that can be combined', async () => {
    const { ended, trusted, searched, found } = await run(settingsWith())
    expect(ended.stdout).toMatch(/access {3}admin, mailbox, .*storefront/)
    expect(ended.code).toBe(0)
    expect(searched).toEqual(expect.arrayContaining(everyFile))
    expect(trusted.length).toBeGreaterThan(200)
    expect(inMails().length).toBeGreaterThan(50)
    expect(found).toEqual([])
  })

  test.each(alone)('with %s', async (...own) => {
    const { ended, found } = await run(settingsWith(own), undefined, ['--only', 'RESET', '--only', 'ADMIN'])
    expect(ended.stdout).toMatch(/access {3}admin, mailbox, .*storefront/)
    expect(ended.code).toBe(0)
    expect(found).toEqual([])
  })
})

test('on a shop that requires confirmation, no confirmation key is visible', async () => {
  servers.shop.shop.settings.set('customer/create_account/confirm', '1')
  const { ended, found } = await run(settingsWith(), undefined, [
    '--only',
    'CONFIRM',
    '--only',
    'CHANGE',
    '--only',
    'MAIL',
    '--verbose',
  ])
  servers.shop.shop.settings.set('customer/create_account/confirm', '0')
  expect(ended.stdout).toMatch(/confirmation required true/)
  expect(ended.code).toBe(0)
  expect(found).toEqual([])
})

describe('if everything fails and is repeated in messages, no secret is visible', () => {
  test('in the middle of a run', async () => {
    const { ended, trusted, found } = await run(settingsWith(), echoing(30))
    expect(ended.code).toBe(1)
    expect(trusted.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  })

  test('if a setting of the run makes all registrations fail', async () => {
    // An error that repeats the header name would be mistaken for an error of the reCAPTCHA.
    const { MAGENTO_RECAPTCHA: _, ...settings } = settingsWith()
    const { ended, found } = await run(settings, complaining)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toMatch(/the shop takes no address there \(no such hostname: POST/)
    expect(found).toEqual([])
  })

  test('if the connection breaks at a URL that contains a secret', async () => {
    const { ended, found } = await run(settingsWith(), breaking)
    expect(ended.code).toBe(3)
    expect(ended.stdout).toMatch(/resetLinkToken.*: the connection broke/)
    expect(ended.stdout).toMatch(/password=.*: the connection broke/)
    expect(found).toEqual([])
  })

  test.each(echoes.map((_, index) => index))('from the first request on, in way %i', async (index) => {
    const { ended, found } = await run(settingsWith(), always(index))
    expect([1, 2, 3]).toContain(ended.code)
    expect(found).toEqual([])
  })
})

describe('a diff of two shops, each with its own secrets in URL and settings', () => {
  const doorOf = (side: string) => `pl4nted-door/${side}+word&`
  const headerOf = (side: string) => `pl4nted/header-${side}+value="&<secret>`
  const sides = ['before', 'after']

  test.each([
    ['where everything succeeds', () => false, 0],
    ['where everything is said back', always(0), undefined],
  ] as const)('%s, no secret can be read', async (_, echo, code) => {
    const fronts = await Promise.all(sides.map(() => listenBefore(servers.shop.url, echo)))
    const urls = fronts.map(({ url }, index) =>
      url.replace('://', `://planted:${encodeURIComponent(doorOf(sides[index] as string))}@`),
    )
    const folder = newFolder()
    try {
      const only = ['PROFILE', 'ADMIN', 'TOKEN'].flatMap((name) => ['--only', name])
      const ended = await contract(['diff', ...urls, ...only, '--out', folder], {
        MAGENTO_RELEASE_BEFORE: servers.shop.release,
        MAGENTO_RELEASE_AFTER: servers.shop.release,
        MAGENTO_ADMIN_TOKEN_BEFORE: servers.shop.admin.token,
        MAGENTO_ADMIN_TOKEN_AFTER: servers.shop.admin.token,
        ...Object.fromEntries(
          sides.map((side) => [
            `MAGENTO_HEADERS_${side.toUpperCase()}`,
            JSON.stringify({ 'X-Planted': headerOf(side) }),
          ]),
        ),
      })
      expect(ended.stderr).not.toMatch(/\n\s+at /)
      if (code !== undefined) expect(ended.code).toBe(code)
      const outputs = outputsOf(folder, ended)
      if (code !== undefined)
        expect(Object.keys(outputs)).toEqual(
          expect.arrayContaining([
            ...Object.values(diffFormats).flatMap(({ file }) => file ?? []),
            ...sides.map((side) => join(side, 'recording.har')),
          ]),
        )
      const heard = fronts.flatMap(({ secrets }) => [...secrets]).filter((secret) => !/@/.test(secret))
      const own = sides.flatMap((side) => [doorOf(side), headerOf(side)])
      expect(leaks(outputs, [...heard, ...own, servers.shop.admin.token])).toEqual([])
    } finally {
      for (const front of fronts) front.close()
    }
  })
})

describe('a refused setting is not quoted', () => {
  const refusals = rows.flatMap(([name, row]) => row.refused.map((refused) => ({ name, row, ...refused })))

  test.each(refusals)('$name as $value', async ({ name, row, value, secret }) => {
    const own = row.insteadOf ? ([name, row] as [SettingName, Planted]) : undefined
    const folder = newFolder()
    const ended = await contract(['--out', folder, '--only', 'SCHEMA'], {
      MAGENTO_BASE_URL: servers.shop.url,
      ...settingsWith(own),
      [name]: value,
    })
    expect([2, 3]).toContain(ended.code)
    expect(leaks(outputsOf(folder, ended), [secret])).toEqual([])
  })

  test.each([
    'ftp://reader:pl4nted-secret@shop.test',
    'http://reader:pl4nted-secret@shop.test',
    'reader:pl4nted-secret@shop',
  ])('a user and password in the base URL: %s', async (url) => {
    const ended = await contract(['--out', newFolder()], { MAGENTO_BASE_URL: url })
    // In a valid URL, user and password are those of basic authentication.
    expect([2, 3]).toContain(ended.code)
    expect(ended.stdout + ended.stderr).not.toContain('pl4nted-secret')
  })
})
