import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { unsupported } from '../shared/messages.ts'
import { bindingSpellings } from './binding-spellings.scenario.ts'

const whySpelling =
  'What one layer checks in the first spelling and another stores from the second is not checked at all. Clients must never send two; who tests a shop has to know which counts.'

const { should, may } = requirementsOf(bindingSpellings)

const filtered = has('first-spelling-counts')
const filteredOnPostToo = has('first-spelling-counts-in-post')
const filter = code('module-webapi/Controller/Rest/InputParamsResolver.php:141', '2.4.7-p6')

may(
  'BIND-25',
  'Of a field in two spellings on POST the last counts, in the few releases that filter POST too the first',
  { why: whySpelling, source: [filter, verified('two-spellings')] },
  ({ create }, shop) => {
    expect(create).toSucceed()
    expect(create.at('/firstname')).toEqual(shop.is(filteredOnPostToo) ? 'First' : 'Second')
  },
)

should(
  'BIND-26',
  'Before 2.4.4-p9, 2.4.5-p8, 2.4.6-p6 and 2.4.7-p1 of a field in two spellings on PUT the last counts',
  {
    why: whySpelling,
    in: lacks('first-spelling-counts'),
    source: [filter, verified('two-spellings')],
  },
  ({ update }) => {
    expect(update).toSucceed()
    expect(update.at('/firstname')).toEqual('Second')
  },
)

should(
  'BIND-27',
  'From 2.4.4-p9, 2.4.5-p8, 2.4.6-p6 and 2.4.7-p1 of a field in two spellings on PUT the first counts',
  { why: whySpelling, in: filtered, source: [filter, verified('two-spellings')] },
  ({ update }) => {
    expect(update).toSucceed()
    expect(update.at('/firstname')).toEqual('First')
  },
)

should(
  'BIND-28',
  'A customer’s first name is called firstname: firstName is a field that there is not',
  {
    why: 'It is the first thing that goes wrong for whoever writes camelCase, and before 2.4.7 the answer is an internal error that does not say so.',
    source: [code('framework/Reflection/NameFinder.php:105', '2.4.6-p11'), thread('magento/magento2#8342')],
  },
  ({ misspelt }, shop) => {
    if (shop.is(has('unknown-field-is-refused'))) expect(misspelt).toBeRefusedWith(400, unsupported('FirstName'))
    else expect(misspelt).toBeRefusedWith(500)
  },
)
