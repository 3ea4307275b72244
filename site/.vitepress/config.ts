import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type MarkdownEnv, type MarkdownRenderer } from 'vitepress'
import { besides, pageOf, siteLink } from './links.ts'
import { sidebar } from './sidebar.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** VitePress resolves packages relative to the pages, so the pages are copied next to them. */
const source = join(root, 'site/pages')
rmSync(source, { recursive: true, force: true })
for (const path of ['docs', ...besides]) cpSync(join(root, path), join(source, path), { recursive: true })

/** Linked files that are not pages: schemas, recordings, templates. */
const files = new Set<string>()

/** Converts links between files of the repository to links between pages, and removes the generators' comments. */
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
      // The file is not a page of the application: the browser must download it.
      token.attrSet('target', '_self')
    }
  })
}

/** Prevents Vue from interpreting `{{…}}`, which is text of mails and settings here. */
function withoutVariables(md: MarkdownRenderer): void {
  for (const rule of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[rule]
    md.renderer.rules[rule] = (...all) => (render?.(...all) ?? '').replaceAll('{{', '&#123;&#123;')
  }
}

/** Indexes only id, sentence and reason of requirements: results would be full of their requests and responses. */
function searched(text: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const [, id, sentence, rest] = /^# ([A-Z]+-\d+)\n\n\*\*(.*?)\*\*(.*?)(?=\n## The answer|$)/s.exec(text) ?? []
  return md.render(id ? `# ${id}: ${sentence}${rest}` : text, env)
}

export default defineConfig({
  title: 'Magento customer contract',
  description: 'A contract and conformance test suite for Magento’s customer accounts over REST',
  lang: 'en',
  // GitHub Pages serves a project below its name.
  base: process.env.SITE_BASE ?? '/',
  srcDir: source,
  outDir: join(root, 'site/dist'),
  cacheDir: join(root, 'site/.vitepress/cache'),
  rewrites: pageOf,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // Pages mention the local addresses of mocks.
  ignoreDeadLinks: 'localhostLinks',
  // Pages contain texts of shops, which are not HTML.
  markdown: {
    html: false,
    config(md) {
      asOnTheSite(md)
      withoutVariables(md)
    },
  },
  // The search index is one file for all pages.
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
