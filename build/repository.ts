import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** The files that name this repository for pipelines of users. */
export const naming = ['README.md', 'docs/ci.md', 'templates/gitlab.yml']

/** `owner/name`, from `repository` in package.json, the only place to set it. */
export function repository(): string {
  const { url } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).repository as { url: string }
  return /github\.com\/([^/]+\/[^/]+?)(\.git)?$/.exec(url)?.[1] ?? 'OWNER/magento-customer-contract'
}

/** Returns the text with the name of this repository in pipelines. */
export const withRepository = (text: string): string =>
  text
    .replace(/(uses: )[\w.-]+\/magento-customer-contract(?=@v)/g, `$1${repository()}`)
    .replace(/(\$CI_SERVER_FQDN\/)[\w.-]+\/magento-customer-contract(?=\/gitlab@)/g, `$1${repository()}`)

/** `npm run repository`: writes the name into all these files. */
if (process.argv[1]?.endsWith('repository.ts'))
  for (const file of naming) {
    const path = join(root, file)
    writeFileSync(path, withRepository(readFileSync(path, 'utf8')))
  }
