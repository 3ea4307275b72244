import { readdirSync, readFileSync } from 'node:fs'
import { packageFile } from '../shared/package-file.ts'

/** Returns the steps that real shops answered, by release. The built package has them precomputed (build/ahead.ts). */
export function recordedSteps(): readonly [release: string, steps: readonly string[]][] {
  const folder = packageFile('fixtures/recorded/')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name.slice(0, -'.json'.length), stepsIn(new URL(name, folder))])
}

function stepsIn(file: URL): string[] {
  const records = JSON.parse(readFileSync(file, 'utf8')) as { scenario: string; step: string }[]
  return [...new Set(records.map(({ scenario, step }) => `${scenario}#${step}`))]
}
