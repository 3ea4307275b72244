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
  'A body field may be written in snake_case',
  {
    why: 'Responses use snake_case. A client must be able to send a field back under the name it was read with.',
    source: [process, recorded('email-available/snake#call')],
  },
  ({ snake_case: snake }) => {
    expect(snake).toAnswer(true)
  },
)

should(
  'BIND-02',
  'If a body field is sent in both spellings, the camelCase value is used, in any order',
  {
    why: 'If one layer checks one spelling and another layer stores the other, the stored value is never checked. Clients must send one spelling only.',
    source: [process, verified('two-spellings')],
  },
  ({ 'both spellings': both, 'both spellings, the other way round': around }) => {
    expect(both).toBeRefusedWith(400, wrongType('camel', 'int'))
    expect(around).toBeRefusedWith(400, wrongType('camel', 'int'))
  },
)

must(
  'BIND-03',
  'An unknown body field is ignored',
  {
    why: 'Clients send additional fields, and newer clients send fields that an older shop does not know. If these were rejected, no client could be newer than its shop.',
    source: [process, recorded('create/extra-top-level#call'), recorded('token/forms#extra')],
  },
  ({ 'unknown field': unknown }) => {
    expect(unknown).toAnswer(true)
  },
)

must(
  'BIND-04',
  'A field may be sent in the query instead of the body',
  {
    why: 'Scripts put the e-mail into the query. If the query is ignored, they fail; if it is read, a password sent this way ends up in access logs.',
    source: [merged, recorded('protocol/query-on-post#call'), recorded('token/forms#query')],
  },
  ({ 'in the query only': inQuery }) => {
    expect(inQuery).toAnswer(true)
  },
)

must(
  'BIND-05',
  'A field in the query overrides the same field in the body',
  {
    why: 'A firewall that checks only the body checks a value that the shop does not use. It has to check the query too.',
    source: [merged, verified('types-of-values')],
  },
  ({ 'in the query too': both }) => {
    expect(both).toBeRefusedWith(400, wrongType('query', 'int'))
  },
)

must(
  'BIND-06',
  'A list in place of a string is rejected with 400',
  {
    why: 'If only the first entry of a list were checked, one request could carry many unchecked values.',
    source: [types, recorded('email-available/list#call'), recorded('token/malformed-lists#call')],
  },
  ({ 'list for a text': list }) => {
    expect(list).toBeRefusedWith(400, wrongType('array', 'string'))
  },
)

must(
  'BIND-07',
  'A string in place of a number is rejected with 400, and the message repeats it',
  {
    why: 'If the text were read as 0, the request would silently be about another website.',
    source: [types, recorded('email-available/website-text#call')],
  },
  ({ 'text for a number': text }) => {
    expect(text).toBeRefusedWith(400, wrongType('x', 'int'))
  },
)

must(
  'BIND-08',
  'A required field that is null is treated as missing, and named as in the documentation',
  {
    why: 'Serializers write null for an empty field. The error names the missing field as the form knows it.',
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
    why: 'The form marks all fields at once. Reported one by one, they make the customer submit the form five times.',
    source: [process, recorded('reset/refused#no-fields'), recorded('token/malformed-empty#call')],
  },
  ({ 'three missing': three }) => {
    const errors = [required('email'), required('resetToken'), required('newPassword')]
    expect(three).toBeRefusedWith(400, { message: severalErrors, errors })
  },
)

should(
  'BIND-10',
  'A number in place of a string is accepted as a string',
  {
    why: 'Clients in loosely typed languages send a telephone number or a postcode as a number. If that were rejected, their forms would fail.',
    source: [types, recorded('token/malformed-numbers#call')],
  },
  ({ 'numbers for texts': numbers }) => {
    expect(numbers).toBeRefusedWith(401, { message: signInFailed })
  },
)
