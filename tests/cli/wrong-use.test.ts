import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'
import { serve } from '../support/serve.ts'

describe('wrong usage ends with 2, and the message has the problem and the allowed values', () => {
  test.each<[string[], Record<string, string>, RegExp]>([
    [['frobnicate'], {}, /Unknown command frobnicate\. Use run, judge, report, /],
    [['rnu'], {}, /Unknown command rnu\. Did you mean run\?/],
    [['--url'], {}, /--url needs a value: --url=VALUE/],
    [['--out', '--only', 'TOKEN'], {}, /--out needs a value: --out=VALUE/],
    [['--url', 'shop.test/magento'], {}, /must be an http or https URL, such as https:\/\/shop\.test\/magento$/m],
    [['--only', 'token-5'], {}, /selects no requirement\. Did you mean TOKEN-05\?/],
    [['--frob'], {}, /Unknown option --frob\./],
    [['--only', 'NOPE'], {}, /--only NOPE selects no requirement/],
    [['--exclude', 'NOPE'], {}, /--exclude NOPE excludes none of the selected requirements/],
    [['--only', 'TOKEN', '--exclude', 'EXPIRY'], {}, /--exclude EXPIRY excludes none of the selected requirements/],
    [['--only', 'TOKEN', '--exclude', 'TOKEN'], {}, /--exclude leaves no requirement/],
    [['report', 'x', '--exclude', 'TOKEN'], {}, /report has no --exclude: judge the recording: /],
    [['--release', '2.4'], {}, /^--release is "2\.4": it must be a release from 2\.3\.0 to 2\.4\.\S+ or later/],
    [['--release', '9.9', '--url', 'http://x.test'], {}, /^--release is "9\.9"/],
    [['--release', '9.9', '--reference'], {}, /^--release is "9\.9"/],
    [['--url', 'x.test'], {}, /^--url is "x\.test"/],
    [['--url', 'https://www.example.com'], {}, /^--url leads to www\.example\.com, which may be a live shop/],
    [['diff', 'https://www.example.com', 'http://x.test'], {}, /^BEFORE leads to www\.example\.com/],
    [['diff', 'http://x.test', 'http://x.test/rest'], {}, /^AFTER is "http:\/\/x\.test\/rest"/],
    [['--profile', 'shapes'], {}, /--profile is "shapes": it must be one of shape, behaviour, full/],
    [['list', '--profile', ''], {}, /--profile is "": it must be one of shape, behaviour, full/],
    [
      ['--profile', 'shape', '--only', 'EXPIRY', '--reference'],
      {},
      /--only EXPIRY selects no requirement of profile shape/,
    ],
    [[], { MAGENTO_RELEASE: '2.2.5' }, /MAGENTO_RELEASE is "2\.2\.5"/],
    [[], { MAGENTO_BASE_URL: 'staging' }, /MAGENTO_BASE_URL is "staging": it must be an http or https URL/],
    [[], { MAGENTO_BASE_URL: 'http://x.test/rest' }, /without \/rest/],
    [[], { MAGENTO_CONCURRENCY: 'many' }, /MAGENTO_CONCURRENCY is "many": it must be a whole number from 1 on/],
    [[], { MAGENTO_CLOCK: 'sundial' }, /MAGENTO_CLOCK is "sundial"/],
    [[], { MAGENTO_HEADERS: 'X: y' }, /MAGENTO_HEADERS is not a JSON object/],
    [[], { MAGENTO_BASE_URL: 'https://user:hunter22@x.test/rest' }, /MAGENTO_BASE_URL is "https:\/\/x\.test\/rest"/],
    [
      [],
      { MAGENTO_BASE_URL: 'https://www.example.com' },
      /may be a live shop[\s\S]*MAGENTO_ALLOW_HOST=www\.example\.com/,
    ],
    [[], { MAGENTO_BASE_URL: 'http://x.test', MAGENTO_BASIC_AUTH: 'hunter22' }, /not of the form user:password/],
    [[], { MAGENTO_BASE_URL: 'http://x.test', MAGENTO_CA: '/nonexistent.pem' }, /MAGENTO_CA is "\/nonexistent\.pem"/],
    [[], { MAGENTO_BASE_URL: 'http://x.test', MAGENTO_ADMIN_USERNAME: 'a' }, /without MAGENTO_ADMIN_PASSWORD/],
    [[], { MAGENTO_STORE_CODE: 'a/b' }, /MAGENTO_STORE_CODE is "a\/b"/],
    [['sweep', '--dry-run'], {}, /sweep has no --dry-run/],
    [['run', '--ledger', 'x'], {}, /run has no --ledger: a run writes to MAGENTO_LEDGER \(only sweep has\)/],
    [['run', 'TOKEN'], {}, /run takes no operand: "TOKEN"/],
    [['changes', '2.4.99'], {}, /"2\.4\.99" is not a release that the suite knows\. Did you mean 2\.4\.9\?/],
    [['changes', '2.4.7', '2.4.8', '2.4.9'], {}, /changes takes at most two releases/],
    [['doctor', 'x'], {}, /doctor takes no operand/],
    [['judge'], {}, /judge takes one recording/],
    [['judge', '/nonexistent.har'], {}, /"\/nonexistent\.har" cannot be read/],
    [['report'], {}, /report takes one report/],
    [['report', '/nonexistent.json'], {}, /"\/nonexistent\.json" cannot be read/],
    [['report', 'package.json'], {}, /"package\.json" cannot be shown: it is not a report of this suite/],
    [['report', 'x', '--format', 'pdf'], {}, /Unknown format `pdf`. Use json, /],
    [['run', '--format', 'json'], {}, /run has no --format: a run writes every form/],
    [['explain', 'NOPE-01'], {}, /there is no requirement "NOPE-01"/],
    [['explain', 'token'], {}, /there is no requirement "token": .* list --only TOKEN shows those that begin so/],
    [['--fomat', 'x'], {}, /Unknown option --fomat\. Did you mean --format\?/],
    [['list', 'TOKEN'], {}, /list takes no operand: --only TOKEN/],
    [['list', '--out', 'x'], {}, /list has no --out: only run, judge, diff, doctor, sweep, replay/],
    [['explain', 'TOKEN-04', '--profile', 'shape'], {}, /explain has no --profile/],
    [['report', 'x', '--only', 'TOKEN'], {}, /report has no --only: judge the recording: /],
    [['sweep', '--only', 'TOKEN'], {}, /sweep has no --only/],
    [['diff', 'x', 'y', '--profile', 'shape'], {}, /diff has no --profile/],
    [['--kept'], {}, /run has no --kept: only sweep has/],
    [['judge', 'x', '--url', 'http://x.test'], {}, /judge has no --url: it sends no requests/],
  ])('%j %j', async (args, environment, message) => {
    const { code, stderr } = await contractHere([...args, ...(args.length ? [] : ['--out', newFolder()])], environment)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at |hunter22/)
    expect(code).toBe(2)
  })

  test.each([
    ['{"log": {}}', /is not a recording of this suite/],
    ['no json', /cannot be judged/],
    ['{"log":{"_contract":{"version":99},"entries":[]}}', /version 99, and this suite reads version 1/],
  ])('a file that is not a recording: %s', async (text, message) => {
    const file = join(newFolder(), 'x.har')
    writeFileSync(file, text)
    const { code, stderr } = await contractHere(['judge', file])
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  })

  test('an unknown setting is reported with the most similar one', async () => {
    const { stderr, code } = await contractHere(['--only', 'TOKEN', '--out', newFolder()], { MAGENTO_RELEAS: 'x' })
    expect(stderr).toBe('Unknown setting MAGENTO_RELEAS. Did you mean MAGENTO_RELEASE?\n')
    expect(code).toBe(0)
  })

  test.each(['MAGENTO_BASE_URI', 'MAGENTO_BASEURL'])(
    '%s does not lead to another target than was meant',
    async (name) => {
      const { stderr, code } = await contractHere(['--out', newFolder()], { [name]: 'http://127.0.0.1:1' })
      expect(stderr).toMatch(
        new RegExp(`^Unknown setting ${name}, and no target is set. Did you mean MAGENTO_BASE_URL\\?\\n`),
      )
      expect(code).toBe(2)
    },
  )

  test('with --reference, settings for a shop are reported', async () => {
    const environment = { MAGENTO_BASE_URL: 'http://127.0.0.1:1', MAGENTO_ADMIN_TOKEN: 'x' }
    const { stderr, code } = await contractHere(['--reference', '--only', 'TOKEN', '--out', newFolder()], environment)
    expect(stderr).toMatch(/^The reference .* is asked, and does not use MAGENTO_ADMIN_TOKEN\n$/)
    expect(code).toBe(0)
  })

  test('a selection of requirements is at most conformant as far as tested', async () => {
    const { stdout } = await contractHere(['--only', 'TOKEN', '--out', newFolder()])
    expect(stdout).toMatch(/^only {5}TOKEN: nothing is said of the rest$/m)
    expect(stdout).toMatch(/conformant: as far as tested \|/)
  })
})

