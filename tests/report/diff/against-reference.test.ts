import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromHar } from '../../../src/recording/har.ts'
import { diffBetween } from '../../support/reports.ts'
import { record } from '../../support/run.ts'

/**
 * Accepted differences between the responses of real shops and of the reference, with reasons. The recordings are from
 * version 0.2.0, which sent some requests differently.
 */
const differences: readonly (readonly [of: RegExp, why: string])[] = [
  [/: header header (server|x-magento-tags|content-security-policy-report-only)$/, 'web server, page cache, policy'],
  [/: header header (login-required|cache-control)$/, 'pages of the storefront tell caches and scripts in other words'],
  [/^added: header header (expires|pragma)$/, 'some answers to administrators start a session, and none do in shops'],
  [/: header header set-cookie /, 'cookies of pages for the browser only, and attributes of those that are deleted'],
  [/^text: prose /, 'the description of the reference has no prose, and names its own host'],
  [/ of directory#countr(y|ies)$/, 'regions are listed for few countries, and ICU names some countries otherwise'],
  [/ of administration-read#attributes$/, 'what the grids and filters of the administration do is left out'],
  [/ of (default-addresses|administration-(create|read|write))#/, '0.2.0 sent fewer fields'],
  [/ of profile-own-data#(website of own choice|me after choosing)$/, '0.2.0 had not sent the address before'],
  [/ of (profile-addresses|administration-delete)#/, '0.2.0 sent other addresses'],
  [/ \/group_id of create-as-administrator#in an unknown group$/, 'MySQL cut the id of the group to its column'],
  [/ of storefront-reset-link#/, '0.2.0 sent the form without its key, and no password was set'],
  [/ status of create-refused#other of two$/, 'one of two registrations at once met the unique key of the table'],
  [/ of token-lifetime#issue under (one|two)$/, '0.2.0 set the lifetime in whole units of the setting'],
  [/^minor: lifetime .*claims\/exp - iat of /, 'tokens of that shop lived a minute'],
  [/ of login-lock#me of the locked$/, 'its token had expired before it was asked'],
]

const releases = ['2.3.7-p4', '2.4.6-p11', '2.4.7-p6']
const lines = new Map<string, string[]>()

test.each(releases)('%s and the reference have only the listed differences', async (release) => {
  const path = new URL(`../../../fixtures/recorded/${release}.har`, import.meta.url)
  const { changes, compared } = diffBetween(fromHar(JSON.parse(readFileSync(path, 'utf8'))), await record({ release }))
  expect(compared.exchanges).toBeGreaterThan(600)
  const told = changes.flatMap((one) => {
    const line = `${one.class}: ${one.kind} ${one.place}`.replace(/header (new|gone|value) /, 'header ')
    const isOfAll = one.place.startsWith('header')
    return isOfAll ? line : one.exchanges.map(({ scenario, name }) => `${line} of ${scenario}#${name}`)
  })
  lines.set(release, told)
  expect(told.filter((line) => !differences.some(([of]) => of.test(line)))).toEqual([])
})

test('each listed change is found', () => {
  const all = [...lines.values()].flat()
  expect(differences.filter(([of]) => !all.some((line) => of.test(line)))).toEqual([])
})
