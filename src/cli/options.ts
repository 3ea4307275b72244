import type { ParseArgsConfig } from 'node:util'

/** The command line's options, with what each means. */
export const optionTexts = {
  url: 'the target (MAGENTO_BASE_URL)',
  release: 'the release it claims to be (MAGENTO_RELEASE); with judge: the release to judge as',
  only: 'only requirements whose id begins with this; may stand several times',
  out: 'folder for the reports (default: reports)',
  help: 'this text',
  version: 'the suite’s version',
} as const

export const options = {
  url: { type: 'string' },
  release: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']> & Record<keyof typeof optionTexts, unknown>

export interface Flags {
  readonly url?: string | undefined
  readonly release?: string | undefined
  readonly only?: string[] | undefined
  readonly out?: string | undefined
}
