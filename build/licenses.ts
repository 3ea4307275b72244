import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { root } from './root.ts'

/** The folders of the bundled packages, relative to the project. */
export function bundledPackages({ outputs }: Metafile): string[] {
  const folders = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/**
 * Returns the texts of the licences of the bundled packages, which must be distributed with them.
 * @throws Error if a package has no licence
 */
export function licensesOf(folders: readonly string[]): string {
  return folders.map(licenseOf).join(`\n${'-'.repeat(80)}\n\n`)
}

function licenseOf(folder: string): string {
  const path = join(root, folder)
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  if (!license) throw new Error(`${folder}/package.json names no licence: the package cannot be bundled`)
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(entry))
  const text = file && existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}\n`
}
