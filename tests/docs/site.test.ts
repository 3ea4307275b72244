import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requirements } from '../../src/judge/requirement.ts'
import '../../specs/index.ts'
import { openBrowser, watch } from '../support/browser.ts'
import { freePort } from '../support/maildev.ts'
import { needs } from '../support/needs.ts'
import { type RunningProcess, startProcess } from '../support/process.ts'

const folder = fileURLToPath(new URL('../../site', import.meta.url))
const vitepress = `${folder}/node_modules/vitepress/bin/vitepress.js`

needs({ chromium: 'chromium' }, { 'npm ci --prefix site': existsSync(vitepress) })('the site of docs/', () => {
  let server: RunningProcess
  let browser: Browser
  let url: string
  beforeAll(async () => {
    // The build fails if a link has no target.
    execFileSync(process.execPath, [vitepress, 'build'], { cwd: folder, stdio: 'pipe' })
    const port = await freePort()
    server = await startProcess(
      process.execPath,
      [vitepress, 'preview', '.', '--port', `${port}`],
      port,
      process.env,
      folder,
    )
    url = `http://localhost:${port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('has the guides, the releases, a page for each requirement, and the linked files', () => {
    const files = ['index', 'guides', 'running', 'requirements/index', 'releases/2.4.9', 'CONTRIBUTING']
    for (const name of [...files, ...requirements.map(({ id }) => `requirements/${id}`)])
      expect(existsSync(`${folder}/dist/${name}.html`), name).toBe(true)
    for (const name of ['kill-matrix.html', 'schemas/openapi.json', 'release/lines/2.4.9.json'])
      expect(existsSync(`${folder}/dist/${name}`), name).toBe(true)
  })

  test('shows variables of mails and settings unchanged', () => {
    for (const [name, text] of Object.entries({ shops: '{{digits}}', 'requirements/MAIL-12': '{{var …}}' }))
      expect(readFileSync(`${folder}/dist/${name}.html`, 'utf8')).toContain(text)
  })

  test.each(['light', 'dark'] as const)(
    'complains of nothing, asks no other server, is accessible: %s',
    async (colorScheme) => {
      const context = await browser.newContext({ bypassCSP: true, colorScheme })
      for (const path of ['/', '/requirements/LOCK-02']) {
        const page = await context.newPage()
        const watched = await watch(page, url)
        await page.goto(url + path, { waitUntil: 'networkidle' })
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] }
        expect(violations.filter(({ impact }) => impact === 'critical')).toEqual([])
        expect(watched).toEqual({ complaints: [], requests: [] })
      }
      await context.close()
    },
  )

  test('fits a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
    for (const path of ['/', '/shops', '/requirements/', '/requirements/LOCK-02', '/releases/2.4.9']) {
      await page.goto(url + path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390)
    }
    await page.close()
  })

  test('a requirement is found by the words of its sentence', async () => {
    const page = await browser.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('input.search-input').fill('login without a password')
    await page.locator('.result', { hasText: 'LOCK-02' }).click()
    await page.waitForURL('**/requirements/LOCK-02**')
    await page.locator('h1', { hasText: 'LOCK-02' }).waitFor()
    await page.close()
  })
})
