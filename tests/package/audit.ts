import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Audit, vulnerable } from '../../build/audit.ts'
import { root } from '../../build/root.ts'
import type { Installed } from './installed.ts'

/** Known vulnerabilities of packages that are installed with this one or bundled in it. */
export function auditTests(installed: () => Installed): void {
  describe('npm audit', () => {
    const audit = (name: string, node: string): Audit => ({
      vulnerabilities: { [name]: { name, severity: 'high', nodes: [node] } },
    })
    const ours = { bundled: ['node_modules/qs'], installed: ['node_modules/imapflow'] }

    test('reports a vulnerable package that is bundled or installed with this one, and no other', () => {
      expect(vulnerable(audit('qs', 'node_modules/qs'), ours)).toEqual(['qs (high)'])
      expect(vulnerable(audit('imapflow', 'node_modules/imapflow'), ours)).toEqual(['imapflow (high)'])
      expect(vulnerable(audit('vite', 'node_modules/vite'), ours)).toEqual([])
      expect(vulnerable({ message: '405 Method Not Allowed' }, ours)).toBeUndefined()
    })

    test('reports nothing for the packages of this one', ({ skip }) => {
      const bundled = JSON.parse(readFileSync(join(root, 'dist/bundled.json'), 'utf8')) as string[]
      const answer = JSON.parse(auditOf(root)) as Audit
      const found = vulnerable(answer, { bundled, installed: installed().packages })
      if (found) expect(found).toEqual([])
      else skip(`the registry cannot be asked for vulnerabilities: ${answer.message}`)
    })
  })
}

/** `npm audit` ends with 1 if it finds something, and prints its result in any case. */
function auditOf(cwd: string): string {
  try {
    return execFileSync('npm', ['audit', '--json'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