describe('a target that cannot be tested ends with 3', () => {
  const against = (url: string) => contractHere(['--url', url, '--out', newFolder()])

  test('nobody listens', async () => {
    const { code, stderr } = await against('http://127.0.0.1:1')
    expect(stderr).toMatch(/http:\/\/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/)
    expect(code).toBe(3)
  })

  test.each<[string, number, Record<string, string>, string, RegExp]>([
    [
      'a web site',
      200,
      { 'content-type': 'text/html' },
      '<h1>Hello</h1>',
      /is not a Magento: GET \/rest\/default\/V1\/customers\/me answers 200 OK with a body that is no JSON/,
    ],
    ['another API', 404, { 'content-type': 'application/json' }, '{"error":"nothing here"}', /is not a Magento/],
    [
      'a server that agrees to everything',
      200,
      { 'content-type': 'application/json' },
      '{"ok":true}',
      /is not a Magento: .* answers 200 OK \{"ok":true\}, and Magento refuses that without a token .*\nCheck --url/,
    ],
    ['a list for everybody', 200, { 'content-type': 'application/json' }, '[]', /is not a Magento.*\nCheck --url/],
    ['a 401 without a message', 401, { 'content-type': 'application/json' }, '{"error":"no"}', /is not a Magento/],
    [
      'a 401 whose message is no text',
      401,
      { 'content-type': 'application/json' },
      '{"message":{}}',
      /is not a Magento/,
    ],
    [
      'a login page',
      200,
      { 'content-type': 'text/html' },
      '<!doctype html><form>',
      /is not a Magento: .*\nIf that is a login page .*MAGENTO_BASIC_AUTH .*MAGENTO_HEADERS.*check --url/,
    ],
    ['maintenance', 503, {}, 'back soon', /is not available \(maintenance mode\?\)/],
    [
      'a redirect',
      301,
      { location: 'https://shop.test/' },
      '',
      /redirects to another host, https:\/\/shop\.test\/\. Nothing was sent there/,
    ],
  ])('%s', async (_, status, headers, body, message) => {
    const server = await serve((_request, response) => response.writeHead(status, headers).end(body))
    const { code, stderr } = await against(server.url)
    server.close()
    expect(stderr).toMatch(message)
    expect(code).toBe(3)
  })
})
