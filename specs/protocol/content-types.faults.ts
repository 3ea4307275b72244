import { hearing } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Shop } from '../../reference/index.ts'

/** Changes the content type of requests; a missing one counts as empty. */
const typed = (change: (type: string) => string) =>
  hearing('content-type', (type, { body }) => (body.length ? change(type) : type))

export const contentTypeFaults = faults([
  {
    id: 'content-type-optional',
    does: 'a body without a content type is read as JSON',
    breaks: ['NEG-09'],
    change: typed((type) => type || 'application/json'),
  },
  {
    id: 'every-body-is-json',
    does: 'a body of any content type is read as JSON, so any site can send one',
    breaks: ['NEG-10', 'NEG-11', 'NEG-14', 'NEG-15'],
    change: typed((type) => (type === '' || type.includes('xml') ? type : 'application/json')),
  },
  {
    id: 'plain-text-is-json',
    does: 'a body of type text/plain is read as JSON, so any site can send one',
    breaks: ['NEG-10'],
    change: typed((type) => type.replace('text/plain', 'application/json')),
  },
  {
    id: 'charset-ignored',
    does: 'the charset of a content type is ignored',
    breaks: ['NEG-11'],
    change: typed((type) => type.replace(/; charset=.*/, '')),
  },
  {
    id: 'charset-refused',
    does: 'a content type with a charset is rejected',
    breaks: ['NEG-11', 'NEG-12', 'NEG-13'],
    change: typed((type) => type.replace('charset', 'boundary')),
  },
  {
    id: 'quoted-charset-refused',
    does: 'a content type with a quoted charset is rejected',
    breaks: ['NEG-13'],
    change: typed((type) => type.replace('"utf-8"', '"utf-8-"')),
  },
  {
    id: 'type-parameters-ignored',
    does: 'other parameters of the content type than the charset are ignored',
    breaks: ['NEG-14'],
    change: typed((type) => type.replace('; boundary=x', '')),
  },
  {
    id: 'type-in-any-case',
    does: 'the letter case of a content type is ignored',
    breaks: ['NEG-15'],
    change: typed((type) => type.toLowerCase()),
  },
  {
    id: 'no-xml-in',
    does: 'XML bodies are rejected',
    breaks: ['TOKEN-36', 'LOCK-12', 'NEG-16', 'NEG-18', 'BODY-06'],
    change: typed((type) => type.replace(/^application\/xml$/, 'text/plain')),
  },
])

export const xmlFaults = faults([
  {
    id: 'token-not-in-xml',
    does: 'a login that asks for XML gets its token as JSON',
    breaks: ['NEG-18'],
    change: hearing('accept', (accept, { url }) => (/customer\/token$/.test(url) ? 'application/json' : accept)),
  },
  {
    id: 'xml-without-empty-elements',
    does: 'empty lists and objects are omitted from XML responses',
    breaks: ['NEG-19'],
    change: (shop: Shop) =>
      shop.onAnswer(({ format }, answer) =>
        format === 'xml' && answer.status === 200 && typeof answer.value === 'object'
          ? { ...answer, value: withoutEmpty(answer.value as object) }
          : undefined,
      ),
  },
  {
    id: 'xml-numbers-with-point',
    does: 'numbers in XML responses have a decimal point',
    breaks: ['NEG-19', 'PROFILE-44'],
    change: (shop: Shop) =>
      shop.onAnswer(({ format }, answer) => {
        const { id } = (answer.value ?? {}) as { id?: number }
        return format === 'xml' && id ? { ...answer, value: { ...(answer.value as object), id: `${id}.0` } } : undefined
      }),
  },
])

const withoutEmpty = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => !(Array.isArray(item) && item.length === 0)))
