import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Converts the contract for Prism, which uses the paths of a document and ignores the path of its server:
 * `/rest/default` is added to each path. Writes openapi.json next to this file, and prints nothing.
 */
const document = JSON.parse(readFileSync(new URL('../../schemas/openapi.json', import.meta.url), 'utf8'))
document.paths = Object.fromEntries(
  Object.entries(document.paths).map(([path, item]) => [item.servers ? path : `/rest/default${path}`, item]),
)
writeFileSync(new URL('openapi.json', import.meta.url), JSON.stringify(document))
