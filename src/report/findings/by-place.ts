import { remembering } from '../../shared/memo.ts'
import type { Judged } from './finding.ts'
import { objectionOf } from './objection.ts'

/** Returns the operation of a requirement's failing request: `GET /V1/customers/me`; undefined without a request. */
export function operationIn(curl: string | undefined): string | undefined {
  const [, , method = curl?.includes(' -I ') ? 'HEAD' : 'GET', word] =
    /(?:^|\| )curl -i (-I )?(?:-X (\S+) )?((?:'[^']+'|"[^"]+")+)/m.exec(curl ?? '') ?? []
  const url = word && exampleOf(word)
  if (!url || !URL.canParse(url)) return undefined
  const path = new URL(url).pathname.replace(/^.*?\/rest(?=\/|$)/, '').replace(/^\/[^/]+(?=\/V\d)/, '')
  const parts = path.split('/').map((part) => (/^-?\d+$/.test(part) ? ':id' : /@|%40/.test(part) ? ':email' : part))
  return `${method} ${
    parts
      .join('/')
      .replace(/(?<=resetLinkToken\/)[^/]+/, ':token')
      .replace(/\/[A-Za-z0-9]{32}(?=\/|$)/g, '/:token') || '/'
  }`
}

/** Returns the URL of a shell word, with example values in place of variables. */
const exampleOf = (word: string): string =>
  word
    .replace(/"\$[A-Z_]+_ID"/g, '1')
    .replace(/"[^"]*EMAIL[^"]*"/g, 'a@b')
    .replace(/"[^"]*"/g, 'a'.repeat(32))
    .replaceAll("'", '')
/** The operation of a requirement's failing exchange. */
export const operationOf = remembering(
  ({ signature, curl }: Judged): string | undefined => signature?.operation ?? operationIn(curl),
)

/** True if it is about a storefront page. */
export const isOfPage = (one: Judged): boolean => / \/customer\//.test(operationOf(one) ?? '')

/** The objection of a requirement. */
export const objectionIn = remembering((one: Judged): string => one.signature?.objection ?? objectionOf(one))

/** True for an objection about a single field or header, which may be missing in many operations alike. */
const isOfField = (objection: string) => /^(\/(?!message|errors|parameters)|header )/.test(objection)

/** Groups requirements with the same objection to the same kind of response, largest group first. */
export function byPlace<One extends Judged>(requirements: readonly One[]): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of requirements) {
    const objection = objectionIn(one)
    const operation = operationOf(one)
    const key = isOfField(objection)
      ? objection
      : objection.startsWith('other') || operation === undefined
        ? `${objection} ${one.exchange?.scenario ?? one.id}`
        : `${objection} ${operation}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].sort((x, y) => y.length - x.length)
}
