import { readFileSync } from 'node:fs'
import { packageFile } from './package-file.ts'

const { name, version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  name: string
  version: string
}

/** What this suite is called, and its version, as whatever it writes says. */
export const suite = { name, version }
