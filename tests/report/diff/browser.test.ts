import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allFaults } from '../../../specs/faults.ts'
import { diffPage } from '../../../src/report/diff/html/diff-page.ts'
import { openBrowser, watch } from '../../support/browser.ts'
import { newFolder } from '../../support/command.ts'
import { needs } from '../../support/needs.ts'
import { diffBetween } from '../../support/reports.ts'
import { record } from '../../support/run.ts'

needs({ chromium: 'chromium' })('the page of a diff in a browser', () => {
  let browser: Browser
  const file = join(newFolder(), 'diff.html')
  const { href } = pathToFileURL(file)

  beforeAll(async () => {
    const changes = allFaults.filter(({ id }) => id === 'numbers-of-names-kept').map(({ change }) => change)
    const diff = diffBetween(await record({ release: '2.4.7-p6' }), await record({ release: '2.4.8', changes }))
    writeFileSync(file, [...diffPage(diff)].join(''))
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  test.each(['light', 'dark'] as const)(
    'complains of nothing, asks for nothing, and is accessible: %s',
    async (colorScheme) => {
      const context = await browser.newContext({ bypassCSP: true, colorScheme })
      const page = await context.newPage()
      const watched = await watch(page, href)
      await page.goto(href)
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] }
      expect(violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id)).toEqual(
        [],
      )
      expect(watched).toEqual({ complaints: [], requests: [] })
      await context.close()
    },
    120_000,
  )

  test('shows unannounced changes first, fits a phone, and is usable by keyboard', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(href)
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      'Nobody announced',
      'Expected: the step from one release to the other explains it',
      'Requirements of one of the two releases',
      'Not compared',
    ])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.locator('#unannounced summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#unannounced details[open] li').first().innerText()).toContain('of binding-objects')
    await page.close()
  })
})
