import { type Browser, chromium, type Page } from 'playwright-core'
import { programPath } from './needs.ts'

/** A browser without a window, which asks nobody for anything of its own. Debian's: none is downloaded. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: programPath('chromium') as string,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** What a page complained of, and what it asked for beyond itself. */
export interface Watched {
  readonly complaints: string[]
  readonly requests: string[]
}

/** Notes from now on what a page complains of and asks for; what it asks for beyond its own file is not let out. */
export async function watch(page: Page, own: string): Promise<Watched> {
  const watched: Watched = { complaints: [], requests: [] }
  page.on('console', (message) => void watched.complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => void watched.complaints.push(String(error)))
  page.on('dialog', (dialog) => {
    watched.complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    const { href, protocol } = new URL(route.request().url())
    if (href.startsWith(own) || protocol === 'data:') return route.continue()
    watched.requests.push(href)
    return route.abort()
  })
  return watched
}
