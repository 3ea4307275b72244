import type { Exchange } from '../../../recording/exchange.ts'
import { type Ask, get, post } from '../../../target/client/request.ts'
import { askIfAnswered } from '../../../target/client/unrecorded.ts'
import { bad, type Check, good, note, type Patient } from '../check.ts'

/** Lists the store views if the shop shows them, and checks that the configured one exists. */
export const stores: Check = {
  name: 'store views',
  after: 'magento',
  async look(patient) {
    const { store } = patient
    const codes = (await fromRest(patient)) ?? (await fromGraphql(patient))
    // Not every valid code is a store view: "all" and "admin" work too.
    if (!codes)
      return note(
        `${store} answers`,
        `the other store views are unknown: ${patient.found.adminToken ? 'this administrator may not list them' : 'only an administrator can list them'}`,
      )
    if (codes.includes(store)) return good(`${store}, of ${codes.join(', ')}`)
    return bad(2, `${store} does not exist. Store views: ${codes.join(', ')}`, 'set MAGENTO_STORE_CODE to one of them')
  },
}

/** Returns all store views of the shop. */
async function fromRest({ guard, found }: Patient): Promise<string[] | undefined> {
  if (!found.adminToken) return undefined
  const answer = await answerTo(guard.client, get('/V1/store/storeViews', { token: found.adminToken }))
  const codes = codesIn(answer?.at('').value, 'code')
  return codes?.filter((code) => code !== 'admin')
}

/** Returns the store views of the configured one's website; some releases lack this query. */
async function fromGraphql({ guard, store }: Patient): Promise<string[] | undefined> {
  const query = post('/graphql', { query: '{ availableStores { store_code } }' }, { from: 'base', headers: { store } })
  return codesIn((await answerTo(guard.client, query))?.at('/data/availableStores').value, 'store_code')
}

function codesIn(list: unknown, name: string): string[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined
  const codes = list.map((one) => one?.[name])
  return codes.every((code) => typeof code === 'string') ? codes : undefined
}

async function answerTo(client: Patient['guard']['client'], request: Ask): Promise<Exchange | undefined> {
  const answer = await askIfAnswered(client, request)
  return answer?.status === 200 ? answer : undefined
}
