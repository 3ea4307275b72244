import { parseArgs } from 'node:util'
import { verdicts } from '../../src/judge/verdict.ts'
import { flakesIn, type OneRun, runOnce, type Time } from './repeat.ts'

const usage = `Runs the whole suite against the reference behind a bad network, again and again: every answer is held up at
random, and 1 % of the connections of reading requests are reset. The verdicts must be the same each time.

  npm run flakes -- [--runs 50] [--time moved|waited]

  --runs N     how often (default 50)
  --time KIND  moved: the run moves the shop's clock on, and tokens expire (default)
               waited: seconds are waited for, as on every real shop; slower, and without the expiry of tokens
`

process.exitCode = await main()

async function main(): Promise<number> {
  let values: { runs: string; time: string; help?: boolean }
  try {
    values = parseArgs({
      options: {
        runs: { type: 'string', default: '50' },
        time: { type: 'string', default: 'moved' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  const count = Number(values.runs)
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (!Number.isInteger(count) || count < 2 || !/^(moved|waited)$/.test(values.time)) {
    console.error(
      `--runs ${values.runs} --time ${values.time}: give a number from 2 on, and moved or waited\n\n${usage}`,
    )
    return 2
  }
  const runs: OneRun[] = []
  for (let number = 1; number <= count; number++) {
    const run = await runOnce(values.time as Time)
    runs.push(run)
    const found = verdicts.map((verdict) => `${run.results.filter((one) => one.verdict === verdict).length} ${verdict}`)
    console.log(
      `${String(number).padStart(3)}  ${found.join(', ')} | ${run.requests} requests, ${run.resets} reset, ${run.retried} retried`,
    )
  }
  const flakes = flakesIn(runs)
  for (const { id, verdicts: found } of flakes)
    console.log(
      `${id}: ${Object.entries(found)
        .map(([verdict, { times, example }]) => `${verdict} ${times} times${example ? ` (${example})` : ''}`)
        .join(', ')}`,
    )
  const resets = runs.reduce((sum, run) => sum + run.resets, 0)
  console.log(
    `${count} runs, ${resets} connections reset: ${flakes.length} of ${runs[0]?.results.length} verdicts changed`,
  )
  return flakes.length ? 1 : 0
}
