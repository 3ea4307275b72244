import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The contract for Prism, which answers at the paths of a document and takes no notice of the path of its server:
 * `/rest/default` is put before each. Prints nothing; writes openapi.json beside this file.
 */
const document = JSON.parse(readFileSync(new URL('../../schemas/openapi.json', import.meta.url), 'utf8'))
document.paths = Object.fromEntries(
  Object.entries(document.paths).map(([path, item]) => [item.servers ? path : `/rest/default${path}`, item]),
)
writeFileSync(new URL('openapi.json', import.meta.url), JSON.stringify(document))
