import type { ParseArgsConfig } from 'node:util'
import type { SettingName } from '../target/settings.ts'

const defaultFolder = 'reports'

/** The command line's options, with what each means. */
export const optionTexts = {
  url: 'the target (MAGENTO_BASE_URL)',
  release: 'the release it claims to be (MAGENTO_RELEASE); with judge: the release to judge as; or closest',
  profile: 'how much is asked, judged or listed: shape, behaviour or full (MAGENTO_PROFILE)',
  only: 'only requirements whose id begins with this; may stand several times',
  out: `folder for the reports (default: ${defaultFolder})`,
  expected: 'file of expected failures (MAGENTO_EXPECTED)',
  'update-expected': 'with run and judge: remove from that file what passes; nothing is ever added',
  format: 'with report and diff: the form to print it in',
  'release-before': 'with diff: the release that BEFORE claims to be',
  'release-after': 'with diff: the release that AFTER claims to be',
  'as-before': 'with diff: judge both as the release of BEFORE',
  'fail-on': 'with diff: a class of changes to end with 1 for (default: breaking); may stand several times',
  'allow-expected': 'with diff: changes that the step between the releases explains do not count',
  ledger: 'with sweep: a ledger to go through (MAGENTO_LEDGER); may stand several times',
  kept: 'with sweep: also delete accounts that are kept for the token bank',
  'dry-run': 'only count what a run would ask and create, and ask the target nothing',
  help: 'this text',
  version: 'the suite’s version',
} as const

export const options = {
  url: { type: 'string' },
  release: { type: 'string' },
  profile: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  expected: { type: 'string' },
  'update-expected': { type: 'boolean' },
  format: { type: 'string' },
  'release-before': { type: 'string' },
  'release-after': { type: 'string' },
  'as-before': { type: 'boolean' },
  'fail-on': { type: 'string', multiple: true },
  'allow-expected': { type: 'boolean' },
  ledger: { type: 'string', multiple: true },
  kept: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']> & Record<keyof typeof optionTexts, unknown>

export interface Flags {
  readonly url?: string | undefined
  readonly release?: string | undefined
  readonly profile?: string | undefined
  readonly only?: string[] | undefined
  readonly out?: string | undefined
  readonly expected?: string | undefined
  readonly 'update-expected'?: boolean | undefined
  readonly format?: string | undefined
  readonly 'release-before'?: string | undefined
  readonly 'release-after'?: string | undefined
  readonly 'as-before'?: boolean | undefined
  readonly 'fail-on'?: string[] | undefined
  readonly 'allow-expected'?: boolean | undefined
  readonly ledger?: string[] | undefined
  readonly kept?: boolean | undefined
  readonly 'dry-run'?: boolean | undefined
}

/** The settings that the command line gives. */
export function settingsFrom({ url, release, profile, expected }: Flags): Partial<Record<SettingName, string>> {
  return {
    ...(url ? { MAGENTO_BASE_URL: url } : {}),
    ...(release ? { MAGENTO_RELEASE: release } : {}),
    ...(profile ? { MAGENTO_PROFILE: profile } : {}),
    ...(expected ? { MAGENTO_EXPECTED: expected } : {}),
  }
}

/** The folder for the reports. */
export const folderOf = ({ out }: Flags): string => out ?? defaultFolder
