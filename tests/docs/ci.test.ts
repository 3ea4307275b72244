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
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')

function expectSettings(names: readonly string[]): void {
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) expect(definitions).toHaveProperty([name])
}

describe('the YAML of the pages', () => {
  const documents = blocks('yaml').map((text) => parseDocument(text, { strict: true }))
  const [github, gitlab] = documents.map((document) => document.toJS())

  test('is parsed without errors and warnings', () => {
    expect(documents).toHaveLength(2)
    for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([])
  })

  test('GitHub: the action has every input that is used', () => {
    const steps = github.jobs.contract.steps as { uses: string; with?: object }[]
    const given = Object.keys(steps.find(({ uses }) => uses.startsWith('OWNER/'))?.with ?? {})
    expect(given.length).toBeGreaterThan(1)
    for (const name of given) expect(parseDocument(read('action.yml')).toJS().inputs).toHaveProperty([name])
  })

  test('GitLab: the component has every input that is used', () => {
    const [head = ''] = read('templates/gitlab.yml').split(/^---$/m)
    const given = Object.keys(gitlab.include[0].inputs)
    expect(given.length).toBeGreaterThan(1)
    for (const name of given) expect(parseDocument(head).toJS().spec.inputs).toHaveProperty([name])
  })
})

test('Jenkins: the pipeline is the template, and its settings exist', () => {
  const [text = ''] = blocks('groovy')
  expect(text).toBe(read('templates/Jenkinsfile'))
  expectSettings([...text.matchAll(/^ +(MAGENTO_\w+) =/gm)].map(([, name]) => name as string))
})

test('the file of expected failures can be read, and its schema exists at the stated place', () => {
  const [text = ''] = blocks('jsonc')
  expect(
    readExpected(
      text,
      'docs/ci.md',
      requirements.map(({ id }) => id),
    ),
  ).toHaveLength(3)
  expect(existsSync(new URL(parse(text).$schema, root))).toBe(true)
})

test('a run writes every file in reports/ that the page names', () => {
  const written = [...Object.values(formats).flatMap(({ file }) => file ?? []), 'recording.har']
  const named = [...page.matchAll(/reports\/([\w-]+\.\w+)/g)].map(([, name]) => name)
  expect(named.filter((name) => !written.includes(name as string))).toEqual([])
})
