import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The pages outside `docs/`. */
export const besides = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** Returns the place of a repository file on the site: the README is the front page, guides are next to it. */
export function pageOf(path: string): string {
  if (path === 'docs/README.md') return 'guides.md'
  return path.replace(/^docs\//, '').replace(/README\.md$/, 'index.md')
}

/**
 * Converts a link in a page to a link of the site.
 *
 * @param from the page, as a path from the root of the repository
 * @param href the link in the Markdown; a URL or an anchor is returned unchanged
 * @param root the repository's folder
 * @returns the link, and the linked file if it is not a page and must be copied
 * @throws Error if the file does not exist
 */
export function siteLink(from: string, href: string, root: string): { href: string; file?: string } {
  if (/^([a-z]+:|#)/i.test(href)) return { href }
  const [path = '', heading] = href.split('#')
  const named = join(dirname(from), decodeURI(path))
  const target = existsSync(join(root, named, 'README.md')) ? join(named, 'README.md') : named
  if (!existsSync(join(root, target))) throw new Error(`${from} links to ${href}: there is no ${target}`)
  const isPage = target.endsWith('.md') && (target.startsWith('docs/') || besides.includes(target))
  const link = relative(dirname(pageOf(from)), pageOf(target))
  return {
    href: `${link.startsWith('.') ? link : `./${link}`}${heading ? `#${heading}` : ''}`,
    file: isPage ? undefined : target,
  }
}
