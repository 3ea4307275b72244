import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import '../../specs/index.ts'
import { readExpected } from '../../src/judge/expected/read.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { formats } from '../../src/report/formats.ts'
import { definitions } from '../../src/target/settings.ts'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/ci.md', root), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text as string)
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object }

/** What a CI would run: npm's own, and the scripts that there are. */
function expectRunnable(commands: readonly string[]): void {
  expect(commands.length).toBeGreaterThan(1)
  for (const command of commands) {
    const script = command.match(/^npm run ([\w:-]+)/)?.[1]
    if (script) expect(scripts).toHaveProperty([script])
    else expect(command).toBe('npm ci')
  }
}
function expectSettings(names: readonly string[]): void {
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) expect(definitions).toHaveProperty([name])
}

describe('the YAML', () => {
  const documents = blocks('yaml').map((text) => parseDocument(text, { strict: true }))
  const [github, gitlab] = documents.map((document) => document.toJS())

  test('is YAML, with no doubt about it', () => {
    expect(documents).toHaveLength(2)
    for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([])
  })

  test('GitHub: its commands and settings exist', () => {
    const steps = github.jobs.contract.steps as {
      run?: string
      env?: object
      uses?: string
      with?: { path?: string }
    }[]
    expectRunnable(steps.flatMap(({ run }) => run ?? []))
    expectSettings(steps.flatMap(({ env }) => Object.keys(env ?? {})))
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))?.with?.path).toBe('reports/')
  })

  test('GitLab: its commands, settings and files exist', () => {
    expectRunnable(gitlab.contract.script)
    expectSettings(Object.keys(gitlab.contract.variables))
    expect(gitlab.contract.artifacts.reports.junit).toBe(`reports/${formats.junit?.file}`)
  })
})

test('Jenkins: its commands and settings exist', () => {
  const [text = ''] = blocks('groovy')
  expectRunnable([...text.matchAll(/\bsh '([^']+)'/g)].map(([, command]) => command as string))
  expectSettings([...text.matchAll(/^ +(MAGENTO_\w+) =/gm)].map(([, name]) => name as string))
})

test('the expected failures are a file that is read, and its schema is where it says', () => {
  const [text = ''] = blocks('jsonc')
  expect(
    readExpected(
      text,
      'docs/ci.md',
      requirements.map(({ id }) => id),
    ),
  ).toHaveLength(1)
  expect(existsSync(new URL(parse(text).$schema, root))).toBe(true)
})

test('every file in reports/ that the page names is one that a run writes', () => {
  const written = [...Object.values(formats).flatMap(({ file }) => file ?? []), 'recording.har']
  const named = [...page.matchAll(/reports\/([\w-]+\.\w+)/g)].map(([, name]) => name)
  expect(named.filter((name) => !written.includes(name as string))).toEqual([])
})
