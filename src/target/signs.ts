import { type ChangeName, signs } from '../../release/index.ts'
import type { Client } from './client/client.ts'
import { askIfAnswered } from './client/unrecorded.ts'
import { storeConfig } from './probe.ts'

/**
 * Whether the shop's GraphQL shows each sign of a release. One query asks for all: a shop that lacks some refuses it,
 * and names each. A sign of which nothing is told is left out; a shop without GraphQL tells none.
 */
export async function graphqlSigns(client: Client): Promise<Map<ChangeName, boolean>> {
  const asked = signs.flatMap(({ change, storeConfig: field }) => (field ? [{ change, field }] : []))
  const answer = await askIfAnswered(client, storeConfig(asked.map(({ field }) => field).join(' ')))
  const errors = answer?.at('/errors').value
  const told = Array.isArray(errors) ? errors.map((error) => String(Object(error).message)) : []
  // A refusal of anything else says nothing of the fields.
  const isRefused = told.some((message) => asked.some(({ field }) => isUnknown(field, message)))
  return new Map(
    asked.flatMap(({ change, field }): [ChangeName, boolean][] => {
      if (answer?.at(`/data/storeConfig/${field}`).exists) return [[change, true]]
      return isRefused ? [[change, !told.some((message) => isUnknown(field, message))]] : []
    }),
  )
}

const isUnknown = (field: string, message: string) => message.includes(`Cannot query field "${field}"`)
