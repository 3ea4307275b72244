import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { noRoute } from '../shared/messages.ts'
import { fieldsFilter } from './fields-filter.scenario.ts'

const { should } = requirementsOf(fieldsFilter)

const source = [
  code('framework/Webapi/Rest/Response/FieldsFilter.php:41', '2.4.7-p6'),
  verified('urls-and-store-codes'),
]

should(
  'ROUTE-24',
  'A ?fields= that names only unknown fields, or cannot be read, leaves an empty list',
  {
    why: 'A misspelt field gives a list where an object was expected, without any error: a developer has to know where to look.',
    source,
  },
  ({ 'unknown field': unknown, 'unreadable filter': unreadable }) => {
    expect(unknown).toAnswer([])
    expect(unreadable).toAnswer([])
  },
)

should(
  'ROUTE-25',
  'An empty ?fields= filters nothing, and errors and plain values are never filtered',
  { why: 'A filter that cut messages off errors would leave the customer without a reason.', source },
  ({ unfiltered, 'empty filter': empty, 'filtered scalar': scalar, 'filtered error': error }) => {
    expect(unfiltered).toSucceed()
    expect(empty).toAnswerLike(unfiltered, 200)
    expect(scalar).toAnswer(true)
    expect(error).toBeRefusedWith(404, { message: noRoute })
  },
)
