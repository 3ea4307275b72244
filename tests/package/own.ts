import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/root.ts'
import { startReference } from '../../reference/index.ts'
import type { Report } from '../../src/report/report.ts'
import { suite } from '../../src/shared/version.ts'
import type { Ended } from '../support/command.ts'
import type { Installed } from './installed.ts'

/** Own requirements of a shop, from the examples and with every mistake. */
export function ownTests(installed: () => Installed): void {
  const at = (...path: string[]) => join(installed().folder, ...path)
  const inFolder = (folder: string, ...args: string[]): Promise<Ended> =>
    installed().run('sh', ['-c', `cd "${folder}" && npx ${suite.name} "$@"`, 'sh', ...args])
  const reportIn = (folder: string): Report => JSON.parse(readFileSync(at(folder, 'reports/report.json'), 'utf8'))

  /** A project with a configuration and one spec file. */
  const write = (folder: string, config: unknown, spec = ''): void => {
    cpSync(join(root, 'examples/password-policy/package.json'), at(folder, 'package.json'))
    writeFileSync(at(folder, 'contract.config.json'), JSON.stringify(config))
    writeFileSync(at(folder, 'own.spec.js'), `const { requirementsOfRun } = require('${suite.name}')\n${spec}`)
  }
  const define = (id: string, check = '() => {}') =>
    `requirementsOfRun('Acme').must('${id}', 'x', { why: 'x', source: [] }, ${check})`

  describe('examples/extension-attribute, in TypeScript', () => {
    test('passes on the reference, and is counted separately', async () => {
      cpSync(join(root, 'examples'), at('examples'), { recursive: true })
      const { code, stdout } = await inFolder('examples/extension-attribute', '--only', 'ACME')
      expect(stdout).toContain('Your own requirements, which are counted apart: 2 pass.')
      expect(code).toBe(0)
      const { own, counts, requirements } = reportIn('examples/extension-attribute')
      expect([own?.pass, counts.pass]).toEqual([2, 0])
      expect(requirements.every((one) => one.own)).toBe(true)
      for (const form of ['junit.xml', 'ctrf.json', 'summary.md', 'report.html'])
        expect(readFileSync(at('examples/extension-attribute/reports', form), 'utf8'), form).toContain('ACME')
    })

    test('is known to explain and list', async () => {
      const explained = await inFolder('examples/extension-attribute', 'explain', 'ACME-01')
      expect(explained.stdout).toContain('rule of the shop: our app shows the newsletter switch of every customer')
      const listed = await inFolder('examples/extension-attribute', 'list', '--only', 'ACME')
      expect(listed.stdout).toContain('2 requirements')
    })
  })

  describe('examples/password-policy, in plain JavaScript and CommonJS', () => {
    test('fails if the shop accepts shorter passwords, without an effect on Magento’s contract', async () => {
      const { code, stdout } = await inFolder('examples/password-policy', '--reference')
      expect(stdout).toMatch(/conformant: yes \| \d+ pass, 0 fail/)
      expect(code).toBe(1)
      const { own, requirements, adjusted } = reportIn('examples/password-policy')
      expect([own?.pass, own?.fail]).toEqual([1, 1])
      expect(adjusted).toMatchObject({ levels: [{ id: 'DIRECTORY-05', level: 'may' }], less: false })
      expect(requirements.find(({ id }) => id === 'DIRECTORY-05')?.level).toBe('may')
    })

    test('passes if the shop requires twelve characters', async () => {
      const settings = { 'customer/password/minimum_password_length': '12' }
      const shop = await startReference({ release: '2.4.7-p6', settings })
      const { code } = await inFolder('examples/password-policy', '--only', 'ACMEPASS', '--url', shop.url)
      await shop.close()
      expect(code).toBe(0)
    })
  })

  describe('a shop that excludes a MUST', () => {
    test('is at most conformant as far as tested', async () => {
      cpSync(join(root, 'examples'), at('left-out'), { recursive: true })
      const reason = 'our gateway has another login'
      write('left-out', { exclude: [{ id: 'TOKEN-01', reason }], settings: { MAGENTO_RELEASE: '2.4.6' } })
      const { code, stdout } = await inFolder('left-out', '--reference')
      expect(stdout).toMatch(/^reference 2\.4\.6: conformant: as far as tested/m)
      expect(stdout).toContain(`contract.config.json leaves TOKEN-01 out: ${reason}`)
      expect(code).toBe(0)
    })
  })

  describe('a mistake is reported with its place, and never as a defect of the shop', () => {
    test.each([
      ['an unknown field', { spec: [] }, '', 'contract.config.json: unknown field `spec`. Did you mean `specs`?'],
      [
        'a missing file',
        { specs: ['no.js'] },
        '',
        'contract.config.json: specs[0] is "no.js": the file does not exist',
      ],
      ['a secret', { settings: { MAGENTO_ADMIN_TOKEN: 'x' } }, '', 'MAGENTO_ADMIN_TOKEN is a secret'],
      ['an unknown setting', { settings: { MAGENTO_URL: 'x' } }, '', 'unknown setting MAGENTO_URL'],
      ['no reason', { exclude: [{ id: 'TOKEN-01' }] }, '', 'exclude[0] (TOKEN-01): `reason` is missing'],
      [
        'an unknown id',
        { exclude: [{ id: 'TOKEN-99', reason: 'x' }] },
        '',
        'exclude[0]: there is no requirement `TOKEN-99`',
      ],
      ['an unknown level', { levels: [{ id: 'TOKEN-01', reason: 'x', level: 'shall' }] }, '', 'unknown level "shall"'],
      ['a syntax error', { specs: ['own.spec.js'] }, 'const = 1', 'own.spec.js:2): SyntaxError'],
      ['an error', { specs: ['own.spec.js'] }, 'nothing.there()', 'own.spec.js:2): ReferenceError: nothing is not'],
      [
        'an area of Magento’s',
        { specs: ['own.spec.js'] },
        define('TOKEN-98'),
        'own.spec.js:2): Error: TOKEN is an area',
      ],
      [
        'an id twice',
        { specs: ['own.spec.js'] },
        `${define('A-01')}\n${define('A-01')}`,
        'own.spec.js:3): Error: two req',
      ],
    ])('%s', async (_, config, spec, told) => {
      write('left-out', config, spec)
      const { code, stderr } = await inFolder('left-out', 'list')
      expect(stderr).toContain(told)
      expect(code).toBe(2)
    })

    test('an error of a check', async () => {
      write('left-out', { specs: ['own.spec.js'] }, define('ACME-01', '() => nothing.there()'))
      const { code, stdout } = await inFolder('left-out', '--only', 'ACME', '--only', 'STORE')
      expect(stdout).toMatch(/your requirement ACME-01 failed at \S+own\.spec\.js:2: ReferenceError: nothing is not/)
      expect(code).toBe(3)
    })
  })
}
