import { type Exchange, firstValue } from '../../src/recording/exchange.ts'
import { recordingOf, type StepRecord, scenarios } from '../reference/scenarios.ts'
import { record } from '../support/run.ts'
import type { Asked } from './answers.ts'

function asked({ name, data, status, header, body, json }: Exchange): Asked {
  const { request } = data
  const type = firstValue(request.headers, 'content-type') ?? ''
  return {
    name: `${data.scenario} ${name}`,
    method: request.method,
    url: request.url,
    accept: firstValue(request.headers, 'accept'),
    sent: request.body?.length && /json/i.test(type) ? parsed(request.body.toString()) : undefined,
    status,
    header,
    body: body.json ? json : body.text,
  }
}

function parsed(text: string): Asked['sent'] {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Returns all exchanges of a run against the reference as a release. */
export const run = async (release: string): Promise<Asked[]> =>
  (await record({ release })).exchanges.map((exchange) =>
    asked(Object.assign(exchange, { header: exchange.header.bind(exchange) })),
  )

/** Returns the recorded exchanges of a real shop of a release. */
export function recorded(release: string): Asked[] {
  const records = recordingOf(release)
  return scenarios.flatMap(({ id, steps }) =>
    steps.flatMap((step) => {
      const found = records.get(`${id}|${step.id}`) as
        | (StepRecord & { request: { method: string; path: string } })
        | undefined
      if (!found?.response) return []
      const { status, headers, body } = found.response
      return [
        {
          name: `${id} ${step.id}`,
          method: found.request.method,
          url: found.request.path,
          accept: step.headers?.Accept ?? step.headers?.accept,
          sent: undefined,
          status,
          header: (name: string) => [headers[name.toLowerCase()] ?? []].flat()[0],
          body,
        },
      ]
    }),
  )
}
