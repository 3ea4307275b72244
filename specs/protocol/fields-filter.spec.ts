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
  '`?fields=` with unknown fields only, or with invalid syntax, returns an empty list',
  {
    why: 'A misspelt field returns a list where an object is expected, without any error. Developers have to know this.',
    source,
  },
  ({ 'unknown field': unknown, 'unreadable filter': unreadable }) => {
    expect(unknown).toAnswer([])
    expect(unreadable).toAnswer([])
  },
)

should(
  'ROUTE-25',
  'An empty `?fields=` filters nothing; errors and plain values are never filtered',
  { why: 'If the filter removed the message of an error, the customer would see no reason.', source },
  ({ unfiltered, 'empty filter': empty, 'filtered scalar': scalar, 'filtered error': error }) => {
    expect(unfiltered).toSucceed()
    expect(empty).toAnswerLike(unfiltered, 200)
    expect(scalar).toAnswer(true)
    expect(error).toBeRefusedWith(404, { message: noRoute })
  },
)
