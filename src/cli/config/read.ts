import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { adjust } from '../../judge/adjustments.ts'
import { type Requirement, requirements } from '../../judge/requirement.ts'
import { isObject } from '../../shared/json/object.ts'
import { setOwnSettings } from '../../target/read-settings.ts'
import { UsageError } from '../../target/settings.ts'
import { readJsonc } from '../read-jsonc.ts'
import type { Config } from './config.ts'
import { loadModule } from './load-module.ts'
import { settingProblem } from './setting-problem.ts'

const names = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map((extension) => `contract.config.${extension}`)

/**
 * Reads and applies the configuration file that is named or in the current folder: settings, the user's requirements,
 * exclusions and levels.
 * @param named value of --config
 * @throws UsageError with the position of the error
 */
export async function readConfig(named: string | undefined): Promise<void> {
  const found = names.filter((name) => existsSync(name))
  if (named === undefined && found.length > 1)
    throw new UsageError(`Several configuration files: ${found.join(', ')}. Keep one, or name one with --config`)
  const file = named ?? found[0]
  if (file === undefined) return
  if (!existsSync(file)) throw new UsageError(`--config ${file}: the file does not exist`)
  const path = resolve(file)
  const value = file.endsWith('.json') ? readJsonc(file) : await loadModule(path, file)
  const config = checked(value, file)
  const folder = dirname(path)
  setOwnSettings({
    ...config.settings,
    ...(config.expected ? { MAGENTO_EXPECTED: fromHere(folder, config.expected) } : {}),
  })
  if (!config.specs && !config.exclude && !config.levels) return
  await import('../../library/own.ts')
  for (const [index, spec] of (config.specs ?? []).entries()) {
    const specPath = resolve(folder, spec)
    if (!existsSync(specPath)) throw new UsageError(`${file}: specs[${index}] is "${spec}": the file does not exist`)
    await loadModule(specPath, fromHere(folder, spec))
  }
  const excluded = config.exclude ?? []
  const levels = config.levels ?? []
  for (const [list, entries] of Object.entries({ exclude: excluded, levels }))
    for (const [index, { id }] of entries.entries()) checkId(id, `${file}: ${list}[${index}]`, requirements)
  adjust({ file, excluded, levels })
}

/** Returns a path in the configuration relative to the current folder. */
const fromHere = (folder: string, path: string) => (isAbsolute(path) ? path : relative('.', join(folder, path)))

function checkId(id: string, place: string, all: readonly Requirement[]): void {
  const ids = all.map((one) => one.id)
  if (!ids.includes(id))
    throw new UsageError(`${place}: there is no requirement \`${id}\`. Did you mean ${closest(id, ids)}?`)
}

const fields = ['specs', 'expected', 'settings', 'exclude', 'levels'] as const

/** @throws UsageError for an invalid configuration */
function checked(value: unknown, file: string): Config {
  const fail = (problem: string): never => {
    throw new UsageError(`${file}: ${problem}`)
  }
  if (!isObject(value)) return fail('it must export an object: export default { specs: […] }')
  for (const name of Object.keys(value))
    if (!fields.includes(name as 'specs'))
      fail(`unknown field \`${name}\`. Did you mean \`${closest(name, [...fields])}\`?`)
  const { specs = [], expected, settings = {}, exclude = [], levels = [] } = value
  if (!isTexts(specs)) fail('`specs` must be a list of file names')
  if (expected !== undefined && typeof expected !== 'string') fail('`expected` must be a file name')
  if (!isObject(settings)) return fail('`settings` must be an object of settings by name')
  for (const [name, text] of Object.entries(settings)) {
    const problem = settingProblem(name, text)
    if (problem)
      fail(
        problem.isSecret
          ? `${problem.says}: put it into the environment or .env, where it is not committed`
          : problem.says,
      )
  }
  for (const [list, entries] of Object.entries({ exclude, levels })) {
    if (!Array.isArray(entries)) return fail(`\`${list}\` must be a list`)
    for (const [index, entry] of entries.entries()) {
      const { id, reason, level } = Object(entry) as Record<string, unknown>
      if (typeof id !== 'string') fail(`${list}[${index}]: \`id\` is missing`)
      if (typeof reason !== 'string' || reason.trim() === '') fail(`${list}[${index}] (${id}): \`reason\` is missing`)
      if (list === 'levels' && !['must', 'should', 'may'].includes(String(level)))
        fail(`levels[${index}] (${id}): unknown level ${JSON.stringify(level)}. Use "must", "should" or "may"`)
    }
  }
  return value as Config
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')
