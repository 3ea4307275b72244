import { type ChangeName, signs } from '../../release/index.ts'
import type { Client } from './client/client.ts'
import { askIfAnswered } from './client/unrecorded.ts'
import { storeConfig } from './probe.ts'

/**
 * Tests which `storeConfig` fields that mark releases the shop has. A single query asks for all; a shop that lacks some
 * refuses it and names each. Fields without a result are omitted; a shop without GraphQL has none.
 */
export async function graphqlSigns(client: Client): Promise<Map<ChangeName, boolean>> {
  const asked = signs.flatMap(({ change, storeConfig: field }) => (field ? [{ change, field }] : []))
  const answer = await askIfAnswered(client, storeConfig(asked.map(({ field }) => field).join(' ')))
  const errors = answer?.at('/errors').value
  const told = Array.isArray(errors) ? errors.map((error) => String(Object(error).message)) : []
  // A refusal for any other reason says nothing about the fields.
  const isRefused = told.some((message) => asked.some(({ field }) => isUnknown(field, message)))
  return new Map(
    asked.flatMap(({ change, field }): [ChangeName, boolean][] => {
      if (answer?.at(`/data/storeConfig/${field}`).exists) return [[change, true]]
      return isRefused ? [[change, !told.some((message) => isUnknown(field, message))]] : []
    }),
  )
}

const isUnknown = (field: string, message: string) => message.includes(`Cannot query field "${field}"`)
