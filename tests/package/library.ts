import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/root.ts'
import type { Installed } from './installed.ts'

/** The examples of the page, by the file name in their first line. */
const examples = [
  ...readFileSync(join(root, 'docs/library.md'), 'utf8').matchAll(/```js\n\/\/ (\S+)\n([^`]*(?:`[^`]+`[^`]*)*?)```/g),
].map(([, name, text]) => ({ name: name as string, text: text as string }))

/** The library of the tarball. */
export function libraryTests(installed: () => Installed): void {
  describe('the examples of docs/library.md', () => {
    test('are all found', () => {
      expect(examples.map(({ name }) => name)).toEqual([
        'reference.mjs',
        'upgrade.mjs',
        'own.mjs',
        'contract.node-test.mjs',
        'contract.test.mjs',
      ])
    })

    test.each(examples.filter(({ name }) => !name.includes('test')))('$name runs', async ({ name, text }) => {
      writeFileSync(join(installed().folder, name), text)
      expect(await installed().run('node', [name])).toEqual({ code: 0, stdout: '', stderr: '' })
    })

    test('contract.node-test.mjs makes tests of node', async () => {
      const { name, text } = examples.find((one) => one.name === 'contract.node-test.mjs')!
      writeFileSync(join(installed().folder, name), text)
      const { code, stdout } = await installed().run('node', ['--test', '--test-reporter', 'spec', name])
      expect(stdout).toMatch(/✔ DIRECTORY-01 /)
      expect(code).toBe(0)
    })

    test('contract.test.mjs makes tests of vitest', async () => {
      const { name, text } = examples.find((one) => one.name === 'contract.test.mjs')!
      writeFileSync(join(installed().folder, name), text)
      symlinkSync(join(root, 'node_modules/vitest'), join(installed().folder, 'node_modules/vitest'))
      const vitest = join(root, 'node_modules/vitest/vitest.mjs')
      const { stdout } = await installed().run('node', [vitest, 'run', '--reporter', 'verbose', name], {
        NO_COLOR: '1',
      })
      expect(stdout).toMatch(/✓ .*DIRECTORY-01 /)
      expect(stdout).toMatch(/Tests +8 passed/)
    })
  })

  describe('the library', () => {
    test('is loaded by require', async () => {
      const script = "console.log(typeof require('magento-customer-contract').perform)"
      expect((await installed().run('node', ['-e', script])).stdout.trim()).toBe('function')
    })

    test('has types that need no other package than those of Node', async () => {
      for (const { name, text } of examples.filter(({ name }) => !name.includes('test')))
        writeFileSync(
          join(installed().folder, name.replace('.mjs', '.mts')),
          text.replace('(release) {', '(release: string) {'),
        )
      const files = ['reference.mts', 'upgrade.mts', 'own.mts']
      const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]
      const args = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--noEmit', ...types, ...files]
      const { stdout } = await installed().run(join(root, 'node_modules/.bin/tsc'), args)
      expect(stdout).toBe('')
    })

    test('refuses an own requirement in an area of Magento', async () => {
      const text = "requirementsOfRun('Acme').must('TOKEN-90', 'x', { why: 'x', source: [] }, () => {})"
      const script = `import { requirementsOfRun } from 'magento-customer-contract'\n${text}`
      const { code, stderr } = await installed().run('node', ['--input-type=module', '-e', script])
      expect(stderr).toContain("TOKEN is an area of Magento's contract: give TOKEN-90 an area of your own")
      expect(code).toBe(1)
    })
  })
}
