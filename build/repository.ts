import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** The files that name this repository for somebody's pipeline. */
export const naming = ['README.md', 'docs/ci.md', 'templates/gitlab.yml']

/** `owner/name`, as package.json's `repository` says: the one place to fill in. */
export function repository(): string {
  const { url } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).repository as { url: string }
  return /github\.com\/([^/]+\/[^/]+?)(\.git)?$/.exec(url)?.[1] ?? 'OWNER/magento-customer-contract'
}

/** A text in which pipelines use this repository and no other. */
export const withRepository = (text: string): string =>
  text
    .replace(/(uses: )[\w.-]+\/magento-customer-contract(?=@v)/g, `$1${repository()}`)
    .replace(/(\$CI_SERVER_FQDN\/)[\w.-]+\/magento-customer-contract(?=\/gitlab@)/g, `$1${repository()}`)

/** `npm run repository`: writes it wherever a pipeline names it. */
if (process.argv[1]?.endsWith('repository.ts'))
  for (const file of naming) {
    const path = join(root, file)
    writeFileSync(path, withRepository(readFileSync(path, 'utf8')))
  }
