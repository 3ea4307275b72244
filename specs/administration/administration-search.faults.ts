import { answers, operation, rule } from '../../faults/change.ts'
import { finding, to } from '../../faults/changes/answers.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { askingFor } from '../../faults/changes/requests.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const isSearch = ({ route }: { route?: { operation: string } }) => route?.operation === 'customer.search'

export const administrationSearchFaults = faults([
  {
    id: 'search-finds-all',
    does: 'a customer search ignores its filters',
    breaks: [
      'ADMIN-56',
      'SAFE-04',
      'ADMIN-14',
      'ADMIN-15',
      'ADMIN-16',
      'ADMIN-18',
      'ADMIN-19',
      'ADMIN-20',
      'ADMIN-47',
      'ADMIN-48',
      'ADMIN-49',
      'ADMIN-50',
      'ADMIN-52',
      'ADMIN-57',
      'ADMIN-56',
    ],
    change: askingFor(/(\/customers\/search\?).*$/, '$1searchCriteria[sort_orders][0][field]=email'),
  },
  {
    id: 'search-answers-a-list',
    does: 'a customer search returns only the list, without `total_count` and `search_criteria`',
    breaks: ['WHOLE-03', 'ADMIN-14', 'ADMIN-15', 'ADMIN-16', 'ADMIN-19', 'ADMIN-20', 'ADMIN-22'],
    change: answering('customer.search', ({ items }) => items),
  },
  {
    id: 'search-in-snake-case-only',
    does: 'a customer search with criteria in camelCase finds nobody',
    breaks: ['ADMIN-15'],
    change: operation('customer.search', async (call, inner) => {
      const found = (await inner(call)) as Body
      return call.url.includes('filterGroups') ? { ...found, items: [], total_count: 0 } : found
    }),
  },
  {
    id: 'search-without-addresses',
    does: 'a customer search returns customers without their addresses',
    breaks: ['ADMIN-14', 'ADMIN-42'],
    change: answering('customer.search', (found) => ({
      ...found,
      items: (found.items as Body[]).map((customer) => ({ ...customer, addresses: [] })),
    })),
  },
  {
    id: 'nobody-not-found',
    does: 'a customer search without results returns 404',
    breaks: ['ADMIN-56', 'ADMIN-16', 'ADMIN-47', 'ADMIN-52', 'ADMIN-48'],
    change: answers(
      (call, { value }) => isSearch(call) && (value as Body).total_count === 0,
      () => ({ status: 404, value: { message: 'Nobody was found.' } }),
    ),
  },
  {
    id: 'search-needs-no-criteria',
    does: 'a customer search without criteria returns an empty result instead of an error',
    breaks: ['ADMIN-17'],
    change: askingFor(
      /(\/customers\/search)$/,
      '$1?searchCriteria[filter_groups][0][filters][0][field]=email&searchCriteria[filter_groups][0][filters][0][value]=x',
    ),
  },
  {
    id: 'unknown-field-ignored',
    does: 'a customer search by an unknown field returns an empty result instead of an error',
    breaks: ['ADMIN-18'],
    change: operation('customer.search', (call, inner) =>
      call.url.includes('no_such')
        ? { items: [], search_criteria: { filter_groups: [] }, total_count: 0 }
        : inner(call),
    ),
  },
  {
    id: 'criteria-not-repeated',
    does: 'a customer search does not return its criteria',
    breaks: ['ADMIN-19'],
    change: answering('customer.search', (found) => ({ ...found, search_criteria: { filter_groups: [] } })),
  },
  {
    id: 'last-page-repeated',
    does: 'a page beyond the end of a customer search repeats the last page',
    breaks: ['ADMIN-20'],
    origin: 'magento/magento2#26986',
    change: rule('searchRepeatsLastPage', true),
  },
  {
    id: 'page-beyond-empty-early',
    does: 'a page beyond the end of a customer search is empty in 2.3.7',
    breaks: ['ADMIN-21'],
    release: '2.3.7-p4',
    origin: '2.4.1',
    change: rule('searchRepeatsLastPage', false),
  },
  {
    id: 'subscription-not-in-search',
    does: 'customers in a search result lack `is_subscribed`',
    breaks: ['ADMIN-22', 'ADMIN-42'],
    origin: '2.3.7-p4',
    change: rule('subscriptionInSearch', false),
  },
  {
    id: 'subscription-in-search-early',
    does: 'customers in a search result have `is_subscribed` in 2.3.7',
    breaks: ['ADMIN-23'],
    release: '2.3.7-p4',
    origin: '2.4.0',
    change: rule('subscriptionInSearch', true),
  },
  {
    id: 'search-without-criteria',
    does: 'a search result lacks `search_criteria`',
    breaks: ['WHOLE-03', 'ADMIN-14', 'ADMIN-16', 'ADMIN-19'],
    change: answers(to('customer.search'), ({ value }) => ({
      value: { ...(value as object), search_criteria: undefined },
    })),
  },
  {
    id: 'search-subscribes-everybody',
    does: 'a search shows every customer as subscribed to the newsletter',
    breaks: ['ADMIN-42'],
    change: finding((customer) => ({ ...customer, extension_attributes: { is_subscribed: true } })),
  },
  {
    id: 'search-lags-behind',
    does: 'a customer search does not find new customers, as with an index that lags behind',
    breaks: [
      'ADMIN-14',
      'ADMIN-15',
      'ADMIN-20',
      'ADMIN-22',
      'ADMIN-47',
      'ADMIN-48',
      'ADMIN-49',
      'ADMIN-50',
      'ADMIN-57',
    ],
    change: answering('customer.search', (found, _call, shop) => {
      const past = shop.clock.now() - 60_000
      const isOld = ({ created_at }: Record<string, unknown>) => Date.parse(`${created_at}Z`.replace(' ', 'T')) < past
      const items = (found.items as Record<string, unknown>[]).filter(isOld)
      return { ...found, items, total_count: items.length }
    }),
  },
])
