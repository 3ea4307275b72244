import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DefaultTheme } from 'vitepress'
import { pageOf } from './links.ts'

/**
 * Returns the sidebar, from the lists in the repository: the guides in the order of their index, the
 * chapters of the requirements, the lines of releases.
 *
 * @param root the repository's folder
 */
export function sidebar(root: string): DefaultTheme.SidebarMulti {
  const read = (path: string) => readFileSync(join(root, 'docs', path), 'utf8')
  const titled = (path: string) => ({
    text: /^# (.*)$/m.exec(read(path))?.[1],
    link: `/${pageOf(path).replace(/\.md$/, '')}`,
  })
  const guides = [...read('README.md').matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, path]) => titled(path as string))
  const chapters = [...read('requirements/README.md').matchAll(/^- \[(.*?)\]\((#.*?)\)/gm)].map(([, text, anchor]) => ({
    text,
    link: `/requirements/${anchor}`,
  }))
  const lines = readdirSync(join(root, 'docs/releases')).filter((name) => /^\d/.test(name))
  const ofLine = (name: string) => ({ text: name.replace(/\.md$/, ''), link: `/releases/${name.replace(/\.md$/, '')}` })
  return {
    '/requirements/': [{ text: 'Requirements', link: '/requirements/', items: chapters }],
    '/releases/': [{ text: 'Releases', link: '/releases/', items: lines.map(ofLine).reverse() }],
    '/': [{ text: 'Guides', items: guides }],
  }
}
