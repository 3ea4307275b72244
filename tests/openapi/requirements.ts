import '../../specs/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { record } from '../support/run.ts'
import type { Document } from './contract/document.ts'
import { findOperation } from './contract/find-operation.ts'

export interface Holding {
  /** The ids of the requirements that read a response of an operation, by its name. */
  readonly byOperation: ReadonlyMap<string, readonly string[]>
  /** The ids of those that read every response. */
  readonly everywhere: readonly string[]
}

/** The requirements of each operation, from a run as the document's newest release. */
export async function requirementsFor(document: Document): Promise<Holding> {
  const { recording, results } = await wholeRun(document.info.version)
  const asked = new Map(
    recording.exchanges.map(({ name, data }) => [
      `${data.scenario} ${name}`,
      findOperation(document, data.request.method, data.request.url)?.operation.operationId,
    ]),
  )
  const byOperation = new Map<string, Set<string>>()
  const everywhere: string[] = []
  for (const [index, { id, verdict, read = [] }] of results.entries()) {
    if (verdict === 'inapplicable') continue
    const { scenario } = requirements[index] as (typeof requirements)[number]
    if (!scenario) everywhere.push(id)
    for (const name of read) {
      const operation = asked.get(`${scenario} ${name}`)
      if (operation) byOperation.set(operation, (byOperation.get(operation) ?? new Set()).add(id))
    }
  }
  return {
    byOperation: new Map([...byOperation].map(([operation, ids]) => [operation, [...ids].sort()])),
    everywhere: everywhere.sort(),
  }
}

/** How often a run is repeated if the machine was too slow to send a request in a certain second. */
const mostRuns = 5

/** Performs a run in which no requirement is untestable. */
async function wholeRun(release: string, runs = mostRuns): ReturnType<typeof run> {
  const made = await run(release)
  const isWhole = made.results.every(({ verdict }) => verdict !== 'untestable')
  return isWhole || runs === 1 ? made : wholeRun(release, runs - 1)
}

async function run(release: string) {
  const recording = await record({ release })
  return { recording, results: judge(recording, requirements) }
}
