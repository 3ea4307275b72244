import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { required, severalErrors, signInFailed, wrongType } from '../shared/messages.ts'
import { binding } from './binding.scenario.ts'

const { must, should } = requirementsOf(binding)

const process = code('framework/Webapi/ServiceInputProcessor.php:190', '2.4.7-p6')
const merged = code('framework/Webapi/Rest/Request.php:205', '2.4.7-p6')
const types = code('framework/Reflection/TypeProcessor.php:500', '2.4.7-p6')

must(
  'BIND-01',
  'A field of the body may be written in snake_case',
  {
    why: 'Answers are in snake_case. A client that sends a field back as it read it must be understood.',
    source: [process, recorded('email-available/snake#call')],
  },
  ({ snake_case: snake }) => {
    expect(snake).toAnswer(true)
  },
)

should(
  'BIND-02',
  'Of a field in both spellings the one in camelCase counts, whichever stands first',
  {
    why: 'What one layer checks in the first spelling and another stores from the second is not checked at all. Clients must never send two; who tests a shop has to know which counts.',
    source: [process, verified('two-spellings')],
  },
  ({ 'both spellings': both, 'both spellings, the other way round': around }) => {
    expect(both).toBeRefusedWith(400, wrongType('camel', 'int'))
    expect(around).toBeRefusedWith(400, wrongType('camel', 'int'))
  },
)

must(
  'BIND-03',
  'An unknown field of the body is ignored',
  {
    why: 'Clients send fields of their own along, and newer ones fields that an older shop does not know. Refused, no client can be newer than its shop.',
    source: [process, recorded('create/extra-top-level#call'), recorded('token/forms#extra')],
  },
  ({ 'unknown field': unknown }) => {
    expect(unknown).toAnswer(true)
  },
)

must(
  'BIND-04',
  'A field may stand in the query instead of the body',
  {
    why: 'Scripts put the e-mail into the query. Where it is not read, they ask about nothing; where it is, a password may end up in the logs.',
    source: [merged, recorded('protocol/query-on-post#call'), recorded('token/forms#query')],
  },
  ({ 'in the query only': inQuery }) => {
    expect(inQuery).toAnswer(true)
  },
)

must(
  'BIND-05',
  'A field in the query takes the place of the body’s',
  {
    why: 'Who guards a shop has to look at the query too: a check of the body alone looks at a value that does not count.',
    source: [merged, verified('types-of-values')],
  },
  ({ 'in the query too': both }) => {
    expect(both).toBeRefusedWith(400, wrongType('query', 'int'))
  },
)

must(
  'BIND-06',
  'A list where a text belongs is refused with 400',
  {
    why: 'A list taken for its first entry lets one request carry many values past a check of one.',
    source: [types, recorded('email-available/list#call'), recorded('token/malformed-lists#call')],
  },
  ({ 'list for a text': list }) => {
    expect(list).toBeRefusedWith(400, wrongType('array', 'string'))
  },
)

must(
  'BIND-07',
  'A text where a number belongs is refused with 400 and repeated',
  {
    why: 'Cast to 0 the request would ask about another website than the one meant, and answer as if all were well.',
    source: [types, recorded('email-available/website-text#call')],
  },
  ({ 'text for a number': text }) => {
    expect(text).toBeRefusedWith(400, wrongType('x', 'int'))
  },
)

must(
  'BIND-08',
  'A required field that is null is missing, and named as in the documentation',
  {
    why: 'Serialisers write null for an empty field. The customer is told what is missing, in the name the form knows.',
    source: [process, recorded('email-available/missing#call'), recorded('token/malformed-nulls#call')],
  },
  ({ missing, null: nothing }) => {
    expect(missing).toBeRefusedWith(400, required('customerEmail'))
    expect(nothing).toBeRefusedWith(400, required('customerEmail'))
  },
)

must(
  'BIND-09',
  'Several missing fields are reported together, in the order of the documentation',
  {
    why: 'The form marks all fields at once; told one by one, the customer sends it five times.',
    source: [process, recorded('reset/refused#no-fields'), recorded('token/malformed-empty#call')],
  },
  ({ 'three missing': three }) => {
    const errors = [required('email'), required('resetToken'), required('newPassword')]
    expect(three).toBeRefusedWith(400, { message: severalErrors, errors })
  },
)

should(
  'BIND-10',
  'A number where a text belongs is taken as text',
  {
    why: 'Clients of loosely typed languages send numbers as text and text as numbers. Refused, a telephone number or a postcode breaks the form.',
    source: [types, recorded('token/malformed-numbers#call')],
  },
  ({ 'numbers for texts': numbers }) => {
    expect(numbers).toBeRefusedWith(401, { message: signInFailed })
  },
)
