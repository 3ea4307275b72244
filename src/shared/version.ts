import { readFileSync } from 'node:fs'
import { packageFile } from './package-file.ts'

const { name, version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  name: string
  version: string
}

/** The name and version of this suite, as in all its output. */
export const suite = { name, version }
