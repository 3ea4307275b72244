import { existsSync, readFileSync } from 'node:fs'
import { definitions } from '../../src/target/settings.ts'
import { anchorOf } from './pages/markdown.ts'

const root = new URL('../../', import.meta.url)
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>
}
/** Environment variables that a command of the user gets. */
const given = ['MAGENTO_CLOCK_SECONDS', 'MAGENTO_CONFIG_PATH', 'MAGENTO_CONFIG_VALUE']

/** Returns scripts, settings, files and sections that a page names and that do not exist, each with the page. */
export function brokenNames(page: string): string[] {
  const place = new URL(page, root)
  const text = readFileSync(place, 'utf8')
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name as string))]
  const known = (setting: string) =>
    Object.hasOwn(definitions, setting.replace(/_(BEFORE|AFTER)$/, '')) || given.includes(setting)
  return [
    ...named(/npm run ([a-z:-]+)/g).filter((name) => !scripts[name]),
    ...named(/\b(MAGENTO_[A-Z_]+[A-Z])\b/g).filter((name) => !known(name)),
    ...named(/\]\((?!https?:)([^)]+)\)/g).filter((link) => !leadsOn(link, place)),
  ].map((name) => `${page}: ${name}`)
}

function leadsOn(link: string, place: URL): boolean {
  const { href, hash } = new URL(link, place)
  const anchors = anchorsOf(href.replace(/#.*/, ''))
  return anchors !== undefined && (hash === '' || anchors.has(hash.slice(1)))
}

const read = new Map<string, ReadonlySet<string> | undefined>()

/** Returns the anchors of a file; none for a folder; undefined if the path does not exist. */
function anchorsOf(file: string): ReadonlySet<string> | undefined {
  if (!read.has(file)) read.set(file, anchorsIn(file))
  return read.get(file)
}

function anchorsIn(file: string): ReadonlySet<string> | undefined {
  try {
    const titles = readFileSync(new URL(file), 'utf8').matchAll(/^#+ (.*)$/gm)
    return new Set([...titles].map(([, title]) => anchorOf(title as string)))
  } catch {
    return existsSync(new URL(file)) ? new Set() : undefined
  }
}
