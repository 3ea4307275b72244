import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { required } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { expectSameProfile } from '../shared/profile.ts'
import { administrationSearch } from './administration-search.scenario.ts'

const { must, should, may } = asAdministrator(requirementsOf(administrationSearch))

must(
  'ADMIN-14',
  'a search by e-mail finds the customer as creating it answered, and nobody else',
  {
    why: 'Connectors match records by e-mail. One customer too many, or another one, merges the data of two people.',
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
  'search criteria are understood in snake_case and in camelCase',
  {
    why: 'Generated clients write camelCase, the documentation snake_case. Not understood, the criteria are dropped and all customers come back.',
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
  'a search that finds nobody answers an empty list',
  {
    why: 'A connector creates the customer when nobody was found. An error in its place stops the import.',
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
  'a search without criteria is refused, and the missing part is named',
  {
    why: 'Without criteria the whole customer base would come back at once, and take the shop down with it.',
    source: [code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6'), verified('search')],
  },
  ({ 'without criteria': answer }) => {
    expect(answer).toBeRefusedWith(400, required('searchCriteria'))
  },
)

should(
  'ADMIN-18',
  'a search by a field that does not exist is refused, and the field is named',
  {
    why: 'A misspelt field that is passed over finds everybody, and a tool that deletes what it finds deletes all.',
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
  'a search repeats the criteria it went by',
  {
    why: 'A client that pages sends the criteria on; what it is not told it cannot repeat.',
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
  'a page beyond the end is empty, and the count stays',
  {
    why: 'A connector stops at the empty page. Where the last one is repeated, it runs for ever.',
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
  'in 2.3 a page beyond the end repeats the last one',
  {
    why: 'A connector that stops at an empty page never stops here; it has to go by the count.',
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
  'customers found tell whether they are subscribed to the newsletter',
  {
    why: 'Newsletter tools read the consent from the list; without it they ask for each customer alone, or write to those who declined.',
    in: has('search-tells-subscription'),
    source: [recorded('admin/life#search'), verified('search')],
  },
  ({ 'by e-mail': found }) => {
    expect(found.at('/items/0/extension_attributes/is_subscribed')).toBeOfType('boolean')
  },
)

may(
  'ADMIN-23',
  'in 2.3 customers found do not tell whether they are subscribed to the newsletter',
  {
    why: 'A tool that takes "not told" for "not subscribed" empties its list on these releases.',
    in: lacks('search-tells-subscription'),
    source: [recorded('admin/life#search'), verified('search')],
  },
  ({ 'by e-mail': found }) => {
    expect(found.at('/items/0/id')).toBeOfType('integer')
    expect(found.at('/items/0/extension_attributes/is_subscribed')).toBeAbsent()
  },
)
