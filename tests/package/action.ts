import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../build/root.ts'
import type { Installed } from './installed.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { default: string }>>
  readonly outputs: Readonly<Record<string, { value: string }>>
  readonly runs: { readonly steps: readonly { id?: string; run?: string; env?: Record<string, string> }[] }
}

/** The step of action.yml that runs the suite, executed as a runner does. */
export function actionTests(installed: () => Installed): void {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
  const step = action.runs.steps.find(({ id }) => id === 'run')!

  /** Runs the step with inputs, with the project as workspace. @returns outputs by name, summary, and exit code */
  async function runStep(given: Record<string, string>) {
    const inputs = {
      ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default])),
      ...given,
    }
    const filled = (text: string) =>
      text.replace(
        /\$\{\{ inputs\.([\w-]+) \}\}/g,
        (_, name: string) => inputs[name] ?? expect.fail(`no input ${name}`),
      )
    const [outputFile, summaryFile] = ['output', 'summary'].map((name) => join(installed().folder, name))
    for (const file of [outputFile!, summaryFile!]) writeFileSync(file, '')
    const ended = await installed().run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!], {
      ...Object.fromEntries(Object.entries(step.env!).map(([name, value]) => [name, filled(value)])),
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_OUTPUT: outputFile!,
      GITHUB_STEP_SUMMARY: summaryFile!,
    })
    const lines = readFileSync(outputFile!, 'utf8').trim().split('\n')
    const outputs = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    return { ...ended, outputs, summary: readFileSync(summaryFile!, 'utf8') }
  }

  describe('the step of action.yml', () => {
    test('gives verdict, counts and the path of the report, and a summary', async () => {
      const { code, outputs, summary } = await runStep({
        arguments: '--reference --only DIRECTORY --only STORE',
        release: '2.4.6',
      })
      expect(code).toBe(0)
      expect(outputs).toMatchObject({
        conformant: 'as far as tested',
        'exit-code': '0',
        release: '2.4.6',
        fail: '0',
        report: 'reports/report.json',
      })
      expect(JSON.parse(outputs.counts as string).pass).toBe(Number(outputs.pass))
      expect(summary).toContain('2.4.6')
    })

    test('gives every output that action.yml names', async () => {
      const { outputs } = await runStep({ arguments: '--reference --only DIRECTORY' })
      const named = Object.values(action.outputs).map(({ value }) => /steps\.run\.outputs\.([\w-]+)/.exec(value)?.[1])
      for (const name of named) expect(outputs, name).toHaveProperty([name as string])
    })

    test('ends as the run ends, and says so in the outputs', async () => {
      const { code, outputs, stdout } = await runStep({
        release: '2.3.7',
        url: '',
        arguments: '--reference --only nothing',
      })
      expect([code, outputs.conformant, outputs['exit-code']]).toEqual([2, 'unknown', '2'])
      expect(stdout).not.toContain('::error')
    })
  })
}
