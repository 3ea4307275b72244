import { randomBytes } from 'node:crypto'
import { parseRelease } from '../../release/index.ts'
import type { Answer, Call, Shop } from '../types.ts'
import { pageHeaders } from './headers.ts'

const html = 'text/html; charset=UTF-8'

/**
 * Returns the version page, or the storefront's "not found" page. Besides these only customer account pages exist
 * (reference/storefront).
 */
export function versionPage(shop: Shop, call: Call, found: boolean): Answer {
  const { major, minor } = parseRelease(shop.release)
  const body = found ? `Magento/${major}.${minor} (Community)` : '<!doctype html><title>404 Not Found</title>\n'
  return { status: found ? 200 : 404, headers: pageHeaders(shop, call, html), value: undefined, body }
}

/** Returns the error page for an unsupported `Accept` header. */
export function errorPage(shop: Shop): string {
  const title = 'There has been an error processing your request'
  return `<!doctype html>
<html xmlns="http://www.w3.org/1999/xhtml" >
<head>
    <title>${title}</title>
    <base href="${shop.baseUrl}/errors/default/" />
</head>
<body>
    <main class="page-main">
<h1>${title}</h1>
    <p><em>Exception printing is disabled by default for security reasons.</em></p>
    <p>Error log record number: ${randomBytes(32).toString('hex')}</p>
    </main>
</body>
</html>
`
}
