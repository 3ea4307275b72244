import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergedOf } from '../../../src/report/merge/merge.ts'
import { mergedPage } from '../../../src/report/merge/page.ts'
import { openBrowser, watch } from '../../support/browser.ts'
import { newFolder } from '../../support/command.ts'
import { needs } from '../../support/needs.ts'
import { seriousOf } from '../html-page.ts'
import { shopOf } from './shops.ts'

needs({ chromium: 'chromium' })('the page of many shops in a browser', () => {
  let browser: Browser
  let address: string

  beforeAll(async () => {
    const shops = [await shopOf('germany', '2.4.7-p6'), await shopOf('france', '2.4.7-p6', 'expired-is-forbidden')]
    const many = Array.from({ length: 5 }, (_, index) => shops.map((one) => ({ ...one, name: `${one.name}-${index}` })))
    const path = join(newFolder(), 'merged.html')
    writeFileSync(path, [...mergedPage(mergedOf(many.flat(), mergedOf(many.flat().reverse())))].join(''))
    address = pathToFileURL(path).href
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    '%s, %d pixels wide: readable, no wider than the page, and nothing is loaded',
    async (colorScheme, width) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      const watched = await watch(page, address)
      await page.goto(address)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      // The name of a chapter is wrapped to a few lines, not to one letter per line.
      const tallest = await page.evaluate<number>(
        "Math.max(...[...document.querySelectorAll('tbody th')].map((one) => one.getBoundingClientRect().height))",
      )
      expect(tallest).toBeLessThan(100)
      expect(watched).toEqual({ complaints: [], requests: [] })
      expect(await seriousOf(page)).toEqual([])
      await context.close()
    },
  )
})
