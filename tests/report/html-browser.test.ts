import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { allFaults } from '../../specs/faults.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { verdicts } from '../../src/judge/verdict.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { openBrowser, type Watched, watch } from '../support/browser.ts'
import { exchange, recording, requirement } from '../support/literal.ts'
import { needs } from '../support/needs.ts'
import { record } from '../support/run.ts'
import { attacks, hostileReport } from './hostile-report.ts'
import { partOf, seriousOf, written } from './html-page.ts'

needs({ chromium: 'chromium' })('the HTML report in a browser', () => {
  let browser: Browser
  let faulty: string
  let part: string
  let report: Report
  let page: Page
  let watched: Watched

  beforeAll(async () => {
    const changes = allFaults.filter(({ id }) => id === 'expired-is-forbidden').map(({ change }) => change)
    const recording = await record({ changes })
    report = reportOf(recording, requirements, judge(recording, requirements))
    faulty = written(report)
    part = written(partOf(report))
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  async function open(address: string, options: BrowserContextOptions = {}): Promise<void> {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage()
    watched = await watch(page, address.replace(/[?#].*$/, ''))
    await page.goto(address)
  }

  // In every test: the page reports no error, and sends no request.
  afterEach(async () => {
    expect(watched).toEqual({ complaints: [], requests: [] })
    await page.context().close()
  })

  const shown = () => page.locator('.requirement:visible').evaluateAll((items) => items.map(({ id }) => id))
  const idsOf = (test: (one: Report['requirements'][number]) => boolean) =>
    report.requirements
      .filter(test)
      .map(({ id }) => id)
      .sort()
  const choose = (name: string) => page.getByRole('checkbox', { name }).check()
  const focused = () => page.evaluate<string>('document.activeElement.title')
  const isWiderThanThePage = () => page.evaluate('document.documentElement.scrollWidth > innerWidth')

  test('verdict, level and words filter the requirements, and are in the URL', async () => {
    await open(faulty)
    expect(await shown()).toHaveLength(report.requirements.length)
    await choose('fail')
    expect((await shown()).sort()).toEqual(idsOf(({ verdict }) => verdict === 'fail'))
    await choose('warn')
    await choose('should')
    const expected = idsOf(({ verdict, level }) => ['fail', 'warn'].includes(verdict) && level === 'should')
    expect((await shown()).sort()).toEqual(expected)
    expect(page.url()).toMatch(/\?verdict=fail%2Cwarn&level=should$/)
    await page.reload()
    expect((await shown()).sort()).toEqual(expected)

    await page.getByRole('button', { name: 'Show all' }).click()
    expect(page.url()).toBe(faulty)
    await page.getByRole('searchbox').fill('expiry-0 password')
    expect(await shown()).toEqual(['EXPIRY-07'])
    expect(await page.locator('#shown').textContent()).toBe(`1 of ${report.requirements.length} shown`)
    expect(await page.locator('section.chapter:visible').count()).toBe(1)
    await page.getByRole('searchbox').fill('no such words')
    expect(await page.getByText('No requirement is chosen').isVisible()).toBe(true)
  })

  test('a link to a requirement opens it, also when the filter hides it', async () => {
    await open(`${faulty}?verdict=fail#TOKEN-04`)
    const item = page.locator('#TOKEN-04[open]')
    expect(await item.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(400)
    expect(await shown()).toContain('TOKEN-04')
    await page.locator('#attention summary').first().click()
    await page.locator('#attention li li').getByRole('link', { name: 'EXPIRY-02' }).click()
    expect(await page.locator('#EXPIRY-02').getAttribute('open')).toBe('')
    expect(await shown()).not.toContain('TOKEN-04')
    expect(page.url()).toBe(`${faulty}?verdict=fail#EXPIRY-02`)
  })

  test('a failure shows expected and actual value, and the deciding exchange', async () => {
    await open(`${faulty}#EXPIRY-05`)
    const item = page.locator('#EXPIRY-05')
    expect(await item.locator('.compared').innerText()).toContain('403 Forbidden')
    const [decided, other] = await item.locator('.exchanges > details').all()
    expect(await decided?.innerText()).toMatch(/me afterwards[\s\S]*decided[\s\S]*"message": "The consumer isn't/)
    expect(await other?.locator('.exchange').count()).toBe(0)
    await other?.locator('summary').first().click()
    expect(await other?.innerText()).toContain('401 Unauthorized')
    await other?.getByText('curl', { exact: true }).click()
    expect(await other?.innerText()).toContain("curl -i 'http://shop.test/rest/default/V1/customers/me'")
  })

  test('all controls are reachable by keyboard', async () => {
    await open(faulty)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the requirements')
    await page.keyboard.press('/')
    await page.keyboard.type('EXPIRY-02')
    expect(await shown()).toEqual(['EXPIRY-02'])
    await page.locator('#EXPIRY-02 > summary').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#EXPIRY-02').getAttribute('open')).toBe('')

    await page.locator('#timeline > summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.bar-of-one').first().waitFor()
    await page.keyboard.press('Tab')
    const titles = [await focused()]
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp']) {
      await page.keyboard.press(key)
      titles.push(await focused())
    }
    expect(titles.filter((title, index) => title === titles[index - 1])).toEqual([])
    const bar = titles.at(-1) as string
    expect(bar).toMatch(/→ \d{3}, [\d.]+ ms/)
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog').innerText()).toContain(bar.split(':')[0])
    await page.keyboard.press('Escape')
    expect(await focused()).toBe(bar)
  })

  test('the timeline has every request, and marks those that decided a failure', async () => {
    await open(`${faulty}#timeline`)
    expect(await page.locator('.bar-of-one').count()).toBe(report.recording?.exchanges.length)
    const failed = report.requirements.filter(({ verdict }) => verdict === 'fail')
    const decided = new Set(failed.map(({ exchange }) => JSON.stringify(exchange)))
    expect(await page.locator('.bar-of-one[data-failed]').count()).toBe(decided.size)
    await page.locator('.bar-of-one[data-failed]').first().click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toMatch(/looked at by .*EXPIRY-\d+ fail/)
    await dialog.getByRole('link').first().click()
    expect(await page.locator('.requirement:target').getAttribute('open')).toBe('')
  })

  test('a body is indented with all tokens unchanged', async () => {
    const body = '{"id":12345678901234567890,"a":1.0,"a":[],"b":{},"c":[1,{"d":"\\u202e: , {"}]}'
    const recorded = recording([exchange('digits', 200, body)])
    const reads = requirement((read) => void read.named('digits'))
    await open(`${written(reportOf(recorded, [reads], judge(recorded, [reads])))}#X-01`)
    expect(await page.locator('.exchange .body').last().innerText()).toBe(
      [
        '{',
        '  "id": 12345678901234567890,',
        '  "a": 1.0,',
        '  "a": [],',
        '  "b": {},',
        '  "c": [',
        '    1,',
        '    {',
        '      "d": "\\u202e: , {"',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    )
  })

  test('a long pause is drawn short, with its duration', async () => {
    const later = (milliseconds: number, name: string) => {
      const { data } = exchange(name, 200, 'true')
      const startedAt = new Date(Date.parse(data.startedAt) + milliseconds).toISOString()
      return new Exchange({ ...data, startedAt, time: 100 })
    }
    const recorded = recording([later(0, 'a'), later(100, 'b'), later(61_200, 'c'), later(61_300, 'd')])
    await open(`${written(reportOf(recorded, [], []))}#timeline`)
    const lefts = await page
      .locator('.bar-of-one')
      .evaluateAll((bars) => bars.map((bar) => Math.round(Number.parseFloat(bar.style.left))))
    expect(lefts).toEqual([0, 25, 51, 75])
    expect(await page.locator('.pause').getAttribute('title')).toBe('61 s without a request')
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['dark', 360],
  ] as const)('is accessible when it is %s and %i pixels wide', async (colorScheme, width) => {
    await open(`${part}#EXPIRY-05`, { colorScheme, viewport: { width, height: 900 } })
    const seen = await page
      .locator('.requirement')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-verdict')))
    expect([...new Set(seen)].sort()).toEqual([...verdicts].sort())
    const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    expect(Number(/\d+/.exec(ground)?.[0]) > 128).toBe(colorScheme === 'light')
    await page.locator('#timeline > summary').click()
    expect(await seriousOf(page)).toEqual([])
    await page.locator('.bar-of-one').first().press('Enter')
    expect(await seriousOf(page)).toEqual([])
  })

  test('fits a phone', async () => {
    await open(`${faulty}#EXPIRY-05`, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    })
    await page.locator('#timeline > summary').click()
    await page.locator('#contents > summary').click()
    expect(await isWiderThanThePage()).toBe(false)
    await page.getByRole('link', { name: 'The token expires' }).click()
    expect(await page.locator('#contents').getAttribute('open')).toBeNull()
  })

  test('prints failures completely, and omits what is only useful on a screen', async () => {
    await open(faulty)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('#EXPIRY-02 .exchange').isVisible()).toBe(true)
    expect(await page.locator('#TOKEN-04 .inside').isVisible()).toBe(false)
    expect(await page.locator('nav, #filter').filter({ visible: true }).count()).toBe(0)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('#EXPIRY-02').getAttribute('open')).toBeNull()
  })

  test('shows verdicts and failures without a script', async () => {
    await open(`${faulty}`, { javaScriptEnabled: false })
    expect(await page.locator('#filter').isVisible()).toBe(false)
    expect(await page.locator('.requirement').count()).toBe(report.requirements.length)
    await page.locator('#EXPIRY-02 > summary').click()
    expect(await page.locator('#EXPIRY-02').innerText()).toMatch(/status 401[\s\S]*403 Forbidden[\s\S]*curl -i/)
  })

  test.each([1280, 360])('texts of a hostile server stay text, %i pixels wide', async (width) => {
    await open(written(hostileReport), { viewport: { width, height: 900 } })
    for (const item of await page.locator('.requirement > summary').all()) await item.click()
    for (const summary of await page.locator('.exchanges summary').all())
      if (!(await summary.evaluate((one) => one.parentElement?.hasAttribute('open')))) await summary.click()
    await page.locator('#timeline > summary').click()
    const text = await page.locator('main').innerText()
    const { script, handler, link } = attacks
    const harmless = ['name\\u202egnp.exe', '\\u001b[31m', 'Location: javascript:alert(4)', '5.1 MB']
    expect([script, handler, link, ...harmless].filter((part) => !text.includes(part))).toEqual([])
    expect(await page.locator('img, a[href]:not([href^="#"])').count()).toBe(0)
    expect(await isWiderThanThePage()).toBe(false)
    await page.locator('.bar-of-one').first().press('Enter')
    expect(await page.getByRole('dialog').innerText()).toContain(attacks.handler)
  })
})
