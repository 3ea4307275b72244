import { newestBySigns } from '../../release/index.ts'
import type { Client } from './client/client.ts'
import { graphqlSigns } from './signs.ts'

/**
 * Returns the release to assume for a shop that shows its minor version or nothing: the newest release whose GraphQL
 * fields the shop has.
 */
export async function assumedRelease(client: Client, minor: string | undefined): Promise<string> {
  return newestBySigns(await graphqlSigns(client), minor)
}
