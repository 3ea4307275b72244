import { any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { unlessFirewalled } from '../shared/firewall.ts'
import { validateDetails } from './validate-details.scenario.ts'

const { should } = requirementsOf(validateDetails)

should(
  'VALID-23',
  'An invalid date of birth is rejected',
  {
    why: 'A date that is changed or dropped makes age checks and birthday offers wrong.',
    source: [verified('birth-and-gender')],
  },
  ({ 'date that is none': answer }, shop) => {
    const message = shop.is(has('birth-date-in-other-words')) ? 'Date of Birth is invalid.' : 'Invalid date'
    expect(answer).toBeRefusedWith(400, { message })
  },
)

should(
  'VALID-24',
  'A date of birth in the future is accepted; from 2.4.8 it is rejected',
  {
    why: 'A future date passes every upper age limit; after the upgrade, a form that sends one gets an error.',
    source: [recorded('create/dob-future#call'), verified('birth-and-gender')],
  },
  ({ 'date to come': answer }, shop) => {
    if (shop.is(has('address-texts-are-checked'))) {
      expect(answer).toBeRefusedWith(400, { message: 'The Date of Birth should not be greater than today.' })
      return
    }
    expect(answer).toSucceed()
    expect(answer.at('/dob')).toEqual(answer.sent('/customer/dob'))
  },
)

should(
  'VALID-25',
  'An unknown gender is stored as sent; from 2.4.7 it is rejected',
  {
    why: 'The administrator’s page cannot display a value outside its list; after the upgrade, clients that send one get an error.',
    in: any(lacks('gender-is-checked'), has('seen-on-php-8')),
    source: [recorded('create/gender-unknown#call'), verified('birth-and-gender')],
  },
  ({ 'gender that is none': answer }, shop) => {
    if (shop.is(has('gender-is-checked'))) {
      expect(answer).toBeRefusedWith(400, { message: 'Attribute gender does not contain option with Id 99' })
      return
    }
    expect(answer).toSucceed()
    expect(answer.at('/gender')).toEqual(99)
  },
)

should(
  'VALID-26',
  'A field that contains a script is rejected; the error names the field',
  {
    why: 'A script in a field runs in the browser of an administrator who opens the customer. Older releases store it, and every page has to escape it.',
    in: has('script-in-text-is-refused'),
    source: [code('framework/Webapi/ServiceInputProcessor.php:336', '2.4.8-p1'), verified('scripts-in-fields')],
  },
  ({ script }) => {
    unlessFirewalled(script)
    expect(script).toBeRefusedWith(400, {
      message: '"%field_name" does not contains valid value.',
      parameters: { field_name: 'taxvat' },
    })
  },
)
