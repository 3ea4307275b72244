import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { suite } from '../../src/shared/version.ts'
import { contract } from '../support/command.ts'
import type { Installed } from './installed.ts'

const command = suite.name

/** The command line of the tarball. */
export function commandTests(installed: () => Installed): void {
  describe('the packed package', () => {
    test('is small, and installs few packages', () => {
      expect(installed().size).toBeLessThan(2_000_000)
      expect(installed().packages.length).toBeLessThan(80)
    })

    test('contains what a run needs and nothing else', () => {
      const folders = new Set(installed().files.map((file) => file.split('/').slice(0, 2).join('/')))
      expect([...folders].filter((path) => /^(tests|mocks|faults|build|docs\/(requirements|kill))/.test(path))).toEqual(
        [],
      )
      expect(installed().files.filter((file) => /\.ts$/.test(file) && !/\.d\.ts$/.test(file))).toEqual([])
    })

    test('contains no TypeScript compiler', () => {
      expect(installed().packages.filter((path) => /\/(tsx|typescript|esbuild)$/.test(path))).toEqual([])
    })

    test('contains the licences of the bundled packages', () => {
      expect(installed().files).toContain('dist/LICENSES.txt')
    })
  })

  describe('the installed command', () => {
    test('prints its version', async () => {
      const { code, stdout } = await installed().run('npx', [command, '--version'])
      expect([code, stdout.trim()]).toEqual([0, suite.version])
    })

    test('finds the reference conformant, and writes every report', async () => {
      const { code, stdout, stderr } = await installed().run('npx', [command, '--out', 'all'])
      expect(stderr).toBe('')
      expect(code).toBe(0)
      expect(stdout).toMatch(/conformant: yes \| \d{3} pass, 0 fail/)
      for (const file of ['report.json', 'report.html', 'junit.xml', 'ctrf.json', 'badge.svg', 'recording.har'])
        expect(existsSync(join(installed().folder, 'all', file)), file).toBe(true)
    })

    test('judges a recording and shows a report again', async () => {
      const judged = await installed().run('npx', [command, 'judge', 'all/recording.har', '--release', '2.4.7'])
      expect(judged.stdout).toMatch(/^reference 2\.4\.7: conformant/m)
      const shown = await installed().run('npx', [command, 'report', 'all/report.json', '--format', 'markdown'])
      expect([shown.code, shown.stderr]).toEqual([0, ''])
    })

    test('compares two reports', async () => {
      const args = [command, 'diff', 'all/report.json', 'all/recording.har', '--out', 'compared']
      const { code, stderr } = await installed().run('npx', args)
      expect([code, stderr]).toEqual([0, ''])
    })

    test('explains a requirement as a clone does, without its page, which the package does not contain', async () => {
      const { stdout } = await installed().run('npx', [command, 'explain', 'TOKEN-04'])
      const ofClone = (await contract(['explain', 'TOKEN-04'])).stdout
      expect(stdout).toBe(ofClone.replace(/^ {2}page .*\n/m, ''))
    })

    test('is named in messages as it was called', async () => {
      const byNpx = await installed().run('npx', [command, 'lst'])
      expect(byNpx.stderr).toContain(`npx ${command} --help lists commands and settings.`)
      const byScript = await installed().run('npm', ['run', 'contract', '--', 'lst'])
      expect(byScript.stderr).toContain('npm run contract -- --help lists commands and settings.')
    })

    test('reads a file of expected failures, and reports its errors', async () => {
      const entry = { id: 'TOKEN-04', reason: 'our gateway', until: 'soon' }
      writeFileSync(join(installed().folder, 'wrong.jsonc'), JSON.stringify({ expected: [entry] }))
      const { code, stderr } = await installed().run('npx', [command, '--reference', '--expected', 'wrong.jsonc'])
      expect([code, stderr]).toEqual([2, expect.stringContaining('wrong.jsonc:1: `until` is "soon". The last day')])
    })
  })
}
