import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { unsupported } from '../shared/messages.ts'
import { bindingSpellings } from './binding-spellings.scenario.ts'

const whySpelling =
  'If one layer checks one spelling and another layer stores the other, the stored value is never checked. Clients must send one spelling only.'

const { should, may } = requirementsOf(bindingSpellings)

const filtered = has('first-spelling-counts')
const filteredOnPostToo = has('first-spelling-counts-in-post')
const filter = code('module-webapi/Controller/Rest/InputParamsResolver.php:141', '2.4.7-p6')

may(
  'BIND-25',
  'With both spellings on POST, the last one is used; in the few releases that filter POST, the first',
  { why: whySpelling, source: [filter, verified('two-spellings')] },
  ({ create }, shop) => {
    expect(create).toSucceed()
    expect(create.at('/firstname')).toEqual(shop.is(filteredOnPostToo) ? 'First' : 'Second')
  },
)

should(
  'BIND-26',
  'Before 2.4.4-p9, 2.4.5-p8, 2.4.6-p6 and 2.4.7-p1, with both spellings on PUT the last one is used',
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
  'From 2.4.4-p9, 2.4.5-p8, 2.4.6-p6 and 2.4.7-p1, with both spellings on PUT the first one is used',
  { why: whySpelling, in: filtered, source: [filter, verified('two-spellings')] },
  ({ update }) => {
    expect(update).toSucceed()
    expect(update.at('/firstname')).toEqual('First')
  },
)

should(
  'BIND-28',
  '`firstName` is not a customer field: rejected by name with 400, or with 500 before 2.4.7',
  {
    why: 'Clients that use camelCase make this mistake first. Before 2.4.7, the internal error does not name the field.',
    source: [code('framework/Reflection/NameFinder.php:105', '2.4.6-p11'), thread('magento/magento2#8342')],
  },
  ({ misspelt }, shop) => {
    if (shop.is(has('unknown-field-is-refused'))) expect(misspelt).toBeRefusedWith(400, unsupported('FirstName'))
    else expect(misspelt).toBeRefusedWith(500)
  },
)
