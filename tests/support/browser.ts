import { type Browser, chromium, type Page } from 'playwright-core'
import { programPath } from './needs.ts'

/** Starts Debian's browser without a window and without requests of its own; no browser is downloaded. */
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

/** The errors of a page, and its requests for other files. */
export interface Watched {
  readonly complaints: string[]
  readonly requests: string[]
}

/** Records errors and requests of a page from now on; requests for other files than its own are blocked. */
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
