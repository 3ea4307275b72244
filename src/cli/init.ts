import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { baseUrlSetting, checkRelease } from '../target/parse.ts'
import { readSettings } from '../target/read-settings.ts'
import { UsageError } from '../target/settings.ts'
import { doctorCommand } from './doctor.ts'
import { ciNames, filesOf, type Wanted } from './init-files.ts'
import type { Flags } from './options.ts'

const powers = ['admin', 'mailbox'] as const

/**
 * Writes the files that a project needs to test its shop: settings, configuration, expected failures and a CI file. At
 * a terminal, asks for values that no option gives. Existing files are kept.
 * @returns the exit code of `doctor`
 * @throws UsageError for an invalid answer, or a missing shop URL
 */
export async function initCommand(flags: Flags, operands: readonly string[]): Promise<number> {
  if (operands.length) throw new UsageError('init takes no operand: name the shop with --url')
  const wanted = await wantedOf(flags)
  for (const [file, text] of filesOf(wanted)) console.log(`${write(file, text).padEnd(8)} ${file}`)
  console.log('')
  return doctorCommand({ url: wanted.url, ...(wanted.release ? { release: wanted.release } : {}) }, [])
}

/**
 * Writes a file. In an existing .env.example missing lines are added; other existing files are kept.
 * @returns what was done
 */
function write(file: string, text: string): 'wrote' | 'added to' | 'kept' {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const lines = text.split('\n').filter((line) => line && !before?.includes(line))
  if (before !== undefined && (file !== '.env.example' || lines.length === 0)) return 'kept'
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, before === undefined ? text : `${before.replace(/\n*$/, '\n')}${lines.join('\n')}\n`)
  return before === undefined ? 'wrote' : 'added to'
}

async function wantedOf(flags: Flags): Promise<Wanted> {
  const asks = process.stdin.isTTY && process.stdout.isTTY
  const terminal = asks ? createInterface({ input: process.stdin, output: process.stdout }) : undefined
  const answer = async (given: string | undefined, question: string, otherwise: string) =>
    given ?? ((await terminal?.question(`${question} `))?.trim() || otherwise)
  try {
    const url = await answer(flags.url, 'Which shop, e.g. https://staging.example.com?', '')
    if (!url) throw new UsageError('init needs the shop: --url https://staging.example.com')
    baseUrlSetting(readSettings({ MAGENTO_BASE_URL: url }))
    const release = await answer(flags.release, 'Which release is it, e.g. 2.4.7-p6 (leave empty if unknown)?', '')
    if (release) checkRelease(release, '--release')
    const ci = await answer(flags.ci, `Which CI (${ciNames.join(', ')})?`, 'none')
    if (!ciNames.includes(ci as Wanted['ci'])) throw new UsageError(`Unknown CI \`${ci}\`. Use ${ciNames.join(', ')}`)
    const has = await answer(
      flags.with?.join(','),
      `Which access does the run have (${powers.join(', ')}, separated by commas)?`,
      '',
    )
    const given = has.split(',').flatMap((one) => one.trim() || [])
    const unknown = given.find((one) => !powers.includes(one as 'admin'))
    if (unknown) throw new UsageError(`Unknown access \`${unknown}\`. Use ${powers.join(', ')}`)
    return { url, release, ci: ci as Wanted['ci'], admin: given.includes('admin'), mailbox: given.includes('mailbox') }
  } finally {
    terminal?.close()
  }
}
