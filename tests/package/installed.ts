import { execFile } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../build/root.ts'
import { type Ended, newFolder, ownEnvironment } from '../support/command.ts'

/** The package, installed in a user's project. */
export interface Installed {
  /** The folder of the project. */
  readonly folder: string
  /** Size of the tarball in bytes. */
  readonly size: number
  /** The names of all files in the tarball. */
  readonly files: readonly string[]
  /** The paths of all packages below node_modules. */
  readonly packages: readonly string[]
  /** Runs a program in the project, without the caller's settings. */
  run(program: string, args: readonly string[], environment?: Record<string, string>): Promise<Ended>
}

/**
 * Packs the package and installs the tarball into an empty project, once for all tests, because it takes long.
 * @throws Error with npm's message
 */
export async function install(): Promise<Installed> {
  const folder = newFolder()
  const run: Installed['run'] = (program, args, environment = {}) => runIn(folder, program, args, environment)
  const packed = await runIn(root, 'npm', ['pack', '--json', '--pack-destination', folder])
  if (packed.code !== 0) throw new Error(`npm pack: ${packed.stderr}`)
  // The output of the build comes first.
  const [{ filename, files }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[\n'))) as [
    { filename: string; files: { path: string }[] },
  ]
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'somebodys-shop', private: true, scripts: { contract: 'magento-customer-contract' } }),
  )
  const added = await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`])
  if (added.code !== 0) throw new Error(`npm install: ${added.stderr}`)
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>
  }
  return {
    folder,
    size: statSync(join(folder, filename)).size,
    files: files.map(({ path }) => path),
    packages: Object.keys(lock.packages),
    run,
  }
}

function runIn(cwd: string, program: string, args: readonly string[], environment = {}): Promise<Ended> {
  // Environment variables of npm about the script that runs the tests do not belong to the project.
  const own = Object.entries(ownEnvironment(environment)).filter(
    ([name]) => !/^npm_(lifecycle|command|package)/.test(name),
  )
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd, env: Object.fromEntries(own), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    )
  })
}
