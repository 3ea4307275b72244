import { asking, askingFor, reading, without } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

export const bindingFaults = faults([
  {
    id: 'no-snake-case',
    does: 'body parameters are accepted in camelCase only',
    breaks: ['BIND-01'],
    change: reading((body) => without(body, 'customer_email')),
  },
  {
    id: 'later-spelling-counts',
    does: 'if a parameter is sent in camelCase and snake_case, the later one is used',
    breaks: ['BIND-02'],
    change: reading((body) => {
      const last = Object.keys(body).findLast((key) => /^website_?id$/i.test(key))
      return last ? { ...without(body, 'websiteId', 'website_id'), [last]: body[last] } : undefined
    }),
  },
  {
    id: 'unknown-fields-refused',
    does: 'a body with an unknown parameter is rejected',
    breaks: ['TOKEN-31', 'BIND-03'],
    change: reading((body) => ('surprise' in body ? { customerEmail: [] } : undefined)),
  },
  {
    id: 'query-of-post-ignored',
    does: 'the query parameters of a POST are ignored',
    breaks: ['BIND-04', 'BIND-05'],
    change: asking(({ method, url }) =>
      method === 'POST' && !/fields=/.test(url) ? { url: url.replace(/\?.*/, '') } : undefined,
    ),
  },
  {
    id: 'body-over-query',
    does: 'a parameter in the body overrides the same one in the query',
    breaks: ['BIND-05'],
    change: askingFor(/\?websiteId=\w+$/, ''),
  },
  {
    id: 'first-of-a-list',
    does: 'of a list sent for a string, the first entry is used',
    breaks: ['TOKEN-27', 'BIND-06', 'AVAILABLE-06'],
    change: reading((body) => {
      const entries = Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])
      return Array.isArray(body) ? undefined : Object.fromEntries(entries)
    }),
  },
  {
    id: 'text-is-number-zero',
    does: 'a string sent for a number is converted to a number instead of rejected',
    breaks: ['BIND-02', 'BIND-07', 'AVAILABLE-06'],
    change: reading((body) => (isText(body.websiteId) ? { ...body, websiteId: 1, website_id: 1 } : undefined)),
  },
  {
    id: 'null-is-empty-text',
    does: 'null sent for a string is treated as an empty string',
    breaks: ['BIND-08'],
    change: reading((body) => (body.customerEmail === null ? { customerEmail: '' } : undefined)),
  },
  {
    id: 'first-missing-only',
    does: 'only the first of several missing parameters is reported',
    breaks: [
      'VALID-16',
      'VALID-17',
      'TOKEN-23',
      'TOKEN-25',
      'TOKEN-26',
      'RESET-49',
      'RESET-52',
      'CHANGE-07',
      'BIND-09',
    ],
    change: (shop) =>
      shop.onAnswer((_, answer) => {
        const [first] = (answer.value as { errors?: object[] } | undefined)?.errors ?? []
        return first ? { ...answer, value: first } : undefined
      }),
  },
  {
    id: 'missing-in-any-order',
    does: 'missing parameters are reported in alphabetical order',
    breaks: ['RESET-49', 'BIND-09'],
    change: ({ routes }) => {
      const index = routes.findIndex(({ operation }) => operation === 'password.reset')
      const route = routes[index]
      if (route) routes[index] = { ...route, parameters: route.parameters.toReversed() }
    },
  },
  {
    id: 'numbers-are-no-texts',
    does: 'a number sent for a string is rejected',
    breaks: ['TOKEN-28', 'BIND-10'],
    change: reading((body) => (typeof body.username === 'number' ? { ...body, username: [] } : undefined)),
  },
])
