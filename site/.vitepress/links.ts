import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The pages that do not stand in `docs/`. */
export const besides = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

/** Where a file of the repository stands on the site: the README as its front page, guides beside it. */
export function pageOf(path: string): string {
  if (path === 'docs/README.md') return 'guides.md'
  return path.replace(/^docs\//, '').replace(/README\.md$/, 'index.md')
}

/**
 * The link of a page as the site has it.
 *
 * @param from the page, as a path from the root of the repository
 * @param href the link, as it stands in the Markdown; one that names a server or a heading only is returned as it is
 * @param root the repository's folder
 * @returns the link, and the file of the repository that it leads to where that is no page and is to be copied
 * @throws Error when there is no such file
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
