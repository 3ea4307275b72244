import { newestBySigns } from '../../release/index.ts'
import type { Client } from './client/client.ts'
import { graphqlSigns } from './signs.ts'

/**
 * Returns the release to assume for a shop that shows only its minor version, or nothing: the newest whose signs it
 * shows.
 */
export async function assumedRelease(client: Client, minor: string | undefined): Promise<string> {
  return newestBySigns(await graphqlSigns(client), minor)
}
