import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type MarkdownEnv, type MarkdownRenderer } from 'vitepress'
import { besides, pageOf, siteLink } from './links.ts'
import { sidebar } from './sidebar.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** VitePress finds its packages from where the pages stand: a copy of them stands beside its own. */
const source = join(root, 'site/pages')
rmSync(source, { recursive: true, force: true })
for (const path of ['docs', ...besides]) cpSync(join(root, path), join(source, path), { recursive: true })

/** Files that pages link to and that are no pages: schemas, recordings, templates. */
const files = new Set<string>()

/** Links are written for a reader of the repository; here they lead to pages of the site. Marks of generators go. */
function asOnTheSite(md: MarkdownRenderer): void {
  md.core.ruler.before('normalize', 'marks', (state) => {
    state.src = state.src.replace(/<!--.*?-->/gs, '')
  })
  md.core.ruler.push('site-links', ({ tokens, env }) => {
    const { path, realPath } = env as MarkdownEnv
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' && token.attrGet('href')
      if (!href) continue
      const link = siteLink(relative(source, realPath ?? path), href, root)
      token.attrSet('href', link.href)
      if (!link.file) continue
      files.add(link.file)
      // It is no page of the application: the browser is to fetch the file itself.
      token.attrSet('target', '_self')
    }
  })
}

/** Vue takes `{{…}}` for a variable of its own: here it is text of mails and settings. */
function withoutVariables(md: MarkdownRenderer): void {
  for (const rule of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[rule]
    md.renderer.rules[rule] = (...all) => (render?.(...all) ?? '').replaceAll('{{', '&#123;&#123;')
  }
}

/** A requirement is found by its id, sentence and reason: the requests and answers below would bury the guides. */
function searched(text: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const [, id, sentence, rest] = /^# ([A-Z]+-\d+)\n\n\*\*(.*?)\*\*(.*?)(?=\n## The answer|$)/s.exec(text) ?? []
  return md.render(id ? `# ${id}: ${sentence}${rest}` : text, env)
}

export default defineConfig({
  title: 'Magento customer contract',
  description: 'A contract and conformance test suite for Magento’s customer accounts over REST',
  lang: 'en',
  // GitHub Pages serves a project in a folder of the project's name.
  base: process.env.SITE_BASE ?? '/',
  srcDir: source,
  outDir: join(root, 'site/dist'),
  cacheDir: join(root, 'site/.vitepress/cache'),
  rewrites: pageOf,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // Pages tell where a mock listens.
  ignoreDeadLinks: 'localhostLinks',
  // Texts of shops stand in the pages: none of them is HTML.
  markdown: {
    html: false,
    config(md) {
      asOnTheSite(md)
      withoutVariables(md)
    },
  },
  // The search's index holds all pages in one file.
  vite: { build: { chunkSizeWarningLimit: 8000 } },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/guides' },
      { text: 'Requirements', link: '/requirements/' },
      { text: 'Releases', link: '/releases/' },
    ],
    sidebar: sidebar(root),
    outline: [2, 3],
    search: { provider: 'local', options: { _render: searched } },
  },
  buildEnd({ outDir }) {
    for (const file of files) {
      const to = join(outDir, pageOf(file))
      mkdirSync(dirname(to), { recursive: true })
      cpSync(join(root, file), to, { recursive: true })
    }
  },
})
