import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { noNewsletter } from '../shared/circumstances.ts'
import { required } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { administrationSearch } from './administration-search.scenario.ts'

const { must, should, may } = asAdministrator(requirementsOf(administrationSearch))

must(
  'ADMIN-14',
  'A search by e-mail finds only that customer, equal to the response to creating it',
  {
    why: 'Connectors match records by e-mail. An additional or a wrong customer merges the data of two people.',
    source: [recorded('admin/life#search'), code('module-customer/etc/webapi.xml:167', '2.4.7-p6')],
  },
  ({ create, 'by e-mail': found }) => {
    expect(found).toSucceed().toMatchSchema('customer-search')
    expect(found.at('/total_count')).toEqual(1)
    expect(found.at('/items/1')).toBeAbsent()
    expectSameProfile(found, create, { at: '/items/0', except: ['extension_attributes/is_subscribed'] })
  },
)

must(
  'ADMIN-15',
  'Search criteria are accepted in snake_case and in camelCase',
  {
    why: 'Generated clients write camelCase, the documentation snake_case. If criteria are ignored, all customers are returned.',
    source: [recorded('admin/life#search'), verified('search')],
  },
  ({ 'by e-mail': snake, 'in camelCase': camel }) => {
    expect(camel).toSucceed()
    expect(camel.at('/total_count')).toEqual(1)
    expect(camel.at('/items/0/id')).toEqual(snake.at('/items/0/id'))
  },
)

must(
  'ADMIN-16',
  'A search without matches returns an empty list',
  {
    why: 'A connector creates the customer when the search finds no match. An error instead stops the import.',
    source: [code('module-customer/etc/webapi.xml:167', '2.4.7-p6'), verified('objects')],
  },
  ({ nobody }) => {
    expect(nobody).toSucceed().toMatchSchema('customer-search')
    expect(nobody.at('/items')).toEqual([])
    expect(nobody.at('/total_count')).toEqual(0)
  },
)

must(
  'ADMIN-17',
  'A search without criteria is rejected, naming the missing field',
  {
    why: 'Without criteria, all customers would be returned at once, which can take the shop down.',
    source: [code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6'), verified('search')],
  },
  ({ 'without criteria': answer }) => {
    expect(answer).toBeRefusedWith(400, required('searchCriteria'))
  },
)

should(
  'ADMIN-18',
  'A search by an unknown field is rejected, naming the field',
  {
    why: 'If a misspelt field is ignored, the search finds all customers, and a tool that deletes its matches deletes all.',
    source: [verified('search')],
  },
  ({ 'unknown field': answer }) => {
    expect(answer).toBeRefusedWith(400, {
      message: 'The "%1" attribute name is invalid. Reset the name and try again.',
      parameters: ['no_such_field'],
    })
  },
)

should(
  'ADMIN-19',
  'A search response contains its search criteria',
  {
    why: 'A client that pages sends the returned criteria again, and needs all of them.',
    source: [verified('search')],
  },
  ({ 'by e-mail': found, 'beyond the end': second }) => {
    expect(found).toSucceed()
    const filter = '/search_criteria/filter_groups/0/filters/0'
    expect(found.at(`${filter}/field`)).toEqual('email')
    expect(found.at(`${filter}/condition_type`)).toEqual('eq')
    expect(second.at('/search_criteria/page_size')).toEqual(1)
    expect(second.at('/search_criteria/current_page')).toEqual(2)
  },
)

should(
  'ADMIN-20',
  'A page beyond the end is empty, and `total_count` is unchanged',
  {
    why: 'A connector stops at the empty page. If the last page is repeated, it never stops.',
    in: has('search-ends-after-last-page'),
    source: [verified('search'), thread('magento/magento2#26986')],
  },
  ({ 'beyond the end': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/items')).toEqual([])
    expect(answer.at('/total_count')).toEqual(1)
  },
)

may(
  'ADMIN-21',
  'In 2.3, a page beyond the end repeats the last page',
  {
    why: 'A connector that stops at an empty page never stops here. It has to use `total_count`.',
    in: lacks('search-ends-after-last-page'),
    source: [verified('search')],
  },
  ({ create, 'beyond the end': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/items/0/id')).toEqual(create.at('/id'))
  },
)

should(
  'ADMIN-22',
  'Search results contain `is_subscribed`, the newsletter subscription',
  {
    why: 'Newsletter tools read the consent from the search. Without it they request each customer, or write to customers who declined.',
    in: has('search-tells-subscription'),
    unless: noNewsletter,
    source: [recorded('admin/life#search'), verified('search')],
  },
  ({ 'by e-mail': found }) => {
    expect(found.at('/items/0/extension_attributes/is_subscribed')).toBeOfType('boolean')
  },
)

may(
  'ADMIN-23',
  'In 2.3, search results do not contain `is_subscribed`',
  {
    why: 'A tool that treats a missing value as "not subscribed" empties its list on these releases.',
    in: lacks('search-tells-subscription'),
    source: [recorded('admin/life#search'), verified('search')],
  },
  ({ 'by e-mail': found }) => {
    expect(found.at('/items/0/id')).toBeOfType('integer')
    expect(found.at('/items/0/extension_attributes/is_subscribed')).toBeAbsent()
  },
)
